import { builtInPlan, generatedPlan, type Plan, type PlannedAction } from './plan';
import { citation, day, flawedSentence, laterTime, paragraph, promise } from './prose';
import { Random } from './random';

export type DraftFormat = 'markdown' | 'yaml';

/** Many entries of some 16 lines on a generated roadmap, or the 17 entries of the built-in one, each as long as needed. */
export type DraftShape = 'many' | 'long';

export interface DraftOptions {
  readonly format: DraftFormat;
  readonly shape: DraftShape;
  /** Lines of the draft. */
  readonly lines: number;
  /** The folder of the project, for the built-in roadmap. */
  readonly project: string;
}

export interface Draft {
  readonly text: string;
  /** The roadmap that it reports on. */
  readonly plan: Plan;
}

/** What of a draft differs between reports of a workspace. */
export interface ReportOptions {
  readonly format: DraftFormat;
  readonly plan: Plan;
  /** The actions that it has entries for. */
  readonly actions: readonly PlannedAction[];
  readonly lines: number;
  readonly seed: number;
  /** Id of an actor. */
  readonly author: string;
  /** An ISO day. */
  readonly date: string;
  /** Further lines of its header. */
  readonly header?: readonly string[];
}

/**
 * A draft as somebody has left it who has worked on it for some time: about one finding in 50 lines.
 *
 * @returns The same text for the same options, always.
 */
export function draft({ format, shape, lines, project }: DraftOptions): Draft {
  const plan = shape === 'many' ? generatedPlan(Math.ceil(lines / AVERAGE_ENTRY[format])) : builtInPlan(project);
  // Short drafts of the long shape have room for some of the actions only.
  const count = shape === 'many' ? plan.actions.length : Math.min(plan.actions.length, Math.floor(lines / 14));
  const actions = plan.actions.slice(0, count);
  return {
    text: report({ format, plan, actions, lines, seed: lines, author: 'presidency', date: '2024-06-28' }),
    plan,
  };
}

/** A report on some actions of a plan, of exactly so many lines. */
export function report(options: ReportOptions): string {
  const { format, plan, actions, lines } = options;
  const random = new Random(options.seed);
  const write = format === 'markdown' ? markdownEntry : yamlEntry;
  const text = header(options);
  let area = '';
  for (const [index, action] of actions.entries()) {
    const share = Math.floor((lines - CLOSING_LINES - text.length) / (actions.length - index));
    // Other entries would not leave enough room for this one.
    if (share < 6 && text.length + ENTRY_LINES[format] > lines - CLOSING_LINES) {
      break;
    }
    if (action.area !== area) {
      area = action.area;
      text.push(...areaLines(format, plan.areas.find(({ id }) => id === area)?.title ?? area));
    }
    text.push(...write({ action, random, isFlawed: index % FLAWED_EVERY === 1, lines: share }));
  }
  text.push(...closing(format, Math.max(0, lines - text.length), random));
  return `${text.join('\n')}\n`;
}

/** About how many lines an entry has at least. */
const ENTRY_LINES = { markdown: 17, yaml: 16 };

/** How many lines an entry of the shape with many has on average, with its share of headings of areas. */
const AVERAGE_ENTRY = { markdown: 18.5, yaml: 16.8 };

/** Lines kept for what stands behind the entries. */
const CLOSING_LINES = 8;

/** Of so many entries, one has a flaw in its fields. */
const FLAWED_EVERY = 4;

/** Of so many blocks of a long entry, one has a flaw in its prose. */
const FLAWED_BLOCK = 12;

interface EntryOptions {
  readonly action: PlannedAction;
  readonly random: Random;
  readonly isFlawed: boolean;
  /** About how many lines to fill. */
  readonly lines: number;
}

function header({ format, plan, actions, author, date, header: more = [] }: ReportOptions): string[] {
  const lines = [`roadmap: ${plan.id}`, 'title: Progress report, first half of 2024', `author: ${author}`];
  lines.push(`date: ${date}`, 'period: 2024-01-01/2024-06-30', ...more);
  if (actions.length < plan.actions.length) {
    lines.push('scope:', `  actions: [${actions.map(({ id }) => `"${id}"`).join(', ')}]`);
  }
  const introduction = 'This report says where the actions stood at the end of June 2024.';
  return format === 'markdown'
    ? ['---', ...lines, '---', '', '## Introduction', '', introduction, '', '## State of play', '']
    : [...lines, 'entries:', '  - section: Introduction', '    text: |', `      ${introduction}`];
}

function areaLines(format: DraftFormat, title: string): string[] {
  return format === 'markdown' ? [`### ${title}`, ''] : [`  # ${title}`];
}

/** The last section, which fills the draft to its length with the lines of a list. */
function closing(format: DraftFormat, lines: number, random: Random): string[] {
  const [indent, start] =
    format === 'markdown' ? ['', ['## Way forward', '']] : ['      ', ['  - section: Way forward', '    text: |']];
  const items = Array.from({ length: lines }, () => `${indent}- Delegations discuss the figures on ${day(random)}.`);
  return [...start, ...items].slice(0, lines);
}

function markdownEntry(options: EntryOptions): string[] {
  const { action, random, isFlawed } = options;
  const isLate = random.below(8) === 0;
  const flaw = isFlawed ? random.pick(FLAWS.markdown) : undefined;
  const title = flaw === 'title' ? action.title.replace(/ \w+/, ' some') : action.title;
  const lines = [`#### Action ${action.id}: ${title}`, ''];
  lines.push(`- **Status:** ${isLate ? 'delayed' : 'in progress'}`);
  lines.push(`- **Actors:** ${action.actors.map(({ name }) => name).join(', ')}`);
  if (isLate) {
    lines.push('- **Revised deadline:** end of 2028', '- **Reason:** The contractor had to be replaced.');
  }
  lines.push('');
  const first = action.deliverables[0];
  const reached = flaw === 'evidence' ? 'delivered' : 'in progress';
  const tail = first ? ['**Deliverables**', '', `- ${first.id} ${first.title}: ${reached}`] : [];
  if (flaw === 'deliverable') {
    tail.push(`- ${action.id}.99: in progress`);
  }
  tail.push('', '**Next steps**', '', `- ${nextStep(action, random)} (${laterTime(random)}).`, '');
  lines.push(...prose(options, lines.length + tail.length), '');
  if (flaw === 'prose') {
    lines.push(flawedSentence(random), '');
  }
  if (flaw === 'actor') {
    lines[3] += ', Eurpol';
  }
  return [...lines, ...tail];
}

function yamlEntry(options: EntryOptions): string[] {
  const { action, random, isFlawed } = options;
  const isLate = random.below(8) === 0;
  const lines = [`  - action: "${action.id}"`, `    status: ${isLate ? 'delayed' : 'in-progress'}`];
  const flaw = isFlawed ? random.pick(FLAWS.yaml) : undefined;
  const actors = [...action.actors.map(({ id }) => id), ...(flaw === 'actor' ? ['eurpol'] : [])];
  lines.push(`    actors: [${actors.join(', ')}]`);
  if (flaw === 'key') {
    lines.push('    remark: To be checked with the delegations.');
  }
  if (isLate) {
    lines.push('    revised: end of 2028', '    reason: The contractor had to be replaced.');
  }
  const first = action.deliverables[0];
  const tail = first ? ['    deliverables:', `      - deliverable: "${first.id}"`] : [];
  if (first && flaw === 'evidence') {
    tail.push('        status: delivered');
  } else if (first) {
    tail.push('        status: in-progress', '        evidence:', `          - "${citation(random)}"`);
  }
  if (flaw === 'deliverable') {
    tail.push(`      - deliverable: "${action.id}.99"`, '        status: in-progress');
  }
  tail.push('    next:', `      - text: ${nextStep(action, random)}`);
  tail.push(`        actors: [${action.actors[0]?.id}]`, `        due: ${laterTime(random)}`);
  lines.push('    text: |', ...indented(prose(options, lines.length + tail.length + 1)));
  if (flaw === 'prose') {
    lines.push(...indented(['', flawedSentence(random)]));
  }
  return [...lines, ...tail];
}

/** What can be wrong with an entry. */
const FLAWS = {
  markdown: ['actor', 'deliverable', 'prose', 'evidence', 'title'],
  yaml: ['actor', 'deliverable', 'prose', 'evidence', 'key'],
} as const;

function nextStep(action: PlannedAction, random: Random): string {
  return promise(action.actors[0]?.name ?? 'Commission', random);
}

/** Two paragraphs, and further blocks while there is room beside the lines that are taken already. */
function prose({ action, random, lines }: EntryOptions, taken: number): string[] {
  const result = [paragraph(action, random), '', paragraph(action, random)];
  for (let block = 1; result.length + taken + LARGEST_BLOCK < lines; block++) {
    const more = BLOCKS[block % BLOCKS.length]?.(action, random) ?? [];
    result.push('', ...more, ...(block % FLAWED_BLOCK === 0 ? ['', flawedSentence(random)] : []));
  }
  return result;
}

/** No block has more lines, with the empty one before it. */
const LARGEST_BLOCK = 8;

const BLOCKS: readonly ((action: PlannedAction, random: Random) => string[])[] = [
  (action, random) => [paragraph(action, random)],
  (action, random) => [`##### ${random.pick(SUBHEADINGS)}`, '', paragraph(action, random)],
  (action, random) => Array.from({ length: 3 }, () => `- ${paragraph(action, random)}`),
  (action, random) => [paragraph(action, random), '', paragraph(action, random)],
  (_, random) => [
    '| Site | Visits | Last visit |',
    '| --- | ---: | --- |',
    ...Array.from({ length: 4 }, (__, row) => `| Site ${row + 1} | ${random.below(90)} | ${day(random)} |`),
  ],
];

const SUBHEADINGS = ['Work done', 'Figures', 'Difficulties', 'Experience of the pilot sites', 'Cooperation'];

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '' : `      ${line}`));
}
