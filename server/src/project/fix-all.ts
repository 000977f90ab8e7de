import type { Finding, Fix, TextEdit } from '../model/finding';
import { applyEdits, collide } from '../model/text-edits';
import type { WorkspaceSnapshot } from './workspace';

/** A text after its safe fixes. */
export interface FixedText {
  readonly text: string;
  /** How many fixes were made. */
  readonly count: number;
}

/**
 * Makes the safe fixes of a file's findings, those that the first ones uncover too, until there is none left. Of fixes
 * that touch each other the one further up is made first and the other, if it is still needed, in the next round.
 * Nothing in the snapshot changes.
 *
 * @param isMeant which findings are to be fixed; without it, all
 * @returns undefined where there is nothing to fix
 */
export function fixAll(
  snapshot: WorkspaceSnapshot,
  uri: string,
  isMeant: (finding: Finding) => boolean = () => true,
): FixedText | undefined {
  const original = snapshot.text(uri);
  let now = snapshot.apart();
  let text = original ?? '';
  let count = 0;
  const seen = new Set([text]);
  for (;;) {
    const fixes = apartFromEachOther(safeFixes(now, uri, isMeant));
    const next = applyEdits(
      text,
      fixes.flatMap(({ edits }) => edits),
    );
    // Two fixes that undo each other would go on for ever.
    if (seen.has(next)) {
      return count === 0 ? undefined : { text, count };
    }
    seen.add(next);
    count += fixes.length;
    text = next;
    now = now.with([{ uri, text }]);
  }
}

/** For each of these findings that has one, its first safe fix. */
export function safeFixes(
  snapshot: WorkspaceSnapshot,
  uri: string,
  isMeant: (finding: Finding) => boolean,
): readonly Fix[] {
  const findings = snapshot.findings(uri).filter(isMeant);
  const fixes = findings.length > 0 ? snapshot.fixes(uri, findings) : [];
  return fixes.flatMap((some) => some.find(({ safe }) => safe) ?? []);
}

/** Those of some fixes that can be made at once: none touches another one. */
function apartFromEachOther(fixes: readonly Fix[]): readonly Fix[] {
  const first = ({ edits }: Fix) => Math.min(...edits.map(({ span }) => span.start));
  const taken: TextEdit[] = [];
  const chosen: Fix[] = [];
  for (const fix of [...fixes].sort((a, b) => first(a) - first(b))) {
    if (!fix.edits.some((edit) => taken.some((other) => collide(edit.span, other.span)))) {
      taken.push(...fix.edits);
      chosen.push(fix);
    }
  }
  return chosen;
}
