import { createHash } from 'node:crypto';
import type { KeepingHost } from '../../server/src/lsp/kept-findings';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** A folder in memory in which findings are kept. */
export interface KeptInMemory extends KeepingHost {
  /** What is kept, by name. */
  readonly texts: Map<string, string>;
}

/**
 * An empty one.
 *
 * @param engine what the build is known by
 */
export function keptInMemory(engine = 'one', texts = new Map<string, string>()): KeptInMemory {
  const read = async (name: string) => texts.get(name);
  const write = async (name: string, text: string) => {
    texts.set(name, text);
  };
  return { texts, hash, engine: async () => engine, cacheIn: () => ({ read, write }) };
}

/**
 * Changes what is kept so that it is still valid: “PASSED BY” instead of “passed by”, which only findings of a start
 * before this one can have, shows whether they were used.
 */
export function markKept({ texts }: KeptInMemory): void {
  for (const [name, text] of texts) {
    const [header = '', ...lines] = text.split('\n');
    const circumstances = header.split(' ')[1];
    const marked = lines.map((line) => {
      const json = line.slice(64).replaceAll('passed by', 'PASSED BY').replaceAll('"resultId":"', '"resultId":"0');
      return line.slice(0, 32) + hash(`${circumstances}\n${json}`).slice(0, 32) + json;
    });
    texts.set(name, [header, ...marked].join('\n'));
  }
}

/** What can become of a kept text: cut off, changed, another program's, emptied. */
export const DAMAGES: readonly ((text: string) => string)[] = [
  (text) => text.slice(0, text.length / 2),
  (text) => text.replaceAll('PASSED', 'MISSED'),
  () => 'nothing of ours\n\n',
  () => '',
];
