import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';

const only = ['action-wrong-area'];

describe('action-wrong-area', () => {
  it('warns of an entry under the heading of another area', () => {
    expectFindings(
      markdownDraft(`
## 3.3 Prevention

### Ongoing work

#### Action 6
            ^ warning action-wrong-area: Action 6 stands under “Prevention”, but belongs to “Dismantling high-risk criminal networks”

Text.

### Action 10

Text.
`),
      { only },
    );
    expectFindings(
      yamlDraft(`
  - section: Dismantling high-risk criminal networks
  - action: "6"
    text: Text.
  - section: Prevention
  - action: "7"
             ^ warning action-wrong-area: Action 7 stands under “Prevention”
    text: Text.
`),
      { only },
    );
  });

  it('takes the title before its colon, numbered or not, for the area', () => {
    expectFindings(
      markdownDraft(`
## Priority area 1: The European Ports Alliance

### Action 1

Text.

### Action 12
           ^^ warning action-wrong-area: stands under “The European Ports Alliance: strengthening

Text.
`),
      { only },
    );
  });

  it('is silent about headings that are no area, and behind the area’s end', () => {
    expectFindings(
      markdownDraft(`
## Prevention of crime in ports

### Action 2

Text.

## Prevention

## Action 6

Text.

### Prevention

Text.
`),
      { only },
    );
  });

  it('is silent about entries on several areas, an only area in YAML, and unknown actions', () => {
    expectFindings(
      markdownDraft(
        '## Prevention\n\n### Actions 6 and 12\n\nText.\n\n### Action 99\n\nText.\n\n### Outlook\n\nAction 6.\n',
      ),
      { only },
    );
    expectFindings(
      yamlDraft(
        '  - section: Prevention\n    text: Text.\n  - action: "6"\n    text: Text.\n  - action: "12"\n    text: Text.\n',
      ),
      { only },
    );
  });
});
