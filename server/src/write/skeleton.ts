import { type ActorRegister, displayName } from '../model/actor';
import { actorInUse } from '../model/actor-names';
import type { IsoDay } from '../model/date';
import { coversActions, type DraftKind, type KindSection, STANDARD_KIND } from '../model/draft-kind';
import { isQualified } from '../model/qualification';
import type { Action, Roadmap } from '../model/roadmap';
import { requiredActions } from '../model/scope';
import { type Blanks, type EntryStyle, entryLines, PLAIN_BLANKS, withBlanks } from './entry-text';
import { snippetBlanks } from './snippet';
import { yamlScalar } from './yaml-scalar';

/** What a new report is to be. */
export interface SkeletonOptions {
  readonly format: 'markdown' | 'yaml';
  /** How entries are ordered and grouped. */
  readonly by: 'number' | 'area' | 'actor' | 'deadline';
  /** Ids of areas and of actors to which the report is restricted; both empty: every action. */
  readonly areas: readonly string[];
  readonly onlyActors: readonly string[];
  /** Roadmaps that the report is on as well. Entries come roadmap by roadmap then. */
  readonly others?: readonly Roadmap[];
  readonly asOf: IsoDay;
  /** Whether the text is a snippet (LSP 3.17) with a stop for each blank; else blanks are words in brackets. */
  readonly snippet: boolean;
}

/** Entries under one title; without a title where nothing groups them. */
interface Group {
  readonly roadmap: Roadmap;
  readonly title: string | undefined;
  readonly actions: readonly Action[];
}

/**
 * The text of a new draft (DESIGN, section 3, kinds of draft): header and sections of its kind, and where that has entries
 * one for each action with its actors and deadlines filled in. What only the author knows is a blank.
 *
 * @param roadmap what it is on; undefined for a draft on none, which has no entries
 */
export function skeleton(
  kind: DraftKind,
  roadmap: Roadmap | undefined,
  register: ActorRegister,
  options: SkeletonOptions,
): string {
  const blanks = options.snippet ? snippetBlanks() : PLAIN_BLANKS;
  const roadmaps = roadmap ? [roadmap, ...(options.others ?? [])] : [];
  const groups = roadmaps.flatMap((one) => groupsOf(one, register, options));
  const entry: EntryWriter = (owner, action, style) => {
    const qualified = style.format === 'yaml' ? roadmaps.length > 1 : isQualified(owner, roadmaps);
    return entryLines({ roadmap: owner, action, register, asOf: options.asOf, qualified }, style, blanks);
  };
  const header = headerLines(kind, roadmaps, options, blanks);
  const lines =
    options.format === 'markdown'
      ? markdownLines(
          kind,
          header,
          () => entriesInMarkdown(groups, entry, blanks, isOfEntriesAlone(kind) ? 2 : 3),
          blanks,
        )
      : yamlLines(kind, header, () => entriesInYaml(groups, entry, blanks), blanks);
  return `${lines.join('\n')}\n`;
}

/** Writes an entry for an action of a roadmap. Blanks of a snippet are counted as they are made, so from top to bottom. */
type EntryWriter = (roadmap: Roadmap, action: Action, style: EntryStyle) => readonly string[];

/** The title of a section in a new draft; the subject of one of several is the author's. */
export function sectionTitle({ title, repeats }: KindSection): string {
  return repeats ? `${title}: [insert subject]` : title;
}

function markdownLines(
  kind: DraftKind,
  header: readonly string[],
  entries: () => readonly string[],
  blanks: Blanks,
): readonly string[] {
  return [
    '---',
    ...header,
    '---',
    ...(isOfEntriesAlone(kind) ? entries() : []),
    ...kind.sections.flatMap((section) => [
      '',
      withBlanks(`## ${sectionTitle(section)}`, blanks),
      ...(section.text === '' ? [] : ['', ...textLines(section.text, '', blanks)]),
      ...(section.holds === 'entries' ? entries() : []),
    ]),
  ];
}

/** Whether drafts of a kind have entries and no sections. */
function isOfEntriesAlone(kind: DraftKind): boolean {
  return kind.sections.length === 0 && coversActions(kind);
}

/**
 * Entries under the titles of their groups, with the title of each roadmap above where there are several.
 *
 * @param first level of the highest headings
 */
function entriesInMarkdown(
  groups: readonly Group[],
  entry: EntryWriter,
  { text }: Blanks,
  first: number,
): readonly string[] {
  const isSeveral = groups.some(({ roadmap }) => roadmap !== groups[0]?.roadmap);
  const top = isSeveral ? first + 1 : first;
  return groups.flatMap(({ roadmap, title, actions }, index) => {
    const isFirst = isSeveral && roadmap !== groups[index - 1]?.roadmap;
    const level = title === undefined ? top : top + 1;
    return [
      ...(isFirst ? ['', text(`${'#'.repeat(first)} ${roadmap.title}`)] : []),
      ...(title === undefined ? [] : ['', text(`${'#'.repeat(top)} ${title}`)]),
      ...actions.flatMap((action) => ['', ...entry(roadmap, action, { format: 'markdown', level })]),
    ];
  });
}

function yamlLines(
  kind: DraftKind,
  header: readonly string[],
  entries: () => readonly string[],
  blanks: Blanks,
): readonly string[] {
  return [
    ...header,
    'entries:',
    ...(isOfEntriesAlone(kind) ? entries() : []),
    ...kind.sections.flatMap((section) =>
      section.holds === 'entries'
        ? entries()
        : [
            withBlanks(`  - section: ${yamlScalar(sectionTitle(section))}`, blanks),
            ...(section.text === '' ? [] : ['    text: |', ...textLines(section.text, '      ', blanks)]),
          ],
    ),
  ];
}

function entriesInYaml(groups: readonly Group[], entry: EntryWriter, { text }: Blanks): readonly string[] {
  const isSeveral = groups.some(({ roadmap }) => roadmap !== groups[0]?.roadmap);
  return groups.flatMap(({ roadmap, title, actions }, index) => [
    ...(isSeveral && roadmap !== groups[index - 1]?.roadmap ? [text(`  # ${roadmap.title}`)] : []),
    ...(title === undefined ? [] : [text(`  # ${title}`)]),
    ...actions.flatMap((action) => entry(roadmap, action, { format: 'yaml', indent: 2 })),
  ]);
}

function textLines(text: string, indent: string, blanks: Blanks): readonly string[] {
  return text.split('\n').map((line) => (line === '' ? '' : indent + withBlanks(line, blanks)));
}

function headerLines(
  kind: DraftKind,
  roadmaps: readonly Roadmap[],
  options: SkeletonOptions,
  blanks: Blanks,
): readonly string[] {
  const { text } = blanks;
  const areas = coversActions(kind) ? options.areas : [];
  const actors = coversActions(kind) ? options.onlyActors : [];
  const ids = roadmaps.map(({ id }) => id);
  // The kind's title has "the" before the first one.
  const titles = roadmaps.map(({ title }) => title.replace(/^the /i, ''));
  const about = titles.length === 0 ? PLAIN_BLANKS.blank('roadmap') : titles.join(' and the ');
  const title = yamlScalar(kind.title.replaceAll('{roadmap}', () => about));
  const asked = (['author', 'reference', 'period'] as const).filter((field) => kind.fields.includes(field));
  return [
    ...(ids.length > 0 ? [text(`roadmap: ${ids.length > 1 ? `[${ids.join(', ')}]` : ids.join('')}`)] : []),
    ...(kind.id === STANDARD_KIND ? [] : [text(`kind: ${yamlScalar(kind.id)}`)]),
    withBlanks(`title: ${title}`, blanks),
    ...asked.map((field) => `${field}: "${blanks.blank(field)}"`),
    text(`date: ${options.asOf}`),
    ...(areas.length + actors.length > 0 ? ['scope:'] : []),
    ...(areas.length > 0 ? [text(`  areas: [${areas.map(yamlScalar).join(', ')}]`)] : []),
    ...(actors.length > 0 ? [text(`  actors: [${actors.map(yamlScalar).join(', ')}]`)] : []),
  ];
}

function groupsOf(roadmap: Roadmap, register: ActorRegister, options: SkeletonOptions): readonly Group[] {
  const scope = { areas: options.areas, actors: options.onlyActors, except: [] };
  const actions = requiredActions(roadmap, scope, register);
  switch (options.by) {
    case 'number':
      return [{ roadmap, title: undefined, actions }];
    case 'deadline':
      return grouped(roadmap, byFirstDeadline(actions), (action) => {
        const day = firstDeadline(action);
        return day === undefined ? 'Without a deadline' : `First deadline in ${day.slice(0, 4)}`;
      });
    case 'area':
      return grouped(roadmap, actions, (action) => roadmap.areas.find((area) => area.id === action.area)?.title);
    case 'actor':
      return grouped(roadmap, actions, (action) => {
        const first = action.actors.map((id) => register.byId(id)).find((actor) => actor !== undefined);
        return first && displayName(actorInUse(register, first, options.asOf));
      });
  }
}

/** Groups in the order in which they first occur; actions without one come last. */
function grouped(
  roadmap: Roadmap,
  actions: readonly Action[],
  titleOf: (action: Action) => string | undefined,
): readonly Group[] {
  const groups = new Map<string, Action[]>();
  for (const action of actions) {
    const title = titleOf(action) ?? '';
    groups.set(title, [...(groups.get(title) ?? []), action]);
  }
  const rest = groups.get('');
  groups.delete('');
  const titled = [...groups].map(([title, members]) => ({ roadmap, title, actions: members }));
  return rest
    ? [...titled, { roadmap, title: titled.length > 0 ? 'Other actions' : undefined, actions: rest }]
    : titled;
}

/** The earliest deadline first; actions without one last, in the roadmap's order. */
function byFirstDeadline(actions: readonly Action[]): readonly Action[] {
  const day = (action: Action) => firstDeadline(action) ?? '9999-12-31';
  return [...actions].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
}

/** The last day of the deadline that ends first, of those of an action and its deliverables. */
function firstDeadline(action: Action): IsoDay | undefined {
  return [action, ...action.deliverables].flatMap(({ deadline }) => deadline.due?.latest ?? []).sort()[0];
}
