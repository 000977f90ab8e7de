import type { YAMLError } from 'yaml';

/** Why a text cannot stand without quotation marks, in words for people who have never heard of YAML. */
export function whyQuotesAreNeeded(text: string): string {
  const first = text[0] ?? '';
  if (first === '"' || first === "'") {
    const again = text.indexOf(first, 1);
    return again < 0
      ? `The quotation mark at the start of this text is never closed. Close it with ${first} at the end of the text.`
      : 'The text goes on behind its closing quotation mark. Put the whole text in one pair of quotation marks, of the ' +
          'other kind where it has some inside.';
  }
  const reason = FIRST_CHARACTERS.get(first);
  if (reason !== undefined) {
    return `A text cannot start with ${first} here: ${reason}. Put the whole text in quotation marks.`;
  }
  return 'A colon with a space behind it starts a new field, so this text breaks off there. Put the whole text in quotation marks.';
}

const FIRST_CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['*', 'the asterisk refers to a value with a name'],
  ['&', 'the ampersand gives a value a name'],
  ['!', 'the exclamation mark says what type a value has'],
  ['@', 'the sign is reserved'],
  ['`', 'the sign is reserved'],
  ['%', 'the percent sign is reserved'],
  ['>', 'the sign announces a text on the lines below'],
  ['|', 'the sign announces a text on the lines below'],
  ['[', 'the bracket starts a list'],
  ['{', 'the brace starts a group of fields'],
  [']', 'the bracket ends a list'],
  ['}', 'the brace ends a group of fields'],
  [',', 'the comma separates the items of a list'],
  ['?', 'a question mark with a space behind it starts a field'],
]);

/**
 * What an error of the YAML library means for somebody who writes a report, and what to do.
 *
 * @param error one that no repair took away (yaml-repair.ts)
 */
export function syntaxMessage(error: YAMLError): string {
  if (error.code === 'MISSING_CHAR' && error.message.startsWith('Missing closing')) {
    return 'A quotation mark is opened and never closed. Close it at the end of the text.';
  }
  if (error.code === 'MISSING_CHAR' && error.message.startsWith('Sequence item without')) {
    return WRONG_COLUMN;
  }
  if (error.code === 'MISSING_CHAR' && error.message.startsWith('Missing , ')) {
    return 'A comma is missing between two items of this list.';
  }
  return MESSAGES[error.code] ?? UNREADABLE;
}

export const NO_COLON = 'has no colon. Write a colon and a space behind it, then the value.';
export const NO_SPACE_AFTER_COLON = 'There has to be a space behind the colon.';
export const NO_SPACE_AFTER_DASH = 'There has to be a space behind the dash that starts an item.';
export const TABS = 'This line is indented with a tab. Indent with spaces: two for each level.';
export const LOOSE_LINE =
  'This line is no field (a name, a colon, a space, a value) and belongs to none. If it goes on with the text above, ' +
  'indent it as far as that text.';
export const COMMA_IN_FLOW =
  'Between braces a comma ends a text, so this one breaks off at its comma. Put the whole text in quotation marks.';
export const BRACES =
  'Braces start a group of fields, each with a name and a colon. Put a text with braces in quotation marks.';
export const LIST_NOT_CLOSED = 'The list that starts with [ is not closed. Put ] behind its last item.';
export const GROUP_NOT_CLOSED = 'The group of fields that starts with { is not closed. Put } behind its last field.';
export const ITEM_BEHIND_COLON =
  'An item of a list goes on a line of its own. Start a new line before the dash and indent it by two spaces.';
export const STRAY_ITEM =
  'This item of a list belongs to no field. Write the name of the field with a colon on the line above, and indent the item.';
export const WRONG_COLUMN =
  'This line does not start in the column of the lines that it belongs to. Indent fields of one level the same.';
export const SECOND_DOCUMENT =
  'A line of three dashes or dots ends what is read of a file, so whatever stands behind this one is lost. Take it out.';
export const DISPLACED_ITEM =
  'This entry does not start in the column of the first one. Put its dash, and all below it, in the same column.';
export const UNREADABLE_KEY = 'The name of a field has to be plain text. Write a name, a colon, a space and the value.';
export const OVER_INDENTED = 'This line is indented further than the field above it. Indent both the same.';
export const NESTED_TOO_DEEPLY = 'Brackets or levels are nested too deeply to be read. Take some of them out.';
export const TOO_MANY_COPIES =
  'References to named values (*name) bring in more than can be read. Write the values where they are needed.';

const UNREADABLE =
  'This cannot be read. Check that fields of one level start in the same column, that every field has a colon and a ' +
  'space, and that quotation marks and brackets are closed.';

const MESSAGES: { readonly [code in YAMLError['code']]?: string } = {
  TAB_AS_INDENT: TABS,
  BAD_INDENT: WRONG_COLUMN,
  BAD_DQ_ESCAPE:
    'In a text between double quotation marks a backslash has a meaning of its own. Use single quotation marks, or write it twice.',
  MULTIPLE_DOCS: SECOND_DOCUMENT,
  KEY_OVER_1024_CHARS:
    'This line is too long for a field without a colon in it. Write a name, a colon, a space and the value.',
  MULTILINE_IMPLICIT_KEY: 'The name of a field has to be on one line, with its colon behind it.',
  BAD_DIRECTIVE: 'A line that starts with a percent sign gives an instruction that is not known here. Take it out.',
  RESOURCE_EXHAUSTION: NESTED_TOO_DEEPLY,
};
