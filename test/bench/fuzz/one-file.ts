/** One broken file of a seed: which one it is, how it is broken, and what its reader says to it. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { readPack } from '../../../db/pack/pack-reader.ts';
import { readPatched } from '../../../db/pack/patch/apply-patch.ts';
import { seededRandom } from '../../../db/pack/test-edition.ts';
import { partsOf, sealed } from '../../../db/pack/test-forge.ts';
import { checkSource } from '../../../db/sources/check/check-source.ts';
import { zipOf } from '../../../db/sources/file/test-zip.ts';
import { CodedError } from '../../../shared/kernel/errors.ts';
import { packName, PACKS, partsIn, type Form, type Seed } from './stock.ts';
import { broken, WAY_NAMES, type Next } from './ways.ts';

/** Of a hundred files, how many are of each form. */
const SHARES: readonly (readonly [number, Form])[] = [[62, 'text'], [66, 'gzip'], [80, 'workbook'], [83, 'whole'], [91, 'pack'], [99, 'patch'], [100, 'bomb']];
/** A bomb costs as much as many files: one of so many that are drawn is read. */
const BOMB_EVERY = 5;

export interface Drawn {
  readonly seed: Seed;
  readonly way: string;
  readonly next: Next;
}

/** What a seed stands for; the same seed gives the same file. */
export function drawnBy(number: number, stock: readonly Seed[]): Drawn {
  const random = seededRandom(number);
  const next: Next = (below) => Math.floor(random() * below);
  const share = next(100);
  const wanted = SHARES.find(([until]) => share < until)?.[1] ?? 'text';
  const form = wanted === 'bomb' && next(BOMB_EVERY) > 0 ? 'pack' : wanted;
  const fitting = stock.filter((seed) => seed.form === form);
  // Without the real files packs, patches and bombs are what there is.
  const from = fitting.length > 0 ? fitting : stock;
  const seed = from[next(from.length)];
  if (seed === undefined) throw new Error('the stock is empty');
  return { seed, way: WAY_NAMES[next(WAY_NAMES.length)] ?? 'cut', next };
}

/** A pack or patch broken as a file; or inside, with sizes, checksum and digest made to fit, so that only its content can give it away. */
function brokenSealed(bytes: Buffer, way: string, next: Next): Buffer {
  const depth = next(3);
  if (depth === 0) return broken(way, bytes, next);
  const { header, frame } = partsOf(bytes);
  if (depth === 1) {
    const line = broken(way, Buffer.from(JSON.stringify(header)), next);
    const body = Buffer.concat([line, Buffer.from('\n'), frame]);
    return Buffer.concat([body, createHash('sha256').update(body).digest()]);
  }
  const gzip = header['codec'] === 'gzip';
  const content = broken(way, gzip ? gunzipSync(frame) : zstdDecompressSync(frame), next);
  const packed = gzip ? gzipSync(content) : zstdCompressSync(content);
  const digest = 'waymarkPack' in header ? { digest: createHash('sha256').update(content).digest('hex') } : {};
  return sealed({ ...header, ...digest, bytes: content.length, frameBytes: packed.length }, packed);
}

function brokenFile({ seed, way, next }: Drawn, whole: Buffer): Buffer {
  switch (seed.form) {
    case 'bomb': return next(2) === 0 ? whole : broken('bit flips', whole, next);
    case 'gzip': return next(3) === 0 ? broken(way, gzipSync(whole), next) : gzipSync(broken(way, whole, next));
    case 'pack': case 'patch': return brokenSealed(whole, way, next);
    case 'workbook': {
      const parts = partsIn(whole);
      const hurt = next(parts.length);
      return zipOf(parts.map((part, index) => (index === hurt ? { ...part, content: broken(way, Buffer.from(part.content), next) } : part)));
    }
    case 'text': case 'whole': return broken(way, whole, next);
  }
}

export type Answer = 'sound' | 'in-part' | 'refused';
export interface Read {
  readonly answer: Answer;
  readonly codes: readonly string[];
}

/** The readers of packs and patches say a code; those of sources count. Throws what is neither. */
async function sealedAnswer(read: () => Promise<unknown>): Promise<Read> {
  try {
    await read();
    return { answer: 'sound', codes: [] };
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    return { answer: 'refused', codes: [error.code] };
  }
}

async function sourceAnswer(path: string): Promise<Read> {
  const report = await checkSource(path);
  if (report.read !== report.kept + report.skipped + report.refused) throw new Error(`${report.read} records are not ${report.kept} + ${report.skipped} + ${report.refused}`);
  const codes = report.problems.map(({ code }) => code);
  if (report.kind === null && codes.length === 0) throw new Error('not recognised, and no code says why');
  return { answer: report.kind === null ? 'refused' : codes.length === 0 ? 'sound' : 'in-part', codes };
}

/** Writes the file that a number stands for and has it read. Throws where a reader does what it must not. */
export async function readBroken(number: number, { folder, stock, path }: { readonly folder: string; readonly stock: readonly Seed[]; readonly path: string }): Promise<Read> {
  const drawn = drawnBy(number, stock);
  const { seed, next } = drawn;
  await writeFile(path, brokenFile(drawn, await readFile(join(folder, seed.name))));
  const base = join(folder, packName(seed.form === 'patch' ? Number(seed.name.slice('patch-'.length)) : next(PACKS)));
  if (seed.form === 'pack' || (seed.form === 'bomb' && seed.name.startsWith('pack'))) return sealedAnswer(() => readPack(path, () => undefined));
  if (seed.form === 'patch' || seed.name.startsWith('patch')) return sealedAnswer(() => readPatched({ pack: base, patches: [path] }, () => undefined));
  return sourceAnswer(path);
}
