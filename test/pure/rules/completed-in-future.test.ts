import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';

const only = ['completed-in-future'];

describe('completed-in-future', () => {
  it('finds a completion after the as-of date', () => {
    expectFindings(
      markdownDraft(`
## Action 5

- **Status:** delivered
- **Completed:** 14 May 2025
                 ^^^^^^^^^^^ error completed-in-future: after the as-of date (3 June 2024)
`),
      { only },
    );
    expectFindings(
      yamlDraft(`
  - action: "4"
    completed: 2024-06-04
               ^^^^^^^^^^ error completed-in-future
    deliverables:
      - deliverable: "4.3"
        completed: autumn 2024
                   ^^^^^^^^^^^ error completed-in-future
`),
      { only },
    );
  });

  it('finds it in a row of a table', () => {
    expectFindings(
      markdownDraft(`
| Action | Status | Completed |
| --- | --- | --- |
| Action 5 | delivered | May 2025 |
                         ^^^^^^^^ error completed-in-future
`),
      { only },
    );
  });

  it('is silent on the day itself, a stretch that has begun, and what is no completion', () => {
    expectFindings(
      markdownDraft(`
## Action 4

- **Completed:** 3 June 2024

## Action 5

- **Completed:** June 2024
- **Revised deadline:** end of 2025

It will be completed on 14 May 2025.

## Action 6

- **Completed:** by the end of 2025

**Next steps**

- Europol will have completed it by May 2025.
`),
      { only },
    );
    expectFindings(yamlDraft('  - action: "5"\n    completed: 2025-05-14\n', 'as-of: 2025-06-01'), { only });
  });
});
