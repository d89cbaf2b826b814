/** Reads broken files one after another and tells its parent of each: `child.ts FOLDER FIRST COUNT`. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { peakOf } from '../scale/child.ts';
import { readBroken, type Read } from './one-file.ts';
import type { Seed } from './stock.ts';

/** Of one file: `ms` of the processor, the highest memory of the process so far in bytes. */
export type Told = { readonly number: number } & ((Read & { readonly ms: number; readonly peak: number }) | { readonly crash: string });

const [folder = '', first = '0', count = '0'] = process.argv.slice(2);
const stock = JSON.parse(await readFile(join(folder, 'stock.json'), 'utf8')) as readonly Seed[];
const path = join(folder, `broken by ${process.pid}`);
const tell = (told: Told): void => { process.send?.(told); };
for (let number = Number(first); number < Number(first) + Number(count); number += 1) {
  const before = process.cpuUsage();
  try {
    const read = await readBroken(number, { folder, stock, path });
    const { user, system } = process.cpuUsage(before);
    tell({ number, ...read, ms: (user + system) / 1000, peak: peakOf(process.pid) * 2 ** 20 || process.resourceUsage().maxRSS * 1024 });
  } catch (error) {
    tell({ number, crash: error instanceof Error ? error.stack ?? error.message : String(error) });
  }
}
process.disconnect();
