import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';

const only = ['action-order'];
const on = { only, settings: { rules: { 'action-order': 'info' } } } as const;

describe('action-order', () => {
  it('reports an entry that the roadmap has before the one above it', () => {
    expectFindings(
      markdownDraft(`
## Action 7

Text.

## Action 5
          ^ info action-order: Action 5 stands behind Action 7, but comes before it

Text.

## Action 6

Text.
`),
      on,
    );
    expectFindings(
      yamlDraft(`
  - action: "14"
    text: Text.
  - action: "9"
             ^ info action-order: Action 9 stands behind Action 14
    text: Text.
`),
      on,
    );
  });

  it('is off by default', () => {
    expectFindings(markdownDraft('## Action 7\n\nText.\n\n## Action 5\n\nText.\n'), { only });
    expectFindings(yamlDraft('  - action: "7"\n    text: Text.\n  - action: "5"\n    text: Text.\n'), { only });
  });

  it('is silent about gaps, mentions, summary rows and unknown actions', () => {
    expectFindings(
      markdownDraft(`
## Overview

| Action | Status |
| --- | --- |
| 14 | in progress |
| 8 | in progress |

## Action 8

See Action 14 and Action 2.

## Action 99

Text.

## Action 14

As in Action 5.
`),
      on,
    );
    expectFindings(yamlDraft('  - action: ["5", "7"]\n    text: Text.\n  - action: "6"\n    text: Text.\n'), on);
  });
});
