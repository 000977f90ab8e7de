import type { Section } from '../model/report';
import { shiftSpan } from '../model/span';
import { FIELD_NAMES } from '../parse/fields';
import { describeKey, type KeyDescription } from './describe-key';
import type { DescribedPlace } from './described-places';
import type { ReportDescriptionContext } from './description-context';
import { yamlRegion } from './yaml-lines';
import { yamlKeyAt } from './yaml-slot';

/** The key under an offset, in YAML and in front matter, or the labels of a Markdown entry. Spans count from the file. */
export function keyPlaces(
  { analysed }: ReportDescriptionContext,
  section: Section | undefined,
  offset: number,
): readonly DescribedPlace[] {
  const { text, format, header } = analysed.report;
  if (format === 'markdown' && section) {
    return labelPlaces(section);
  }
  const region = format === 'yaml' ? yamlRegion(analysed.report, offset) : header.span;
  const key = region && yamlKeyAt(text, offset, region);
  const description = key && describeKey(key.place, key.name);
  return key && description ? [{ span: key.span, describe: () => keyText(key.name, description) }] : [];
}

function labelPlaces({ fields, start }: Section): readonly DescribedPlace[] {
  return FIELD_NAMES.flatMap(({ key, property, labels: [label] }) => {
    const span = fields[property]?.key;
    const description = describeKey('entry', key);
    return span && description ? [{ span: shiftSpan(span, start), describe: () => keyText(label, description) }] : [];
  });
}

/** Markdown about a key: what it is for, with examples. */
export function keyText(name: string, { text, examples }: KeyDescription): string {
  const shown = examples.map((example) => `\`${example}\``).join(', ');
  return [`**${name}**: ${text}`, ...(shown === '' ? [] : [`For example: ${shown}`])].join('\n\n');
}
