import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A copy of a folder in a place of its own, for tests that write into the workspace. Who asks for it removes it. */
export async function copyOfWorkspace(folder: string): Promise<string> {
  const copy = await mkdtemp(path.join(tmpdir(), 'rapporteur-workspace-'));
  await cp(folder, copy, { recursive: true });
  return copy;
}
