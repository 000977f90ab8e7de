import { Random } from '../drafts/random';
import { positionAt } from '../drafts/typing';
import { probed } from '../lsp/probe';
import { type Contestant, type Documents, withContestants } from './contestant';

export interface MemoryRun {
  readonly name: string;
  /** After so many edits. */
  readonly points: readonly { readonly edits: number; readonly resident: number; readonly heap: number }[];
}

/** Findings are asked for once in so many edits. */
const PULL_EVERY = 10;

/**
 * Edits a document very often and looks at the memory of the server on the way, after a collection of garbage.
 *
 * @param project The project's folder.
 * @param edits After how many edits to look, ascending.
 * @returns Memory in MiB. No points where the system does not tell.
 */
export function measureMemory(
  contestant: Contestant,
  documents: Documents,
  project: string,
  edits: readonly number[],
): Promise<MemoryRun> {
  const setup = contestant.setup('');
  const probe = probed(setup.command, project, documents.folder, true);
  const withProbe = { ...contestant, setup: () => ({ ...setup, command: probe.command }) };
  return withContestants([withProbe], documents, async (open) => {
    const points: { edits: number; resident: number; heap: number }[] = [];
    for (const { editor, uri, text } of open) {
      const random = new Random(1);
      const paragraphs = [...text.matchAll(/^ *[A-Z][^\n]{80,}$/gm)];
      let start = { line: 0, character: 0 };
      let done = 0;
      for (const goal of edits) {
        for (; done < goal; done++) {
          const isLetter = done % 2 === 0;
          if (isLetter) {
            const paragraph = random.pick(paragraphs);
            start = positionAt(text, paragraph.index + 20 + random.below(paragraph[0].length - 20));
          }
          const end = isLetter ? start : { line: start.line, character: start.character + 1 };
          editor.change(uri, { range: { start, end }, inserted: isLetter ? 'x' : '' }, text);
          // There is a letter in the text then that was not there the last time.
          if (done % PULL_EVERY === 4) {
            await editor.findings(uri);
          }
        }
        const usage = await probe.usageOf(editor.server);
        if (usage) {
          points.push({ edits: done, resident: usage.resident / 2 ** 20, heap: usage.heap / 2 ** 20 });
        }
      }
    }
    return { name: contestant.name, points };
  });
}
