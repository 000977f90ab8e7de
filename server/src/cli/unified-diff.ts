import { changedLines, type LineChange } from '../write/line-diff';

/**
 * The difference between two texts of a file as a unified diff, as `patch` and `git apply` read it; empty where there
 * is none.
 *
 * @param path as people read it
 */
export function unifiedDiff(path: string, before: string, after: string): string {
  const [old, now] = [linesOf(before), linesOf(after)];
  const hunks = together(changedLines(old, now));
  const shown = hunks.map((changes) => {
    const [first, last] = [changes[0], changes.at(-1)];
    const [oldStart, newStart] = [first?.oldStart ?? 0, first?.newStart ?? 0];
    const lead = Math.min(CONTEXT, oldStart);
    const tail = Math.min(CONTEXT, old.length - (last?.oldEnd ?? 0));
    const oldCount = lead + (last?.oldEnd ?? 0) - oldStart + tail;
    const newCount = lead + (last?.newEnd ?? 0) - newStart + tail;
    const lines: string[] = [];
    let at = oldStart - lead;
    for (const change of changes) {
      lines.push(...marked(' ', old.slice(at, change.oldStart)));
      lines.push(...marked('-', old.slice(change.oldStart, change.oldEnd)));
      lines.push(...marked('+', now.slice(change.newStart, change.newEnd)));
      at = change.oldEnd;
    }
    lines.push(...marked(' ', old.slice(at, at + tail)));
    return `@@ -${range(oldStart - lead, oldCount)} +${range(newStart - lead, newCount)} @@\n${lines.join('')}`;
  });
  return shown.length === 0 ? '' : `--- a/${path}\n+++ b/${path}\n${shown.join('')}`;
}

/** How many lines that are the same are shown around those that are not. */
const CONTEXT = 3;

/** Changes whose surroundings touch stand in one hunk. */
function together(changes: readonly LineChange[]): readonly LineChange[][] {
  const hunks: LineChange[][] = [];
  for (const change of changes) {
    const open = hunks.at(-1);
    if (open && change.oldStart - (open.at(-1)?.oldEnd ?? 0) <= 2 * CONTEXT) {
      open.push(change);
    } else {
      hunks.push([change]);
    }
  }
  return hunks;
}

/** The lines as `patch` counts them: a CR is a character of its line. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function marked(mark: string, lines: readonly string[]): readonly string[] {
  return lines.map((line) =>
    line.endsWith('\n') ? `${mark}${line}` : `${mark}${line}\n\\ No newline at end of file\n`,
  );
}

/** Lines count from 1; an empty stretch is named by the line before it. */
function range(start: number, count: number): string {
  return count === 1 ? String(start + 1) : `${count === 0 ? start : start + 1},${count}`;
}
