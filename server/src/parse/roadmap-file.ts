import type { FileProblem } from '../model/file-problem';
import type { Action, Area, Deliverable, Roadmap } from '../model/roadmap';
import type { Span } from '../model/span';
import { BUILT_IN_STATUSES, readStatus, type StatusDefinition, type StatusReading } from '../model/status';
import { DataFileReader, fileStem } from './data-file-reader';
import { nearestName } from './nearest-name';
import { RELATION_KEYS, readRelations } from './relations';
import { readYaml } from './yaml-document';
import type { YamlMap, YamlScalar } from './yaml-node';

/** The keys of every part of a roadmap file (DESIGN, section 3), in the order in which they are written. */
export const ROADMAP_KEYS = {
  roadmap: [
    'roadmap',
    'title',
    'reference',
    'url',
    'date',
    'period',
    'relates',
    'labels',
    'numbering',
    'statuses',
    'areas',
    'actions',
    'commitments',
  ],
  status: ['status', 'as', 'names', 'meaning'],
  area: ['area', 'title', 'section'],
  action: ['action', 'title', 'area', 'actors', 'due', 'stated', 'every', 'source', 'note', 'relates', 'deliverables'],
  deliverable: ['deliverable', 'title', 'actors', 'due', 'stated', 'every', 'status', 'source', 'note', 'relates'],
  commitment: ['commitment', 'title', 'actors', 'due', 'stated', 'every', 'status', 'source', 'note', 'relates'],
  relation: RELATION_KEYS,
} as const;

/**
 * Reads a roadmap file (`*.roadmap.yaml`; DESIGN, section 3). Never throws.
 *
 * @param uri the file, for what points into it
 * @param text its text, decoded
 * @returns the roadmap as far as it can be read, undefined where the file says nothing that is part of one; and what is
 *   wrong. Whether its actors exist is not known here: a rule that sees the register says that.
 */
export function parseRoadmapFile(
  uri: string,
  text: string,
): { readonly roadmap: Roadmap | undefined; readonly problems: readonly FileProblem[] } {
  const { root, problems: syntax } = readYaml(text);
  const problems: FileProblem[] = syntax.map((problem) => ({ code: 'syntax', ...problem }));
  if (root?.kind !== 'map') {
    const span = root?.span ?? { start: 0, end: 0 };
    const message = 'This is no roadmap yet. A roadmap file has the fields “roadmap” (its id), “title” and “actions”.';
    return { roadmap: undefined, problems: [...problems, { code: 'roadmap-invalid', span, message }] };
  }
  const reader = new DataFileReader(uri, text, problems);
  const roadmap = readRoadmap(reader, root);
  problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { roadmap, problems };
}

function readRoadmap(reader: DataFileReader, root: YamlMap): Roadmap {
  reader.checkKeys(root, ROADMAP_KEYS.roadmap, 'a roadmap');
  const id = reader.values.text(root, 'roadmap');
  const place = root.pairs[0]?.key.span ?? root.span;
  for (const key of ['roadmap', 'title', 'actions']) {
    reader.require(root, key, 'A roadmap', place);
  }
  reader.referenceDay(reader.values.text(root, 'date'));
  const date = reader.day(root, 'date');
  const period = reader.date(root, 'period');
  const statuses = readStatuses(reader, root);
  const areas = readAreas(reader, root);
  const actions = readActions(reader, root, areas, statuses);
  const commitments = reader.values.maps(root, 'commitments').flatMap((item) => {
    return readDeliverable(reader, item, 'commitment', undefined, statuses);
  });
  reader.checkDoubles('deliverable', [...actions.flatMap((action) => action.deliverables), ...commitments]);
  const labels = reader.values.texts(root, 'labels').map((label) => label.text);
  return {
    id: id?.text ?? fileStem(reader.uri),
    title: reader.line(root, 'title') ?? '',
    references: reader.values.texts(root, 'reference').map((reference) => reference.text),
    ...optional('url', reader.line(root, 'url')),
    ...optional('date', date),
    ...optional('period', period?.date),
    ...optional('relates', readRelations(reader, root)),
    labels: labels.length > 0 ? labels : ['Action'],
    numbering: readNumbering(reader, root),
    statuses,
    areas,
    actions,
    commitments,
    uri: reader.uri,
    idSpan: id?.span ?? place,
  };
}

function readNumbering(reader: DataFileReader, root: YamlMap): 'own' | 'official' {
  const written = reader.values.text(root, 'numbering');
  if (written && written.text !== 'own' && written.text !== 'official') {
    reader.invalid(
      written,
      `“numbering” is either “official” (the ids of deliverables are the document’s) or “own” (this file made them up).`,
      nearestName(written.text, ['own', 'official']),
    );
  }
  return written?.text === 'own' ? 'own' : 'official';
}

function readStatuses(reader: DataFileReader, root: YamlMap): readonly StatusDefinition[] {
  const builtIn = BUILT_IN_STATUSES.map((definition) => definition.status);
  const found: { readonly id: string; readonly idSpan: Span; readonly definition: StatusDefinition }[] = [];
  for (const item of reader.values.maps(root, 'statuses')) {
    reader.checkKeys(item, ROADMAP_KEYS.status, 'a status');
    const status = reader.requireText(item, 'status', 'A status');
    const as = reader.requireText(item, 'as', 'A status');
    const meant = BUILT_IN_STATUSES.find((definition) => definition.status === as?.text)?.as;
    if (as && !meant) {
      reader.invalid(
        as,
        `“as” says which built-in status this one counts as: ${builtIn.join(', ')}.`,
        nearestName(as.text, builtIn),
      );
    }
    if (status && meant) {
      const names = reader.values.texts(item, 'names').map((name) => name.text);
      const definition = {
        status: status.text,
        as: meant,
        names,
        ...optional('meaning', reader.line(item, 'meaning')),
      };
      found.push({ id: status.text, idSpan: status.span, definition });
    }
  }
  reader.checkDoubles('status', found);
  return found.map((one) => one.definition);
}

function readAreas(reader: DataFileReader, root: YamlMap): readonly Area[] {
  const found: (Area & { readonly idSpan: Span })[] = [];
  for (const item of reader.values.maps(root, 'areas')) {
    reader.checkKeys(item, ROADMAP_KEYS.area, 'an area');
    const id = reader.requireText(item, 'area', 'An area');
    const title = reader.requireText(item, 'title', 'An area');
    if (id) {
      const section = optional('section', reader.line(item, 'section'));
      found.push({ id: id.text, title: lineOf(title) ?? '', ...section, span: item.span, idSpan: id.span });
    }
  }
  reader.checkDoubles('area', found);
  return found.map(({ idSpan: _, ...area }) => area);
}

function readActions(
  reader: DataFileReader,
  root: YamlMap,
  areas: readonly Area[],
  statuses: readonly StatusDefinition[],
): readonly Action[] {
  const actions: Action[] = [];
  const items = reader.values.maps(root, 'actions');
  for (const item of items) {
    reader.checkKeys(item, ROADMAP_KEYS.action, 'an action');
    const id = reader.requireText(item, 'action', 'An action');
    const title = reader.requireText(item, 'title', 'An action');
    const area = reader.values.text(item, 'area');
    reader.checkArea(area, areas);
    const parts = reader.values.maps(item, 'deliverables');
    const deliverables = parts.flatMap((deliverable) => {
      return readDeliverable(reader, deliverable, 'deliverable', id?.text, statuses);
    });
    reader.checkTitles('deliverable of the action', 'deliverable', parts);
    if (id) {
      actions.push({
        id: id.text,
        title: lineOf(title) ?? '',
        ...optional('area', area?.text),
        ...reader.actors(item),
        deadline: reader.deadline(item),
        deliverables,
        ...optional('note', reader.line(item, 'note')),
        ...optional('source', reader.line(item, 'source')),
        ...optional('relates', readRelations(reader, item)),
        span: item.span,
        idSpan: id.span,
      });
    }
  }
  reader.checkDoubles('action', actions);
  reader.checkTitles('action', 'action', items);
  return actions;
}

function readDeliverable(
  reader: DataFileReader,
  item: YamlMap,
  kind: 'deliverable' | 'commitment',
  action: string | undefined,
  statuses: readonly StatusDefinition[],
): readonly Deliverable[] {
  reader.checkKeys(item, ROADMAP_KEYS[kind], `a ${kind}`);
  const id = reader.requireText(item, kind, `A ${kind}`);
  const title = reader.requireText(item, 'title', `A ${kind}`);
  const status = readOwnStatus(reader, reader.values.text(item, 'status'), statuses);
  const deadline = reader.deadline(item);
  if (!id) {
    return [];
  }
  return [
    {
      id: id.text,
      ...optional('action', action),
      title: lineOf(title) ?? '',
      ...reader.actors(item),
      deadline,
      ...optional('status', status),
      ...optional('note', reader.line(item, 'note')),
      ...optional('source', reader.line(item, 'source')),
      ...optional('relates', readRelations(reader, item)),
      span: item.span,
      idSpan: id.span,
    },
  ];
}

function readOwnStatus(
  reader: DataFileReader,
  written: YamlScalar | undefined,
  statuses: readonly StatusDefinition[],
): StatusReading | undefined {
  const reading = written && readStatus(written.text, statuses);
  if (written && !reading) {
    const ids = [...statuses, ...BUILT_IN_STATUSES].map((definition) => definition.status);
    reader.invalid(
      written,
      `“${written.text}” is no status. The statuses are ${ids.join(', ')}.`,
      nearestName(written.text, ids),
    );
  }
  return reading;
}

/** A text of one line, however many the file gives it. */
function lineOf(scalar: YamlScalar | undefined): string | undefined {
  return scalar?.text.replace(/\s+/g, ' ').trim();
}

/** A property that is there only where it has a value. */
function optional<K extends string, T>(key: K, value: T | undefined): { readonly [P in K]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: T });
}
