import { RELATION_KINDS, type RelatedPart, type Relation } from '../model/relation';
import type { DataFileReader } from './data-file-reader';
import { nearestName } from './nearest-name';
import type { YamlMap, YamlScalar } from './yaml-node';

/** The keys of an item of `relates`, in the order in which they are written. */
export const RELATION_KEYS = ['to', 'action', 'deliverable', 'commitment', 'how', 'note'] as const;

/**
 * The relations of a roadmap, action, deliverable or commitment. An item that says nothing of another one is reported
 * and left out. Whether there is what it names is not known here: a rule that sees all roadmaps says that.
 *
 * @param item the fields that `relates` is one of
 * @returns undefined where there are none
 */
export function readRelations(reader: DataFileReader, item: YamlMap): readonly Relation[] | undefined {
  const relations = reader.values.maps(item, 'relates').flatMap((one) => readRelation(reader, one));
  return relations.length > 0 ? relations : undefined;
}

function readRelation(reader: DataFileReader, item: YamlMap): readonly Relation[] {
  const { values } = reader;
  reader.checkKeys(item, RELATION_KEYS, 'a relation');
  const to = values.text(item, 'to');
  const parts = [
    ...partsOf('action', values.texts(item, 'action')),
    ...partsOf('deliverable', [...values.texts(item, 'deliverable'), ...values.texts(item, 'commitment')]),
  ];
  const how = readKind(reader, values.text(item, 'how'));
  const note = reader.line(item, 'note');
  const isNamed = to !== undefined && to.text.trim() !== '';
  if (!isNamed && parts.length === 0) {
    reader.invalid(
      item.pairs[0]?.key ?? item,
      'A relation needs “to” (the id of a roadmap, or a document), or an “action”, “deliverable” or “commitment” of ' +
        'this roadmap.',
    );
    return [];
  }
  return [
    {
      ...(isNamed ? { to: { text: to.text.replace(/\s+/g, ' ').trim(), span: to.span } } : {}),
      parts,
      ...(how ? { how } : {}),
      ...(note === undefined ? {} : { note }),
      span: item.span,
    },
  ];
}

function partsOf(kind: RelatedPart['kind'], written: readonly YamlScalar[]): readonly RelatedPart[] {
  return written.filter(({ text }) => text.trim() !== '').map(({ text, span }) => ({ kind, id: text.trim(), span }));
}

function readKind(reader: DataFileReader, written: YamlScalar | undefined): Relation['how'] {
  const kind = RELATION_KINDS.find((one) => one.kind === written?.text.trim())?.kind;
  if (written && written.text.trim() !== '' && kind === undefined) {
    const kinds = RELATION_KINDS.map((one) => one.kind);
    reader.invalid(
      written,
      `“how” is one of ${kinds.join(', ')}. What cannot be said by one of them is for “note”.`,
      nearestName(written.text, kinds),
    );
  }
  return kind;
}
