import { keyOf } from '../../model/entry';
import { BUILT_IN_STATUSES } from '../../model/status';
import { readActionId } from '../../parse/action-reference';
import type { PreparedContext } from '../../parse/prepared-context';
import { yamlScalar } from '../yaml-scalar';
import { type DraftEntry, type DraftField, type DraftItem, officialTitle, usualLevels, WHOLE_SECTION } from './draft';

/** The entries of a YAML report, with the key `entries`. Line ends are LF. */
export function writeYamlEntries(entries: readonly DraftEntry[], context: PreparedContext): string {
  const levels = usualLevels(entries, context.roadmaps);
  const lines = entries.flatMap((entry, index) => entryLines(entry, levels[index] ?? 2, context));
  return lines.length === 0 ? 'entries: []\n' : `entries:\n${lines.map((line) => `${line}\n`).join('')}`;
}

function entryLines(entry: DraftEntry, usual: number, context: PreparedContext): readonly string[] {
  const { roadmaps } = context;
  const { above, actions, title, level, text, kept, isWhole, fields } = entry;
  const marks = level === undefined || level === 0 || level === usual ? '' : '#'.repeat(level);
  const only = actions.length === 1 && title === undefined ? actions[0] : undefined;
  const official = only && officialTitle(only, roadmaps);
  const remark = [marks, ...(official === undefined ? [] : [official]), entry.comment ?? '']
    .filter((part) => part !== '')
    .join(' ');
  const ids = actions.map(({ roadmap, action }) =>
    scalar(roadmaps.length > 1 && roadmap !== undefined ? `${roadmap}:${action}` : action),
  );
  const isNamed = title !== undefined && namesOnly(title, actions, context);
  const value = isNamed ? scalar(title) : ids.length === 1 ? ids[0] : `[${ids.join(', ')}]`;
  const action = ids.length === 0 ? [] : [`action: ${value}`];
  const section = title === undefined || isNamed ? [] : [`section: ${scalar(title)}`];
  const [first = 'section: ""', ...others] = [...section, ...action];
  const before = fields.filter(({ key }) => !BEHIND_TEXT.has(key));
  const behind = fields.filter(({ key }) => BEHIND_TEXT.has(key));
  const whole = isWhole ? `${WHOLE_SECTION}\n${text}` : text;
  const body = [
    ...others,
    ...before.flatMap(fieldLines),
    ...(whole === '' ? [] : textLines(whole)),
    ...behind.flatMap(fieldLines),
    ...kept.flatMap((key) => key.split('\n')),
  ];
  return [
    ...above.map((comment) => `  # ${comment}`),
    `  - ${first}${remark === '' ? '' : ` # ${remark}`}`,
    ...body.map((line) => (line === '' ? '' : `    ${line}`)),
  ];
}

/** Whether a title says which action is meant, and can stand in the place of its number: "Action 6: Finances". */
function namesOnly(title: string, actions: DraftEntry['actions'], context: PreparedContext): boolean {
  const [only, more] = actions;
  const found = readActionId(title, 0, context);
  return (
    only !== undefined &&
    !more &&
    found.by === 'number' &&
    /^[^<*_`[\]&]+$/.test(title) &&
    keyOf(found) === keyOf(only) &&
    found.title?.text === only.title?.text
  );
}

const BEHIND_TEXT: ReadonlySet<string> = new Set(['deliverables', 'next', 'follow-up']);

function fieldLines({ key, value, comment, above = [] }: DraftField): readonly string[] {
  const remark = comment === undefined ? '' : ` # ${comment}`;
  const comments = above.map((one) => `# ${one}`);
  if (typeof value === 'string') {
    return [...comments, `${key}:${value === '' ? '' : ` ${scalar(value)}`}${remark}`];
  }
  if (key === 'actors' && value.every(({ words }) => /^[a-z\d][a-z\d-]*$/.test(words))) {
    return [...comments, `${key}: [${value.map(({ words }) => words).join(', ')}]${remark}`];
  }
  return [
    ...comments,
    `${key}:${value.length === 0 ? ' []' : ''}${remark}`,
    ...value.flatMap((item) => itemLines(item, key)),
  ];
}

function itemLines({ words, fields, isLine, comment }: DraftItem, key: string): readonly string[] {
  const remark = comment === undefined ? '' : ` # ${comment}`;
  const isNamed = key === 'deliverables' ? !isLine : key === 'next' || (key === 'follow-up' && fields.length > 0);
  const name = isNamed ? `${key === 'deliverables' ? 'deliverable' : 'text'}: ` : '';
  return [`  - ${name}${scalar(words)}${remark}`, ...fields.flatMap(fieldLines).map((line) => `    ${line}`)];
}

function textLines(text: string): readonly string[] {
  if (NOT_IN_A_BLOCK.test(text)) {
    return [`text: ${JSON.stringify(text)}`];
  }
  // Spaces at the start of the first line would be taken for indentation.
  return [
    `text: |${/^[ \t]/.test(text) ? '2' : ''}`,
    ...text.split('\n').map((line) => (line === '' ? '' : `  ${line}`)),
  ];
}

/** What YAML allows in quotation marks only, as an escape. */
const NOT_IN_A_BLOCK =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udfff](?![\udc00-\udfff])/;

function scalar(text: string): string {
  return BUILT_IN_STATUSES.some(({ status }) => status === text)
    ? text
    : /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(text)
      ? JSON.stringify(text)
      : yamlScalar(text);
}
