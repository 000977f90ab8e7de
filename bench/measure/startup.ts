import { pathToFileURL } from 'node:url';
import { Editor } from '../lsp/editor';
import type { ProcessMemory } from '../lsp/process-memory';
import { type Contestant, type Documents, type Measured, withContestants, writeDocument } from './contestant';
import { inTurns } from './turns';

/** Has servers work on a document once and end as an editor has them end, so that they keep what they keep. */
export async function startBefore(contestants: readonly Contestant[], documents: Documents): Promise<void> {
  await withContestants(contestants, documents, async (open) => {
    for (const { editor } of open) {
      await editor.server.endPolitely();
    }
  });
}

/**
 * Times from the start of a process to the first findings of a document that is opened at once.
 *
 * @param count How many starts; slow servers get a part of them, but three at least.
 */
export async function measureStartup(
  contestants: readonly Contestant[],
  documents: Documents,
  count: number,
): Promise<Measured[]> {
  const last = new Map<Contestant, { findings: number; memory: ProcessMemory | undefined }>();
  const starts = contestants.map((contestant): [Contestant, number[]] => {
    const own = Math.max(3, Math.ceil(count * contestant.share));
    return [contestant, Array.from({ length: own }, (_, index) => index)];
  });
  const times = await inTurns(contestants, new Map(starts), count, async (contestant) => {
    const document = await writeDocument(documents, contestant.format);
    const folder = pathToFileURL(documents.folder).href;
    const editor = await Editor.start(contestant.setup(folder), folder);
    try {
      editor.open(document);
      const { at, count: findings = 0 } = await editor.findings(document.uri);
      last.set(contestant, { findings, memory: editor.server.memory() });
      return at - editor.started;
    } finally {
      await editor.server.stop();
    }
  });
  return contestants.map((contestant) => ({
    name: contestant.name,
    debounce: contestant.debounce,
    times: times.get(contestant) ?? [],
    findings: last.get(contestant)?.findings ?? 0,
    memory: last.get(contestant)?.memory,
  }));
}
