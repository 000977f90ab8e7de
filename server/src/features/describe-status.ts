import type { StatusDefinition } from '../model/status';

/** Markdown about a status: what it says and how people write it. */
export function describeStatus({ status, as, names, meaning }: StatusDefinition): string {
  return [
    `**${names[0] ?? status}**${meaning === undefined ? '' : `: ${meaning}`}`,
    `Id: \`${status}\`${as === status ? '' : `, counts as \`${as}\``}. Also written: ${names.join(', ')}.`,
  ].join('\n\n');
}
