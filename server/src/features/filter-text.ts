/** What of a value is typed already decides what the completion is compared with: an opening quote stays part of it. */
export function filterTextFor(typed: string, text: string): string {
  const quote = /^["']/.exec(typed)?.[0] ?? '';
  return `${quote}${text}`;
}
