/** A draft with a place in it that is asked about. */
export interface LongDraft {
  readonly path: string;
  readonly text: string;
  /** Offset of the cursor. */
  readonly offset: number;
}

const ACTIONS = 15;

/**
 * A report on the built-in roadmap that repeats entries for 15 of its actions. What stands at the cursor is the same
 * however often: `$0` in `lines`, which come behind the front matter or header (`top`), in the entry in the middle
 * (`entry`, at its end) or behind all entries (`end`).
 *
 * @param rounds how often there are 15 entries; 15 entries are 240 lines
 */
export function longDraft(
  format: 'markdown' | 'yaml',
  rounds: number,
  where: 'top' | 'entry' | 'end',
  lines: string,
): LongDraft {
  const header = 'roadmap: eu-drugs-2023\ntitle: Progress report\ndate: 2024-06-03\n';
  const count = rounds * ACTIONS;
  const middle = Math.floor(rounds / 2) * ACTIONS + 5;
  const entries = Array.from({ length: count }, (_, index) => {
    const text = (format === 'markdown' ? markdownEntry : yamlEntry)((index % ACTIONS) + 1);
    return index === middle && where === 'entry' ? text + lines : text;
  });
  const top = where === 'top' ? lines : '';
  const end = where === 'end' ? lines : '';
  const body = entries.join('') + end;
  const source = format === 'markdown' ? `---\n${header}${top}---\n\n${body}` : `${header}${top}entries:\n${body}`;
  const path = format === 'markdown' ? '/draft.report.md' : '/draft.report.yaml';
  return { path, text: source.replace('$0', ''), offset: source.indexOf('$0') };
}

function markdownEntry(action: number): string {
  return `## Action ${action}

- **Status:** in progress
- **Actors:** Europol
- **Deadline:** by mid-2024

Europol completed a part of it on 14 May 2024, see Action 6 and COM(2023) 641 final.

**Deliverables**

- Blueprint for partnerships against money laundering: delivered

**Next steps**

- Europol will present it (autumn 2024).

`;
}

function yamlEntry(action: number): string {
  return `  - action: "${action}"
    status: in-progress
    actors: [europol]
    due: by mid-2024
    text: |
      Europol completed a part of it on 14 May 2024,
      see Action 6 and COM(2023) 641 final.
      Nothing else was done.
    deliverables:
      - deliverable: "6.1"
        status: delivered
        completed: 2024-05-14
    next:
      - text: Europol will present it
        actors: [europol]
        due: autumn 2024
`;
}
