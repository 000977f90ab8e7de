import { roadmapMeant } from '../model/related-items';
import type { Roadmap } from '../model/roadmap';
import type { Snapshot } from '../model/snapshot';
import type { Span } from '../model/span';
import { inOrder, type Occurrence, type OccurrenceForm, type Subject } from '../model/subject';
import { readYaml } from '../parse/yaml-document';
import { pairOf, type YamlMap, type YamlScalar } from '../parse/yaml-node';
import { YamlValues } from '../parse/yaml-values';
import { documentsAt, roadmapAt } from './report-occurrences';

/**
 * Every place in a roadmap, actors or project file that defines or names something, in order; spans count from the file.
 * Of a roadmap that another one of the same id overrides, only what it says of actors counts. Empty for other files.
 */
export function definitionOccurrences(snapshot: Snapshot, uri: string): readonly Occurrence[] {
  const text = snapshot.text(uri) ?? '';
  switch (snapshot.roleOf(uri)) {
    case 'roadmap': {
      const roadmap = snapshot.roadmapIn(uri);
      return roadmap && snapshot.roadmaps.get(roadmap.id) === roadmap
        ? roadmapOccurrences(text, roadmap, (to) => roadmapMeant(to, roadmap, snapshot.roadmaps)?.id)
        : roadmapOccurrences(text, { id: '', areas: [] }, () => undefined).filter(
            ({ subject: { kind } }) => kind === 'actor',
          );
    }
    case 'actors':
      return actorsOccurrences(text);
    case 'project':
      return projectOccurrences(text);
    default:
      return [];
  }
}

/**
 * Every place in a roadmap's file that defines or names something, in order; spans count from the file.
 *
 * @param roadmap what the file says
 * @param meant the id of the roadmap that a relation's `to` leads to; undefined where it leads to none
 */
function roadmapOccurrences(
  text: string,
  roadmap: Pick<Roadmap, 'id' | 'areas'>,
  meant: (to: string | undefined) => string | undefined,
): readonly Occurrence[] {
  const file = new DefinitionPlaces(text);
  const { root, values } = file;
  if (!root) {
    return [];
  }
  const { id: roadmapId, areas } = roadmap;
  file.define(root, 'roadmap', { kind: 'roadmap', roadmap: roadmapId }, root.span);
  for (const { span } of values.texts(root, 'reference')) {
    file.found.push(...documentsAt(text, span, root.span));
  }
  file.relations(root, meant);
  for (const item of values.maps(root, 'areas')) {
    file.defineItem(item, 'area', (id) => ({ kind: 'area', roadmap: roadmapId, id }));
  }
  for (const item of values.maps(root, 'actions')) {
    file.defineItem(item, 'action', (id) => ({ kind: 'action', roadmap: roadmapId, id }));
    const area = values.text(item, 'area');
    if (area && areas.some(({ id }) => id === area.text)) {
      file.add({ kind: 'area', roadmap: roadmapId, id: area.text }, area, 'id');
    }
    file.actors(item, 'actors');
    file.relations(item, meant);
    for (const deliverable of values.maps(item, 'deliverables')) {
      file.defineItem(deliverable, 'deliverable', (id) => ({ kind: 'deliverable', roadmap: roadmapId, id }));
      file.actors(deliverable, 'actors');
      file.relations(deliverable, meant);
    }
  }
  for (const item of values.maps(root, 'commitments')) {
    file.defineItem(item, 'commitment', (id) => ({ kind: 'deliverable', roadmap: roadmapId, id }));
    file.actors(item, 'actors');
    file.relations(item, meant);
  }
  return inOrder(file.found);
}

/** Every place in a file with actors that defines or names one, in order; spans count from the file. */
function actorsOccurrences(text: string): readonly Occurrence[] {
  const file = new DefinitionPlaces(text);
  const { root, values } = file;
  for (const item of root ? values.maps(root, 'actors') : []) {
    const id = values.text(item, 'actor');
    if (!id || id.text.trim() === '') {
      continue;
    }
    const subject: Subject = { kind: 'actor', id: id.text };
    file.add(subject, id, 'id', item.span);
    for (const key of ['name', 'short', 'names', 'field-names']) {
      for (const name of values.texts(item, key)) {
        file.add(subject, name, 'name', item.span);
      }
    }
    file.actors(item, 'replaces');
    file.actors(item, 'part-of');
  }
  return inOrder(file.found);
}

/** The places in a project file that name a roadmap; spans count from the file. */
function projectOccurrences(text: string): readonly Occurrence[] {
  const { root, values } = new DefinitionPlaces(text);
  const roadmap = root && values.text(root, 'roadmap');
  return roadmap ? [roadmapAt(roadmap.text, text, roadmap.span)] : [];
}

class DefinitionPlaces {
  readonly found: Occurrence[] = [];
  readonly root: YamlMap | undefined;
  readonly values: YamlValues;

  constructor(private readonly text: string) {
    const { root } = readYaml(text);
    this.root = root?.kind === 'map' ? root : undefined;
    // What is wrong in the file is told elsewhere.
    this.values = new YamlValues(text, () => undefined);
  }

  /** An item with an id and a title. */
  defineItem(item: YamlMap, key: string, subjectOf: (id: string) => Subject): void {
    const id = this.values.text(item, key);
    if (id && id.text.trim() !== '') {
      const subject = subjectOf(id.text);
      this.define(item, key, subject, item.span);
      const title = this.values.text(item, 'title');
      if (title && title.text.trim() !== '') {
        this.add(subject, title, 'title', item.span);
      }
    }
  }

  define(map: YamlMap, key: string, subject: Subject, whole: Span): void {
    const id = pairOf(map, key) && this.values.text(map, key);
    if (id) {
      this.add(subject, id, 'id', whole);
    }
  }

  /** References to actors; whether they exist is not known here. */
  actors(item: YamlMap, key: string): void {
    for (const id of this.values.texts(item, key)) {
      if (id.text.trim() !== '') {
        this.add({ kind: 'actor', id: id.text }, id, 'id');
      }
    }
  }

  /** What the relations of an item name: roadmaps, actions, deliverables, commitments, documents by their numbers. */
  relations(item: YamlMap, meant: (to: string | undefined) => string | undefined): void {
    for (const relation of this.values.maps(item, 'relates')) {
      const to = this.values.text(relation, 'to');
      const name = to?.text.replace(/\s+/g, ' ').trim() || undefined;
      const roadmap = meant(name);
      if (to && name !== undefined) {
        this.related(name, to, roadmap);
      }
      for (const key of roadmap === undefined ? [] : (['action', 'deliverable', 'commitment'] as const)) {
        const kind = key === 'commitment' ? 'deliverable' : key;
        for (const id of this.values.texts(relation, key)) {
          if (id.text.trim() !== '' && roadmap !== undefined) {
            this.add({ kind, roadmap, id: id.text }, id, 'id');
          }
        }
      }
    }
  }

  private related(name: string, to: YamlScalar, roadmap: string | undefined): void {
    const cited = documentsAt(this.text, to.span, to.span);
    if (cited.length > 0) {
      this.found.push(...cited.map(({ whole: _, ...place }) => ({ ...place, isDefinition: false })));
    } else if (roadmap !== undefined || !/\s/.test(name)) {
      this.found.push(roadmapAt(roadmap ?? name, this.text, to.span));
    }
  }

  /** A scalar that says a subject; with a `whole` it is a part of the definition. */
  add(subject: Subject, { span, style, text }: YamlScalar, form: OccurrenceForm, whole?: Span): void {
    const isInPlace = style !== 'block' && this.text.slice(span.start, span.end) === text;
    this.found.push({
      subject,
      span,
      name: span,
      form: isInPlace || form === 'title' ? form : 'other',
      isDefinition: whole !== undefined,
      ...(whole ? { whole } : {}),
    });
  }
}
