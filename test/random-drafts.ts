import type { Roadmap } from '../server/src/model/roadmap';
import { edited, generator, randomEdit } from './random-edits';

/** A draft with a few slips in it, on the built-in roadmap. */
export interface RandomDraft {
  readonly path: string;
  readonly text: string;
}

/**
 * A draft as somebody may have written it in a hurry: entries in any order, some without a status, misspelt names,
 * dates that do not exist, comments that hide nothing, sections without an action. The same for the same seed.
 */
export function randomDraft(seed: number, roadmap: Roadmap): RandomDraft {
  const chance = generator(seed);
  const draw: Draw = {
    pick: (items) => items[Math.floor(chance() * items.length)] as never,
    maybe: (share) => chance() < share,
    upTo: (most) => Math.floor(chance() * (most + 1)),
  };
  const isYaml = draw.maybe(0.5);
  const header = headerOf(draw, isYaml);
  const text = isYaml ? yaml(draw, roadmap, header) : markdown(draw, roadmap, header);
  const newLine = draw.maybe(0.15) ? '\r\n' : '\n';
  return { path: isYaml ? '/draft.report.yaml' : '/draft.report.md', text: text.replace(/\n/g, newLine) };
}

/** A random draft while somebody types in it: one to three random edits were made. */
export function mangledDraft(seed: number, roadmap: Roadmap): RandomDraft {
  const { path, text } = randomDraft(seed, roadmap);
  const random = generator(seed + 1);
  let result = text;
  for (let edits = Math.floor(random() * 3) + 1; edits > 0; edits--) {
    result = edited(result, randomEdit(result, random, text.length));
  }
  return { path, text: result };
}

interface Draw {
  pick<T>(items: readonly T[]): T;
  /** True in this share of cases, from 0 to 1. */
  maybe(share: number): boolean;
  /** A whole number from 0 to this one. */
  upTo(most: number): number;
}

const STATUSES = [
  ...['in progress', 'in progress', 'delivered', 'delayed', 'dropped', 'recurring', 'not started'],
  ...[
    'in progres',
    'deliverd',
    'delivered',
    'in progress since May',
    'nearly',
    'completed',
    '-',
    '[insert status]',
    '',
  ],
];
const ACTORS = [
  ...['Europol', 'Eurojust', 'Commission', 'Member States', 'CEPOL', 'Belgium', 'EUDA', 'EMCDDA', 'Frontex'],
  ...['Europl', 'Eurojsut', 'Comission', 'Interpol', 'MAOC (N)', 'Council'],
];
const DATES = [
  ...['by mid-2024', 'end of 2024', '14 May 2024', '2024-05-14', 'Q3 2025', 'by June 2025', '31 January 2024'],
  ...['31 June 2024', '2024-04-31', 'end of 20245', '14 Mai 2024', 'Octobr 2024', 'next meeting', '30.02.2024'],
  ...['2024/06/30', '5 May 2026', '[to be completed]', '-'],
];
const EVIDENCE = ['ST 9999/24', '[the report](https://example.org)', 'COM(2023) 641 final', '-', '[to be completed]'];
const PROSE = [
  'Work goes on.',
  'Europol completed a part of it on 14 May 2024, see Action 6 and COM(2023) 641 final.',
  'Delegations met on 31 June 2024 because Action 99 was late.',
  'EMCDDA joined Action 3 and Action 12.',
  'No progress to report.',
  'The text comes later [to be completed].',
  'The blueprint for partnerships against money laundering was adopted.',
  '- A first point\n- A second point on Action 7',
];
const TITLES = [
  ...['Introduction', 'Way forward', 'State of play', 'Background'],
  ...['Setting up a network of specialised prosecutors and judges', 'Investigations of money laundering'],
];
const COMMENTS = [
  'rapporteur-disable-next-line section-empty -- comes later',
  'rapporteur-disable-next-line section-emty -- comes later',
  'rapporteur-disable-next-line actor-not-assigned',
  'rapporteur-disable-next-line status-unknown -- so they say',
];

function headerOf(draw: Draw, isYaml: boolean): readonly string[] {
  const scope = draw.pick([
    ['scope:', '  actions: ["4", "5", "6", "8", "14"]'],
    ['scope:', '  actions:', '    - "4"', '    - "6"', '    - "8"'],
    ['scope:', '  areas: [networks]'],
    ['scope:', '  areas: [network]'],
    ['scope:', '  actions: ["5", "8"]', '  except:', '    - action: "8"'],
    [
      'scope:',
      '  actions: ["5", "8", "14"]',
      '  except:',
      '    - action: "8"',
      '      reason: next evaluation in 2026',
    ],
    ['scope: {actions: ["5", "8", "14"]}'],
    ['scope:', '  actions: [4, 8, "88"]', '  except: [{action: "4"}]'],
    [],
  ]);
  return [
    draw.pick([
      'roadmap: eu-drugs-2023',
      'roadmap: eu-drugs-2023',
      'roadmap: [eu-drugs-2023]',
      'roadmap: eu-drug-2023',
    ]),
    ...(draw.maybe(0.7) ? [draw.pick(['title: Progress report', 'titel: Progress report', 'title: "A: report"'])] : []),
    ...(draw.maybe(0.7)
      ? [draw.pick(['author: belgium', 'author: presidency', '# who?\nauthor:', 'autor: belgium'])]
      : []),
    ...(draw.maybe(0.8)
      ? [draw.pick(['date: 2024-06-03', 'date: 3 June 2024', 'date: 2024-12-02', 'date: 31 June 2024'])]
      : []),
    ...(draw.maybe(0.2) ? ['as-of: 2024-06-01'] : []),
    ...(draw.maybe(0.2)
      ? [draw.pick(['period: 2024-06-30/2024-01-01', 'period: first half of 2024', 'period: 2025'])]
      : []),
    ...(draw.maybe(0.2) ? [draw.pick(['kind: progress-report', 'kind: progres-report'])] : []),
    ...scope,
    ...(isYaml || draw.maybe(0.8) ? [] : ['lang: en']),
  ];
}

/** Fields as a draft has them: the YAML key, the label, the words. */
function fieldsOf(draw: Draw): readonly (readonly [string, string, string])[] {
  const actors = [...new Set(Array.from({ length: 1 + draw.upTo(2) }, () => draw.pick(ACTORS)))].join(', ');
  const all: readonly (readonly [string, string, string, number])[] = [
    ['status', 'Status', draw.pick(STATUSES), 0.85],
    ['actors', draw.pick(['Actors', 'Main actors']), actors, 0.5],
    ['due', 'Deadline', draw.pick(DATES), 0.25],
    ['revised', 'Revised deadline', draw.pick(DATES), 0.2],
    ['reason', 'Reason', draw.pick(['lack of staff', '-', 'no budget']), 0.2],
    ['completed', 'Completed', draw.pick(DATES), 0.25],
    ['evidence', 'Evidence', draw.pick(EVIDENCE), 0.25],
  ];
  return all.flatMap(([key, label, words, share]) => (draw.maybe(share) ? [[key, label, words] as const] : []));
}

interface DrawnItem {
  readonly words: string;
  readonly id: string;
  readonly status: string;
}

function itemsOf(draw: Draw, roadmap: Roadmap, action: string): readonly DrawnItem[] {
  const own = roadmap.actions.find(({ id }) => id === action)?.deliverables ?? [];
  const known = own.filter(() => draw.maybe(0.4)).slice(0, 3);
  const items = known.map(({ id, title }) => ({
    words: draw.maybe(0.8) ? title : title.replace(/(\w)(\w)/, '$2$1'),
    id: draw.maybe(0.9) ? id : `${id}9`,
    status: draw.pick(STATUSES.filter((status) => status !== '')),
  }));
  return draw.maybe(0.4) ? items : [];
}

function actionOf(draw: Draw, roadmap: Roadmap): string {
  return draw.maybe(0.9) ? draw.pick(roadmap.actions).id : draw.pick(['88', '99', '0']);
}

function otherThan(action: string, draw: Draw, roadmap: Roadmap): string {
  const other = actionOf(draw, roadmap);
  return other === action ? '7' : other;
}

function markdown(draw: Draw, roadmap: Roadmap, header: readonly string[]): string {
  const level = draw.pick(['##', '##', '###', '####']);
  const parts = Array.from({ length: 1 + draw.upTo(5) }, () => {
    const kind = draw.upTo(9);
    const comment = draw.maybe(0.1) ? `<!-- ${draw.pick(COMMENTS)} -->\n` : '';
    if (kind === 0) {
      return `${comment}${level} ${draw.pick(TITLES)}\n\n${draw.maybe(0.7) ? `${draw.pick(PROSE)}\n` : ''}`;
    }
    if (kind === 1) {
      return `## ${draw.pick(roadmap.areas).title}\n`;
    }
    if (kind === 2) {
      return table(draw, roadmap);
    }
    return comment + markdownEntry(draw, roadmap, level);
  });
  const pasted = draw.maybe(0.15) ? 'A first title\n\nA text that follows it.\n\n' : '';
  return `---\n${header.join('\n')}\n---\n\n${pasted}${parts.join('\n')}`;
}

function markdownEntry(draw: Draw, roadmap: Roadmap, level: string): string {
  const action = actionOf(draw, roadmap);
  const official = roadmap.actions.find(({ id }) => id === action)?.title ?? 'Something else';
  const heading = draw.pick([
    `Action ${action}`,
    `Action ${action}: ${official}`,
    `Action ${action}: ${official.replace(/ \w+/, ' some')}`,
    `${official} (Action ${action})`,
    `Actions ${action} and ${otherThan(action, draw, roadmap)}`,
    `Something <!-- Action ${action} -->`,
  ]);
  const style = draw.pick(['list', 'list', 'lines', 'star']);
  const fields = fieldsOf(draw).map(([, label, words]) =>
    style === 'list'
      ? `- **${label}:** ${words}`
      : style === 'star'
        ? `* **${label}**: ${words}`
        : `**${label}:** ${words}\\`,
  );
  const items = itemsOf(draw, roadmap, action).map(({ words, status }) => `- ${words}: ${status}`);
  const next = draw.maybe(0.3) ? [`- Europol will present it (${draw.pick(DATES)}).`] : [];
  return [
    `${level} ${heading}`,
    ...(fields.length > 0 ? ['', fields.join('\n').replace(/\\$/, '')] : []),
    ...(draw.maybe(0.7) ? ['', draw.pick(PROSE)] : []),
    ...(items.length > 0 ? ['', '**Deliverables**', '', ...items] : []),
    ...(next.length > 0 ? ['', '**Next steps**', '', ...next] : []),
    '',
  ].join('\n');
}

function table(draw: Draw, roadmap: Roadmap): string {
  const columns = ['Action', 'Status', 'Main actors', 'Deadline', 'Completed', 'Evidence', 'Comments'].filter(
    (name) => name === 'Action' || draw.maybe(0.6),
  );
  const cell = (name: string) => {
    const found = fieldsOf(draw).find(([, label]) => label.replace('Actors', 'Main actors') === name);
    return name === 'Action'
      ? draw.pick([actionOf(draw, roadmap), `Action ${actionOf(draw, roadmap)}`])
      : (found?.[2] ?? '');
  };
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rows = Array.from({ length: 1 + draw.upTo(2) }, () => row(columns.map(cell)));
  return `## ${draw.pick(TITLES)}\n\n${[row(columns), row(columns.map(() => '---')), ...rows].join('\n')}\n`;
}

function yaml(draw: Draw, roadmap: Roadmap, header: readonly string[]): string {
  const indent = draw.pick(['  ', '  ', '', '    ']);
  const entries = Array.from({ length: draw.upTo(5) + 1 }, () => {
    const lines = draw.maybe(0.85) ? yamlEntry(draw, roadmap) : yamlSection(draw);
    const comment = draw.maybe(0.1) ? `${indent}# ${draw.pick(COMMENTS)}\n` : '';
    return comment + lines.map((line, index) => `${indent}${index === 0 ? '- ' : '  '}${line}`).join('\n');
  });
  return `${header.join('\n')}\nentries:\n${entries.join(draw.pick(['\n', '\n', '\n\n']))}\n`;
}

function yamlSection(draw: Draw): readonly string[] {
  return [`section: ${draw.pick(TITLES)}`, ...(draw.maybe(0.7) ? yamlText(draw) : [])];
}

function yamlEntry(draw: Draw, roadmap: Roadmap): readonly string[] {
  const action = actionOf(draw, roadmap);
  const fields = fieldsOf(draw).map(([key, , words]) => `${key}: ${yamlValue(draw, key, words)}`);
  const items = itemsOf(draw, roadmap, action).flatMap(({ id, status }) => [
    `  - deliverable: "${id}"`,
    `    status: ${yamlValue(draw, 'status', status)}`,
  ]);
  const next = draw.maybe(0.3)
    ? ['  - text: Europol will present it', `    due: ${yamlValue(draw, 'due', draw.pick(DATES))}`]
    : [];
  return [
    draw.pick([
      `action: "${action}"`,
      `action: ${action}`,
      `action: ["${action}", "${otherThan(action, draw, roadmap)}"]`,
    ]),
    ...fields,
    ...(draw.maybe(0.6) ? yamlText(draw) : []),
    ...(items.length > 0 ? ['deliverables:', ...items] : []),
    ...(next.length > 0 ? ['next:', ...next] : []),
  ];
}

function yamlText(draw: Draw): readonly string[] {
  const words = draw.pick(PROSE);
  return draw.maybe(0.6) || words.includes('\n')
    ? ['text: |', ...words.split('\n').map((line) => `  ${line}`)]
    : [`text: ${JSON.stringify(words)}`];
}

function yamlValue(draw: Draw, key: string, words: string): string {
  if (key === 'actors' || key === 'evidence') {
    const names = key === 'actors' ? words.split(', ') : [words];
    const written = names.map((name) => (/^[\w ]+$/.test(name) ? name : JSON.stringify(name)));
    return draw.maybe(0.7) ? `[${written.join(', ')}]` : written.map((name) => `\n      - ${name}`).join('');
  }
  return draw.maybe(0.2) || /^[[-]|: /.test(words) ? JSON.stringify(words) : words;
}
