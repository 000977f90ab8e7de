/** The draft of a document with a comment in its header that says what of the document was not read. */
export function withDraftNotes(draft: string, notes: readonly string[]): string {
  const told = [
    ...notes.slice(0, MOST),
    ...(notes.length > MOST ? [`There are ${notes.length - MOST} more such places.`] : []),
  ];
  return told.length === 0 ? draft : draft.replace('\n', () => `\n${SIGN}${told.join(' ').replace(/\s+/g, ' ')}\n`);
}

/** What the comment says; undefined where there is none. */
export function draftNotes(draft: string): string | undefined {
  const start = draft.indexOf('\n') + 1;
  const end = draft.indexOf('\n', start);
  return draft.startsWith(SIGN, start) ? draft.slice(start + SIGN.length, end) : undefined;
}

const SIGN = '# Not read: ';
const MOST = 3;
