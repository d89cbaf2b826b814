/**
 * Real files of every kind, broken in every way a disk or a person breaks them, through the importers (`WAYMARK_FUZZ` files,
 * 2,000 by default; `WAYMARK_FUZZ_SEED`): each gives a report with its codes, never a crash. A crash names its seed and is thrown.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkSource } from '../../db/sources/check/check-source.ts';
import type { Series } from '../../scripts/lib/bench.ts';

export const name = 'sources-fuzz';

const DATA = join(fileURLToPath(new URL('../../', import.meta.url)), '..', 'shared', 'data');
/** Of a larger file only the start is broken: the reader meets the same ways of breaking sooner. */
const MOST_BYTES = 300 * 1024;
const SLOWEST_MS = 10_000;

/** A number generator of 32 bits (mulberry32): the same files from the same seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

async function filesUnder(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const entry of (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await filesUnder(path)));
    else if (/\.(?:csv|json|xlsx|parquet|gz|txt)$/.test(entry.name)) found.push(path);
  }
  return found;
}

const splice = (bytes: Buffer, at: number, put: Buffer): Buffer => Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at)]);
const lines = (bytes: Buffer): string[] => bytes.toString('latin1').split('\n');

/** Ways of breaking a file, each from a fresh copy of its bytes. */
const WAYS: Readonly<Record<string, (bytes: Buffer, next: (below: number) => number) => Buffer>> = {
  'bit flips': (bytes, next) => {
    for (let count = 1 + next(12); count > 0; count -= 1) {
      const at = next(bytes.length);
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << next(8)), at);
    }
    return bytes;
  },
  'cut': (bytes, next) => bytes.subarray(0, next(bytes.length)),
  'hole': (bytes, next) => { const at = next(bytes.length); return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.min(bytes.length, at + 1 + next(400)))]); },
  'zeros': (bytes, next) => splice(bytes, next(bytes.length), Buffer.alloc(1 + next(64))),
  'broken letters': (bytes, next) => splice(bytes, next(bytes.length), Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0xed, 0xa0, 0x80])),
  'giant number': (bytes, next) => splice(bytes, next(bytes.length), Buffer.from('9'.repeat(1 + next(400)))),
  'quotes': (bytes, next) => splice(bytes, next(bytes.length), Buffer.from('"'.repeat(1 + next(3)))),
  'brackets': (bytes, next) => splice(bytes, next(bytes.length), Buffer.from('[{'.repeat(1 + next(600)))),
  'swapped lines': (bytes, next) => {
    const own = lines(bytes);
    const [a, b] = [next(own.length), next(own.length)];
    [own[a], own[b]] = [own[b] ?? '', own[a] ?? ''];
    return Buffer.from(own.join('\n'), 'latin1');
  },
  'swapped columns': (bytes) => Buffer.from(lines(bytes).map((line) => line.split(',').reverse().join(',')).join('\n'), 'latin1'),
  'another ending': (bytes) => Buffer.from(bytes.toString('latin1').replaceAll('\n', '\r'), 'latin1'),
  'letters for digits': (bytes, next) => Buffer.from(bytes.toString('latin1').replace(/\d/g, (digit) => (next(40) === 0 ? 'x' : digit)), 'latin1'),
};

export async function run(): Promise<readonly Series[]> {
  if (!existsSync(DATA)) {
    process.stdout.write('  skipped: ../shared/data is missing\n');
    return [];
  }
  const files = await filesUnder(DATA);
  const folder = await mkdtemp(join(tmpdir(), 'waymark fuzz '));
  const seed = Number(process.env['WAYMARK_FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  const wanted = Number(process.env['WAYMARK_FUZZ'] ?? 2_000);
  const ways = Object.keys(WAYS);
  const samples: number[] = [];
  let [whole, part, peak] = [0, 0, 0];
  const codes = new Set<string>();
  try {
    for (let index = 0; index < wanted; index += 1) {
      const next = numbers(seed + index);
      const file = files[next(files.length)] ?? '';
      const way = ways[next(ways.length)] ?? 'cut';
      const { size } = await stat(file);
      const bytes = (await readFile(file)).subarray(0, Math.min(size, MOST_BYTES));
      if (bytes.length === 0) continue;
      const path = join(folder, 'file');
      await writeFile(path, WAYS[way]?.(Buffer.from(bytes), next) ?? bytes);
      const start = performance.now();
      const what = `seed ${seed + index}: ${file.slice(DATA.length + 1)}, ${way}`;
      const report = await checkSource(path).catch((cause: unknown) => { throw new Error(`crash, ${what}`, { cause }); });
      const took = performance.now() - start;
      if (took > SLOWEST_MS) throw new Error(`${Math.round(took)} ms, ${what}`);
      if (report.read !== report.kept + report.skipped + report.refused) throw new Error(`counts that do not add up, ${what}`);
      for (const { code } of report.problems) codes.add(code);
      if (report.kind === null) whole += 1;
      else part += 1;
      samples.push(took);
      peak = Math.max(peak, process.memoryUsage.rss());
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  process.stdout.write(`  seed ${seed}: ${samples.length} broken files, ${whole} not recognised, ${part} read in part or whole, ${codes.size} codes, at most ${Math.round(peak / 2 ** 20)} MB\n`);
  return [{ label: 'one broken file', unit: 'ms', samples }];
}
