/**
 * Patches beside what general tools make of the same two editions: bytes, time and memory, for several shares of changes.
 * `--sizes`, `--shares`, `--of`, `--packs`, `--tool-minutes`: patch/options.ts.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPackHeader } from '../../db/pack/pack-reader.ts';
import type { Series } from '../../scripts/lib/bench.ts';
import { packOf } from './patch/editions.ts';
import { step, type Measured } from './patch/measured.ts';
import { readOptions, type PatchOptions } from './patch/options.ts';
import { differences, toolsHere } from './patch/others.ts';
import { bytesWord, tableOf } from './patch/table.ts';

export const name = 'patch';
export const takesFlags = true;
export const onlyNamed = true;

const sizeOf = async (path: string): Promise<number> => (await stat(path)).size;
const row = (label: string, bytes: number | null, { ms, peak }: Measured): readonly string[] =>
  [label, bytes === null ? '' : bytesWord(bytes), `${(ms / 1000).toFixed(1)} s`, peak === null ? 'not told' : `${Math.round(peak / 2 ** 20)} MB`];

interface Case {
  readonly credentials: number;
  readonly share: number;
  readonly folder: string;
  readonly tools: readonly string[];
  readonly options: PatchOptions;
}

/** Our patch from base to the later edition, laid over the base and built; the same is compared with the tools. */
async function measure({ credentials, share, folder, tools, options: { of, packs, toolMinutes } }: Case): Promise<readonly Series[]> {
  const base = await packOf(packs ?? folder, { credentials, share: 0, editions: 0 });
  const later = share === 0 ? base : await packOf(packs ?? folder, { credentials, share, editions: 1 });
  const [patch, result, built] = ['ours.patch', 'result.pack', 'result.sqlite'].map((file) => join(folder, file)) as [string, string, string];
  const wrote = await step('diff', base, later, patch);
  const applied = await step('apply', base, patch, result);
  if ((await readPackHeader(result)).digest !== (await readPackHeader(later)).digest) throw new Error('the patch led to another edition');
  const ours = await sizeOf(patch);
  const title = `${credentials} credentials, ${share * 100} % changed`;
  const lines: (readonly string[])[] = [];
  const tell = (...more: readonly (readonly string[])[]): void => {
    lines.push(...more);
    // Minutes pass between them.
    for (const line of more) process.stdout.write(`  … ${line.join('  ')}\n`);
  };
  tell(row('our patch, written', ours, wrote), row('laid over its pack', await sizeOf(result), applied));
  const beaten: string[] = [];
  const compare = async (what: string, from: string, to: string): Promise<void> => {
    for (const other of await differences(from, to, { tools, folder, minutes: toolMinutes })) {
      const label = `${other.tool === 'zstd' ? 'zstd --patch-from -19' : 'xdelta3 -9'} of the ${what}`;
      tell(row(label, other.bytes, other));
      if (other.bytes <= ours) beaten.push(label);
    }
  };
  if (of.includes('packs')) await compare('packs', base, later);
  if (of.includes('rows')) {
    const [old, young] = [join(folder, 'old.rows'), join(folder, 'young.rows')];
    await step('rows', base, old);
    await step('rows', later, young);
    await compare('rows', old, young);
    await rm(old);
    await rm(young);
  }
  if (of.includes('databases')) {
    // Kept beside its pack: it takes as long as the other, and is the same for each share.
    const old = base.replace(/\.pack$/, '.sqlite');
    const made = await step('database', result, built);
    tell(row('database from the result', await sizeOf(built), made));
    if (!existsSync(old)) await step('database', base, old);
    await compare('databases', old, built);
    await rm(built);
  }
  process.stdout.write(`${title}\n${tableOf(lines)}`);
  if (beaten.length > 0) process.stdout.write(`  smaller than ours: ${beaten.join(', ')}\n`);
  return [{ label: `${title}: patch`, unit: 'bytes', samples: [ours] }];
}

export async function run(flags: readonly string[]): Promise<readonly Series[]> {
  const options = readOptions(flags);
  const folder = await mkdtemp(join(tmpdir(), 'waymark bench patch '));
  const tools = await toolsHere();
  const series: Series[] = [];
  try {
    for (const credentials of options.sizes) for (const share of options.shares) series.push(...(await measure({ credentials, share, folder, tools, options })));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return series;
}
