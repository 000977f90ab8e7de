import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DraftFormat, report } from './draft';
import { generatedPlan, roadmapFile } from './plan';

/** Lines of every report of a workspace. */
export const REPORT_LINES = 100;

/**
 * Writes a workspace: one roadmap, and reports of 100 lines on a few of its actions each. Several authors have a folder
 * each; of their reports, every second one goes on from the one before.
 *
 * @param folder An empty folder.
 * @param count How many reports.
 * @param formats In which formats, in turns of two.
 */
export async function writeWorkspace(folder: string, count: number, formats: readonly DraftFormat[]): Promise<void> {
  const plan = generatedPlan(ACTIONS);
  await writeFile(join(folder, 'plan.roadmap.yaml'), roadmapFile(plan));
  await Promise.all(AUTHORS.map((author) => mkdir(join(folder, author))));
  for (let index = 0; index < count; index++) {
    const format = formats[Math.floor(index / 2) % formats.length] ?? 'markdown';
    const author = AUTHORS[Math.floor(index / 2) % AUTHORS.length] ?? '';
    const isSecond = index % 2 === 1;
    const first = (Math.floor(index / 2) * 7) % (ACTIONS - ENTRIES);
    const text = report({
      format,
      plan,
      actions: plan.actions.slice(first, first + ENTRIES),
      lines: REPORT_LINES,
      seed: index,
      author,
      date: isSecond ? '2024-06-28' : '2024-06-14',
      header: isSecond ? [`previous: ./${nameOf(index - 1, format)}`] : [],
    });
    await writeFile(join(folder, author, nameOf(index, format)), text);
  }
}

const ACTIONS = 60;
const ENTRIES = 5;
const AUTHORS = ['commission', 'europol', 'eurojust', 'cepol', 'frontex', 'presidency'];

function nameOf(index: number, format: DraftFormat): string {
  return `contribution-${index}.report.${format === 'markdown' ? 'md' : 'yaml'}`;
}
