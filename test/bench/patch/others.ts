/** What general tools need for the way from one file to another: `zstd --patch-from -19` and `xdelta3 -9`, each with a window over the whole file. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isThere, measured, TOOLS, type Measured } from './measured.ts';

export interface Other extends Measured {
  readonly tool: string;
  readonly bytes: number;
}

const sizeOf = async (path: string): Promise<number> => (await stat(path)).size;
/** zstd's window is a power of two up to 2^31. */
const windowLog = (bytes: number): number => Math.min(31, Math.max(20, Math.ceil(Math.log2(bytes + 1)) + 1));
const XDELTA_MOST = 2 ** 31 - 1;

/** The tools of this machine by name; says in words which are missing. */
export async function toolsHere(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [tool, version] of [['zstd', '--version'], ['xdelta3', '-V']] as const) {
    if (await isThere(tool, version)) found.push(tool);
    else process.stdout.write(`  ${tool} is not on this machine: nothing is compared with it\n`);
  }
  return found;
}

export interface Asked {
  readonly tools: readonly string[];
  readonly folder: string;
  /** How long a tool may take. */
  readonly minutes: number;
}

/** Writes the difference with each tool; leaves out what a tool cannot do, with its reason told. */
export async function differences(from: string, to: string, { tools, folder, minutes }: Asked): Promise<readonly Other[]> {
  const found: Other[] = [];
  const largest = Math.max(await sizeOf(from), await sizeOf(to));
  for (const tool of tools) {
    const out = join(folder, `difference.${tool}`);
    const args = tool === 'zstd'
      ? ['-q', '-f', '-19', '--single-thread', `--long=${windowLog(largest)}`, `--patch-from=${from}`, to, '-o', out]
      : ['-e', '-9', '-f', '-B', String(Math.min(XDELTA_MOST, Math.max(2 ** 26, largest))), '-s', from, to, out];
    try {
      const done = await measured(tool, args, { ...TOOLS, ms: minutes * 60_000 });
      found.push({ ...done, tool, bytes: await sizeOf(out) });
    } catch (error) {
      process.stdout.write(`  ${tool} gave up: ${error instanceof Error ? error.message.slice(-300) : String(error)}\n`);
    }
  }
  return found;
}
