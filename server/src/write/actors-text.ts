import { yamlText } from './yaml-text';

/** An actor to be written. */
export interface WrittenActor {
  readonly actor: string;
  readonly name: string;
  readonly short?: string;
  readonly kind: string;
  /** What somebody has to look at: a comment above it. */
  readonly check: string;
}

/** Actors as the text of an `actors.yaml`, in the order of `ACTORS_KEYS`. */
export function actorsText(head: readonly string[], actors: readonly WrittenActor[]): string {
  const lines = [...head.map((line) => `# ${line}`), 'actors:'];
  for (const { actor, name, short, kind, check } of actors) {
    lines.push(`  # check: ${check.replace(/\s+/g, ' ')}`, ...yamlText('  - ', 'actor', actor));
    lines.push(...yamlText('    ', 'name', name), ...(short === undefined ? [] : yamlText('    ', 'short', short)));
    lines.push(`    kind: ${kind}`);
  }
  return `${lines.join('\n')}\n`;
}
