import {
  BUILT_IN_KINDS,
  type DraftKind,
  KIND_FIELDS,
  type KindDeclaration,
  type KindSnippet,
  resolveKinds,
  SECTION_CONTENTS,
  SECTION_SUBSTITUTES,
  type SectionDeclaration,
} from '../model/draft-kind';
import type { FileProblem } from '../model/file-problem';
import { RULE_SEVERITIES, type SeveritySetting } from '../model/finding';
import type { Span } from '../model/span';
import { DataFileReader } from './data-file-reader';
import { nearestName } from './nearest-name';
import { readYaml } from './yaml-document';
import { pairOf, type YamlMap, type YamlScalar } from './yaml-node';

/** The keys of every part of a kind of draft (`kinds:` of a project file), in the order in which they are written. */
export const KIND_KEYS = {
  kind: ['kind', 'extends', 'name', 'about', 'title', 'fields', 'rules', 'sections'],
  section: [
    ...['section', 'names', 'about', 'required', 'repeats', 'holds', 'replaced-by', 'begins', 'says', 'text'],
    'snippets',
  ],
  snippet: ['snippet', 'text'],
} as const;

/**
 * The kinds in a file that has nothing but `kinds:`, as the built-in one.
 *
 * @param text its text, decoded
 */
export function parseKindsFile(text: string): {
  readonly kinds: readonly DraftKind[];
  readonly problems: readonly FileProblem[];
} {
  const { root, problems: syntax } = readYaml(text);
  const problems: FileProblem[] = syntax.map((problem) => ({ code: 'syntax', ...problem }));
  const declared = root?.kind === 'map' ? readKinds(new DataFileReader('', text, problems), root) : [];
  return { kinds: resolveKinds(declared ?? []), problems };
}

/** The kinds that `kinds` declares; undefined where the key is missing or has no value. */
export function readKinds(reader: DataFileReader, root: YamlMap): readonly KindDeclaration[] | undefined {
  if (!pairOf(root, 'kinds')?.value) {
    return undefined;
  }
  const read: { readonly id: string; readonly idSpan: Span; readonly declared: KindDeclaration }[] = [];
  const items = reader.values.maps(root, 'kinds');
  const all = items.flatMap((item) => reader.values.text(item, 'kind')?.text ?? []);
  for (const item of items) {
    reader.checkKeys(item, KIND_KEYS.kind, 'a kind of draft');
    const id = reader.requireText(item, 'kind', 'A kind of draft');
    if (id) {
      const before = new Set([...BUILT_IN_KINDS, ...read.map((one) => one.id)]);
      const base = readBase(reader, item, id.text, [...before], all);
      read.push({ id: id.text, idSpan: id.span, declared: readKind(reader, item, id.text, base) });
    }
  }
  reader.checkDoubles('kind of draft', read);
  return read.map(({ declared }) => declared);
}

/** The kind that one builds on: built in, or above it. */
function readBase(
  reader: DataFileReader,
  item: YamlMap,
  id: string,
  before: readonly string[],
  all: readonly string[],
): string | undefined {
  const written = reader.values.text(item, 'extends');
  const base = written?.text.trim();
  if (!written || before.includes(base ?? '')) {
    return base;
  }
  if (base === id || !all.includes(base ?? '')) {
    return choice(reader, item, 'extends', before, 'no kind that this one could build on');
  }
  reader.invalid(
    written,
    `The kind “${written.text}” stands further down, and a kind builds on those above it only. Move it above this one, ` +
      'unless it builds on this one in turn.',
  );
  return undefined;
}

function readKind(reader: DataFileReader, item: YamlMap, id: string, base: string | undefined): KindDeclaration {
  const rules = reader.values.map(item, 'rules');
  return withoutAbsent({
    id,
    base,
    name: reader.line(item, 'name'),
    about: reader.line(item, 'about'),
    title: reader.line(item, 'title'),
    fields: given(item, 'fields') ? choices(reader, item, 'fields', KIND_FIELDS, 'no field of a header') : undefined,
    rules: rules && readRules(reader, rules),
    sections: given(item, 'sections') ? readSections(reader, item) : undefined,
  });
}

/** Severities by code; whether a rule with that code exists is not known here. */
export function readRules(reader: DataFileReader, rules: YamlMap): Readonly<Record<string, SeveritySetting>> {
  const settings: Record<string, SeveritySetting> = {};
  for (const { key, value, complete } of rules.pairs) {
    const written = complete && value ? reader.values.textOf(value, key.text) : undefined;
    const severity = RULE_SEVERITIES.find((one) => one === written?.text);
    if (severity !== undefined) {
      settings[key.text] = severity;
    } else if (written) {
      const message = `“${written.text}” is no severity. A rule is set to ${RULE_SEVERITIES.join(', ')}.`;
      reader.invalid(written, message, nearestName(written.text, RULE_SEVERITIES));
    }
  }
  return settings;
}

function readSections(reader: DataFileReader, kind: YamlMap): readonly SectionDeclaration[] {
  const titles = new Set<string>();
  return reader.values.maps(kind, 'sections').flatMap((item) => {
    reader.checkKeys(item, KIND_KEYS.section, 'a section');
    const title = reader.requireText(item, 'section', 'A section');
    if (title && titles.has(title.text.trim().toLowerCase())) {
      reader.invalid(
        title,
        `There is a section “${title.text}” in this kind already. Take this one out, or give it another title.`,
      );
    }
    titles.add(title?.text.trim().toLowerCase() ?? '');
    return title ? [readSection(reader, item, title.text.trim())] : [];
  });
}

function readSection(reader: DataFileReader, item: YamlMap, title: string): SectionDeclaration {
  return withoutAbsent({
    title,
    names: lowerTexts(reader, item, 'names'),
    about: reader.line(item, 'about'),
    required: readTruth(reader, item, 'required'),
    repeats: readTruth(reader, item, 'repeats'),
    holds: choice(reader, item, 'holds', SECTION_CONTENTS, 'nothing that a section is made of'),
    replacedBy: choice(reader, item, 'replaced-by', SECTION_SUBSTITUTES, 'nothing that can stand in for a section'),
    begins: lowerTexts(reader, item, 'begins'),
    says: lowerTexts(reader, item, 'says'),
    text: reader.values.text(item, 'text')?.text.trimEnd(),
    snippets: given(item, 'snippets') ? readSnippets(reader, item) : undefined,
  });
}

function readSnippets(reader: DataFileReader, section: YamlMap): readonly KindSnippet[] {
  return reader.values.maps(section, 'snippets').flatMap((item) => {
    reader.checkKeys(item, KIND_KEYS.snippet, 'a snippet');
    const name = reader.requireText(item, 'snippet', 'A snippet');
    const text = reader.requireText(item, 'text', 'A snippet');
    return name && text ? [{ name: name.text, text: text.text.trimEnd() }] : [];
  });
}

function readTruth(reader: DataFileReader, map: YamlMap, key: string): boolean | undefined {
  const word = choice(reader, map, key, ['true', 'false'], 'neither true nor false');
  return word === undefined ? undefined : word === 'true';
}

/** One of several words; another one is reported. */
function choice<T extends string>(
  reader: DataFileReader,
  map: YamlMap,
  key: string,
  known: readonly T[],
  complaint: string,
): T | undefined {
  const written = reader.values.text(map, key);
  return written && chosen(reader, written, known, complaint);
}

function choices<T extends string>(
  reader: DataFileReader,
  map: YamlMap,
  key: string,
  known: readonly T[],
  complaint: string,
): readonly T[] {
  return reader.values.texts(map, key).flatMap((written) => chosen(reader, written, known, complaint) ?? []);
}

function chosen<T extends string>(
  reader: DataFileReader,
  written: YamlScalar,
  known: readonly T[],
  complaint: string,
): T | undefined {
  const found = known.find((one) => one === written.text.trim());
  if (found === undefined && written.text.trim() !== '') {
    const message = `“${written.text}” is ${complaint}. There are ${known.join(', ')}.`;
    reader.invalid(written, message, nearestName(written.text, known));
  }
  return found;
}

function lowerTexts(reader: DataFileReader, map: YamlMap, key: string): readonly string[] | undefined {
  return given(map, key) ? reader.values.texts(map, key).map(({ text }) => text.trim().toLowerCase()) : undefined;
}

function given(map: YamlMap, key: string): boolean {
  return pairOf(map, key)?.value !== undefined;
}

/** Without the keys that say nothing: they are taken from elsewhere. */
function withoutAbsent<T extends object>(values: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}
