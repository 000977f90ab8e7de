import type { StatusDefinition } from '../model/status';
import { escapeMarkdown } from './markdown-text';

/** Markdown about a status: what it says, and how people write it. */
export function describeStatus({ status, as, names, meaning }: StatusDefinition): string {
  const [name = status, ...others] = names;
  const inYaml = as === status ? `In YAML: \`${status}\`` : `In YAML: \`${status}\`, which counts as \`${as}\``;
  return [
    `**${escapeMarkdown(name)}**${meaning === undefined ? '' : `: ${escapeMarkdown(meaning)}`}`,
    ...(others.length === 0 ? [] : [`Also written: ${others.map(escapeMarkdown).join(', ')}`]),
    inYaml,
  ].join('\n\n');
}
