/** Words as Markdown says them literally, in one line: a title with an asterisk stays one. */
export function escapeMarkdown(words: string): string {
  return words.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~&]/g, '\\$&');
}

/** A link in Markdown, whatever is in its words and address. */
export function markdownLink(words: string, url: string): string {
  return `[${escapeMarkdown(words)}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)`;
}
