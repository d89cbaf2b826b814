/** The header line of a pack: plain JSON that says what follows, readable without any codec. */
import { z } from 'zod';
import { CodedError } from '../../shared/kernel/errors.ts';
import { CHECKSUM_BYTES, FRAME_BYTES, HEADER_BYTES, TABLE_ROWS, UNCOMPRESSED_BYTES } from './limits.ts';
import { DROPPED_TABLES, TABLES } from './tables.ts';
import type { Table } from './tables/column.ts';

/** Raised whenever a reader of the number before could not read the file: tables and columns included. */
export const PACK_FORMAT = 1;
export const CODECS = ['zstd', 'gzip'] as const;
export type Codec = (typeof CODECS)[number];

/** Every pack starts with these bytes. */
export const PACK_START = '{"waymarkPack":';

const count = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);
const schema = z.strictObject({
  waymarkPack: z.literal(PACK_FORMAT),
  name: z.string().min(1).max(200),
  edition: z.string().min(1).max(40),
  scope: z.string().min(1).max(40),
  codec: z.string().min(1).max(20),
  /** Version of the library that compressed: identical bytes are promised within one version only. */
  codecVersion: z.string().min(1).max(40),
  /** SHA-256 of the canonical rows, hexadecimal: the identity of the edition. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  /** Bytes of the canonical rows. */
  bytes: count,
  /** Bytes of the compressed frame. */
  frameBytes: count,
  tables: z.array(z.tuple([z.string().min(1).max(40), count])).max(200),
});
export type PackHeader = Readonly<Omit<z.infer<typeof schema>, 'codec'>> & { readonly codec: Codec };

/** The header as the first line of a file, its line feed included. Errors: pack-too-large. */
export function headerLine(header: PackHeader): Buffer {
  const line = Buffer.from(`${JSON.stringify({
    waymarkPack: header.waymarkPack, name: header.name, edition: header.edition, scope: header.scope, codec: header.codec,
    codecVersion: header.codecVersion, digest: header.digest, bytes: header.bytes, frameBytes: header.frameBytes, tables: header.tables,
  })}\n`);
  if (line.length > HEADER_BYTES) throw new CodedError('pack-too-large', { what: 'header', declared: line.length, limit: HEADER_BYTES });
  return line;
}

function tooLarge(what: string, declared: number, limit: number): CodedError {
  return new CodedError('pack-too-large', { what, declared, limit });
}

const isCodec = (word: string): word is Codec => CODECS.some((codec) => codec === word);

/**
 * Step by step: is it a pack, of this format, well formed, of a known codec, within limits, with our tables?
 * `start` is the first HEADER_BYTES of the file (or all of it). Errors: pack-not-a-pack, pack-cut,
 * pack-newer-format, pack-unknown-codec, pack-too-large, pack-row-invalid.
 */
export function parseHeader(start: Buffer): { readonly header: PackHeader; readonly length: number } {
  const magic = start.subarray(0, PACK_START.length).toString('latin1');
  if (start.length < PACK_START.length && start.length > 0 && PACK_START.startsWith(magic)) throw new CodedError('pack-cut', { part: 'header' });
  if (magic !== PACK_START) throw new CodedError('pack-not-a-pack');
  const end = start.indexOf(0x0a);
  if (end < 0) {
    throw start.length < HEADER_BYTES ? new CodedError('pack-cut', { part: 'header' }) : tooLarge('header', start.length, HEADER_BYTES);
  }
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(start.subarray(0, end)));
  } catch (cause) {
    throw new CodedError('pack-not-a-pack', {}, { cause });
  }
  const format = z.object({ waymarkPack: z.number().int().positive() }).safeParse(value);
  if (!format.success) throw new CodedError('pack-not-a-pack');
  if (format.data.waymarkPack > PACK_FORMAT) {
    throw new CodedError('pack-newer-format', { format: format.data.waymarkPack, known: PACK_FORMAT });
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new CodedError('pack-not-a-pack', {}, { cause: parsed.error });
  const { codec, ...rest } = parsed.data;
  if (!isCodec(codec)) throw new CodedError('pack-unknown-codec', { codec: codec.replaceAll(/[^\w.-]/g, '?') });
  const header: PackHeader = { ...rest, codec };
  checkLimits(header);
  checkTables(header);
  return { header, length: end + 1 };
}

function checkLimits(header: PackHeader): void {
  if (header.bytes > UNCOMPRESSED_BYTES) throw tooLarge('rows', header.bytes, UNCOMPRESSED_BYTES);
  if (header.frameBytes > FRAME_BYTES) throw tooLarge('frame', header.frameBytes, FRAME_BYTES);
  for (const [name, rows] of header.tables) {
    if (rows > TABLE_ROWS) throw tooLarge(name.replaceAll(/[^\w.-]/g, '?'), rows, TABLE_ROWS);
  }
}

/**
 * Our tables, in our order. An older pack may lack those that came later and may be absent, and may name empty ones that were
 * dropped since; one with all of ours and others beside them is of a newer program.
 */
function checkTables(header: PackHeader): void {
  const ours = header.tables.map(([name]) => name).filter((name) => TABLES.some((table) => table.name === name));
  const expected = TABLES.filter((table: Table) => table.mayBeAbsent !== true || ours.includes(table.name));
  expected.forEach(({ name }, index) => {
    if (ours[index] !== name) throw new CodedError('pack-row-invalid', { table: name, row: 0, column: '', reason: 'table-missing' });
  });
  if (ours.length > expected.length) throw new CodedError('pack-row-invalid', { table: ours[expected.length] ?? '', row: 0, column: '', reason: 'order' });
  const dropped = header.tables.filter(([name]) => DROPPED_TABLES.some((table) => table.name === name));
  for (const [table, rows] of dropped) if (rows > 0) throw new CodedError('pack-row-invalid', { table, row: 0, column: '', reason: 'row-too-many' });
  if (new Set(dropped.map(([name]) => name)).size < dropped.length) throw new CodedError('pack-row-invalid', { table: dropped[0]?.[0] ?? '', row: 0, column: '', reason: 'order' });
  if (header.tables.length > ours.length + dropped.length) throw new CodedError('pack-newer-format', { format: header.waymarkPack, known: PACK_FORMAT });
}

/** Bytes of the whole file that a header promises. */
export const fileBytes = (headerLength: number, header: PackHeader): number => headerLength + header.frameBytes + CHECKSUM_BYTES;
