import { readFileSync } from 'node:fs';

/** Memory of a process, in MiB. */
export interface ProcessMemory {
  readonly resident: number;
  /** The most that was resident at any time. */
  readonly peak: number;
}

/** @returns The memory of a running process; undefined where the system does not tell (Linux does). */
export function memoryOf(pid: number): ProcessMemory | undefined {
  const status = statusOf(pid);
  const [resident, peak] = [/^VmRSS:\s+(\d+) kB/m, /^VmHWM:\s+(\d+) kB/m].map((line) => line.exec(status)?.[1]);
  return resident && peak ? { resident: Number(resident) / 1024, peak: Number(peak) / 1024 } : undefined;
}

function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}
