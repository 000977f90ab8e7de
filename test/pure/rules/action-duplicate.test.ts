import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';

const only = ['action-duplicate'];

describe('action-duplicate', () => {
  it('is an error at the second section', () => {
    expectFindings(
      markdownDraft(`
## Action 8

Text.

## Actions 7 and 8
                 ^ error action-duplicate: Another section reports on Action 8 already.

Text.
`),
      { only },
    );
    expectFindings(
      yamlDraft(`
  - action: "8"
    text: Text.
  - action: ["7", "8"]
                   ^ error action-duplicate: Put them together
    text: Text.
`),
      { only },
    );
  });

  it('is an error at the second row of one table', () => {
    expectFindings(
      markdownDraft(`
## Overview

| Action | Status |
| --- | --- |
| 7 | delivered |
| 8 | in progress |
| Action 7 | in progress |
         ^ error action-duplicate: Another row reports on Action 7 already.
`),
      { only },
    );
  });

  it('leaves a summary row, a second table and a mention alone', () => {
    expectFindings(
      markdownDraft(`
## Overview

| Action | Status |
| --- | --- |
| 7 | delivered |

| Action | Main actors |
| --- | --- |
| 7 | Commission |

## Action 7

See Action 7 and Action 8.

## Action 8

As in Action 7.
`),
      { only },
    );
  });

  it('leaves entries on different deliverables, groups and unknown actions alone', () => {
    expectFindings(
      markdownDraft(`
## Actions 6 and 7

### Action 6.1

Text.

### Action 6.2

Text.

## Action 7

Text.

## Action 99

Text.

## Action 99

Text.

| Action | Deliverable | Status |
| --- | --- | --- |
| 8 | 8.1 | in progress |
| 8 | 8.2 | delivered |
`),
      { only },
    );
    expectFindings(
      yamlDraft(`
  - action: "6.1"
    text: Text.
  - action: "6.2"
    text: Text.
  - section: On Action 6
    text: See Action 6.
  - action: "99"
    text: Text.
  - action: "99"
    text: Text.
`),
      { only },
    );
  });
});
