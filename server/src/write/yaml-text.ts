/**
 * A text of one line as the value of a key, or as an item of a list, that is read back as the same text: plain where
 * YAML keeps it, folded over several lines where it is long, else in double quotes.
 *
 * @param lead what stands before: spaces, or spaces with "- "
 * @param key undefined for an item of a list
 * @returns the lines, without line ends
 */
export function yamlText(lead: string, key: string | undefined, text: string): readonly string[] {
  const value = [...text].map(withoutControl).join('').replace(/\s+/gu, ' ').trim();
  const head = key === undefined ? lead : `${lead}${key}: `;
  const oneLine = head + (isPlain(value) ? value : quotedText(value));
  if (oneLine.length <= LINE || key === undefined || !isFoldable(value)) {
    return [oneLine];
  }
  const indent = `${lead.replace(/-/g, ' ')}  `;
  return [`${head}>-`, ...folded(value, LINE - indent.length).map((line) => indent + line)];
}

const LINE = 120;

/** Characters that YAML does not allow in a file, lone surrogates and byte order marks become spaces. */
function withoutControl(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const isBad =
    code < 0x20 ||
    (code >= 0x7f && code < 0xa0) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    code === 0xfeff ||
    code === 0xfffe ||
    code === 0xffff ||
    code === 0x2028 ||
    code === 0x2029;
  return isBad ? ' ' : character;
}

/** What is a text in plain style beyond doubt: begins with a letter, and no sign in it means something to YAML. */
function isPlain(text: string): boolean {
  return (
    /^\p{L}/u.test(text) &&
    !/[:#](?=\s|$)|\s#|:$|[[\]{}`|>&*!%@"]/u.test(text) &&
    !/^(?:true|false|yes|no|on|off|null|y|n|~)$/iu.test(text)
  );
}

/** A folded text keeps its words where each line begins with something else than white space. */
function isFoldable(text: string): boolean {
  return text !== '' && !/^[\s#]/.test(text);
}

function quotedText(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

/** Lines of at most `width` where words allow it. */
function folded(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return line === '' ? lines : [...lines, line];
}
