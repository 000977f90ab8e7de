import { readFileSync } from 'node:fs';

/** Memory of a process, in MiB. */
export interface ProcessMemory {
  readonly resident: number;
  /** The most that was resident at any time. */
  readonly peak: number;
}

/** @returns The memory of a running process; undefined where the system does not tell (it does on Linux). */
export function memoryOf(pid: number): ProcessMemory | undefined {
  const status = read(`/proc/${pid}/status`);
  const [resident, peak] = [/^VmRSS:\s+(\d+) kB/m, /^VmHWM:\s+(\d+) kB/m].map((line) => line.exec(status)?.[1]);
  return resident && peak ? { resident: Number(resident) / 1024, peak: Number(peak) / 1024 } : undefined;
}

/** @returns Processor time of a running process, in milliseconds and in steps of 10; undefined beside Linux. */
export function processorTimeOf(pid: number): number | undefined {
  // The name of the program stands in brackets and may hold spaces; the times are the 12th and 13th field behind it.
  const fields = read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ');
  return fields ? (Number(fields[11]) + Number(fields[12])) * 10 : undefined;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
