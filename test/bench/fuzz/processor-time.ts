import { readFile } from 'node:fs/promises';

/** Linux counts in hundredths of a second. */
const TICK_MS = 10;
/** Fields of the line behind the name of the program, which may hold anything: time of the program and of the system for it. */
const [USER, SYSTEM] = [11, 12] as const;

/** Milliseconds that a process has had of the processor, all its threads together; null where the system does not tell. */
export async function processorTime(pid: number): Promise<number | null> {
  const line = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '');
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[USER]) + Number(fields[SYSTEM]);
  return Number.isFinite(ticks) ? ticks * TICK_MS : null;
}
