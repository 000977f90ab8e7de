import { markdownDraft, yamlDraft } from '../../drafts';
import { expectFix } from '../../fixes';

const settings = { rules: { 'action-order': 'info' as const } };
const scope = 'scope:\n  actions: ["1", "4", "5", "8", "14"]\n';

describe('fixes that move sections', () => {
  it('sort entries as in the roadmap, each with what belongs to it', () => {
    const fix = { code: 'action-order', title: 'Sort the 3 entries here as in the roadmap', safe: false };
    const entry = (action: string) =>
      `## Action ${action}\n\n- **Status:** recurring\n\n### More on ${action}\n\nText.`;
    expectFix(
      markdownDraft(`${entry('14')}\n\n\n${entry('5')}\n\n${entry('8')}\n`, scope),
      fix,
      `${entry('5')}\n\n\n${entry('8')}\n\n${entry('14')}`.replace(/\n\nText\.$/, ''),
      { settings },
    );
    expectFix(
      yamlDraft(
        '  - action: "14"\n    status: recurring\n  # on 5\n  - action: "5"\n    status: recurring\n  - action: "8"\n    status: recurring',
        scope,
      ),
      fix,
      '  # on 5\n  - action: "5"\n    status: recurring\n  - action: "8"\n    status: recurring\n  - action: "14"',
      { settings },
    );
  });

  it('move an entry under the heading of its area', () => {
    const text = 'Work goes on.\n';
    const body = [
      `## Dismantling high-risk criminal networks\n\n### Action 1\n\n${text}\n### Action 8\n\n${text}`,
      `## The European Ports Alliance: strengthening the resilience of logistic hubs\n\n${text}`,
    ];
    expectFix(
      markdownDraft(body.join('\n'), 'scope:\n  actions: ["1", "8"]\n'),
      {
        code: 'action-wrong-area',
        title: 'Move Action 1 under “The European Ports Alliance: strengthening the resilience of logistic hubs”',
        safe: false,
      },
      `### Action 8\n\n${text}\n${body[1]}\n### Action 1`,
    );
  });

  it('move a section before one that usually follows it', () => {
    expectFix(
      markdownDraft('## Way forward\n\nText.\n\n## Introduction\n\nMore text.\n', 'scope:\n  actions: ["99"]\n'),
      { code: 'section-order', title: 'Move “Introduction” before “Way forward”', safe: false },
      '## Introduction\n\nMore text.\n\n## Way forward\n\nText.',
    );
  });
});
