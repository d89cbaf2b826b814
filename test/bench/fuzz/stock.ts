/** Whole files to break: the start of every real file, workbooks made small again from real ones, packs, patches and bombs. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { gunzipSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { writePack } from '../../../db/pack/pack-writer.ts';
import { editedEdition } from '../../../db/pack/patch/test-edits.ts';
import { writePatch } from '../../../db/pack/patch/patch-writer.ts';
import { testEdition } from '../../../db/pack/test-edition.ts';
import { partsOf, sealed } from '../../../db/pack/test-forge.ts';
import { zipOf, workbookParts, type TestPart } from '../../../db/sources/file/test-zip.ts';
import { openSource } from '../../../db/sources/file/open-source.ts';
import { DATA } from './data.ts';

/** How a file of the stock is broken and read. */
export type Form = 'text' | 'gzip' | 'workbook' | 'whole' | 'pack' | 'patch' | 'bomb';
export interface Seed {
  readonly name: string;
  readonly form: Form;
}

/** Of a larger file only the start is taken: a reader meets the same ways of breaking sooner. */
const TEXT_BYTES = 12 * 1024;
const LARGE_TEXT_BYTES = 300 * 1024;
/** Every so manyth text keeps {@link LARGE_TEXT_BYTES}. */
const LARGE_EVERY = 25;
const WHOLE_BYTES = 400 * 1024;
const SHEET_ROWS = 24;
const BOMB_BYTES = 256 * 1024 * 1024;
export const PACKS = 6;
export const packName = (index: number): string => `pack-${index}`;

async function filesUnder(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const entry of (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await filesUnder(path)));
    else if (/\.(?:csv|json|jsonld|xlsx|parquet|gz|txt)$/.test(entry.name)) found.push(path);
  }
  return found;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The parts of a workbook as JSON: the first rows of each sheet, texts in the cells or shared, in turn. */
async function smallWorkbook(path: string, shared: boolean): Promise<Buffer | null> {
  const input = await openSource(path);
  if (input.form !== 'workbook') return null;
  const strings: string[] = [];
  const cellOf = (text: string): string => {
    if (/^-?\d{1,9}(?:\.\d+)?$/.test(text)) return `<c><v>${text}</v></c>`;
    if (!shared) return `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
    return `<c t="s"><v>${strings.push(text) - 1}</v></c>`;
  };
  const sheets: Record<string, string> = {};
  for (const { name } of input.sheets.slice(0, 6)) {
    const rows: string[] = [];
    for await (const { cells } of input.rows(name)) {
      rows.push(`<row>${cells.map(cellOf).join('')}</row>`);
      if (rows.length >= SHEET_ROWS) break;
    }
    sheets[escaped(name)] = rows.join('\n');
  }
  return Buffer.from(JSON.stringify(workbookParts(sheets, shared ? strings.map((text) => `<si><t>${escaped(text)}</t></si>`).join('\n') : null)));
}

/** Bombs of each kind of compression: small as files, {@link BOMB_BYTES} and more once unpacked. */
function bombs(pack: Buffer, patch: Buffer): Readonly<Record<string, Buffer>> {
  const line = Buffer.from('11-1011,Chief executives,1,2,3\n'.repeat(1_000));
  const rows = Buffer.alloc(BOMB_BYTES, line);
  const zeros = Buffer.alloc(BOMB_BYTES);
  const parts = workbookParts({ A: '<row><c><v>1</v></c></row>' });
  const around = (file: Buffer, frame: Buffer, states: number): Buffer => sealed({ ...partsOf(file).header, bytes: states, frameBytes: frame.length }, frame);
  const packed = zstdCompressSync(zeros);
  return {
    'gzip of rows': gzipSync(rows), 'gzip of zeros': gzipSync(zeros), 'gzip in gzip': gzipSync(gzipSync(zeros)),
    'workbook of zeros': zipOf(parts.map((part) => (part.name.endsWith('sheet1.xml') ? { ...part, content: zeros } : part))),
    'workbook that hides its size': zipOf(parts.map((part) => (part.name.endsWith('sheet1.xml') ? { ...part, content: zeros, says: { size: 100 } } : part))),
    'pack of zeros': around(pack, packed, zeros.length), 'pack that hides its size': around(pack, packed, 1_000),
    'patch of zeros': around(patch, packed, zeros.length), 'patch that hides its size': around(patch, packed, 1_000),
  };
}

/** Writes the stock into a folder; gives its list, real files first. */
export async function makeStock(folder: string): Promise<readonly Seed[]> {
  await mkdir(folder, { recursive: true });
  const seeds: Seed[] = [];
  const put = async (name: string, form: Form, bytes: Buffer): Promise<void> => {
    await writeFile(join(folder, name), bytes);
    seeds.push({ name, form });
  };
  const files = existsSync(DATA) ? await filesUnder(DATA) : [];
  for (const [index, path] of files.entries()) {
    const name = `${index} ${path.slice(DATA.length + 1).replaceAll(/[\\/]/g, ' ')}`;
    const most = index % LARGE_EVERY === 0 ? LARGE_TEXT_BYTES : TEXT_BYTES;
    const kind = extname(path);
    if (kind === '.xlsx') {
      const parts = await smallWorkbook(path, index % 2 === 0);
      if (parts) await put(`${name} parts`, 'workbook', parts);
      if ((await stat(path)).size <= WHOLE_BYTES) await put(name, 'whole', await readFile(path));
    } else if (kind === '.gz') await put(name, 'gzip', gunzipSync(await readFile(path)).subarray(0, TEXT_BYTES));
    else if (kind === '.parquet') {
      if ((await stat(path)).size <= WHOLE_BYTES) await put(name, 'whole', await readFile(path));
    } else await put(name, 'text', (await readFile(path)).subarray(0, most));
  }
  for (let index = 0; index < PACKS; index += 1) {
    const from = testEdition(index, 8);
    const [pack, patch, young] = [join(folder, packName(index)), join(folder, `patch-${index}`), join(folder, `young-${index}`)];
    const codec = index % 2 === 0 ? 'zstd' : 'gzip';
    await writePack({ rows: from, out: pack, codec });
    await writePack({ rows: editedEdition(from, index, 0.4), out: young });
    await writePatch({ from: pack, to: young, out: patch, codec });
    seeds.push({ name: packName(index), form: 'pack' }, { name: `patch-${index}`, form: 'patch' });
  }
  const made = bombs(await readFile(join(folder, packName(0))), await readFile(join(folder, 'patch-0')));
  for (const [name, bytes] of Object.entries(made)) await put(name, 'bomb', bytes);
  await writeFile(join(folder, 'stock.json'), JSON.stringify(seeds));
  return seeds;
}

/** Parts of a small workbook, as {@link makeStock} wrote them. */
export const partsIn = (bytes: Buffer): readonly TestPart[] => JSON.parse(bytes.toString('utf8')) as readonly TestPart[];
