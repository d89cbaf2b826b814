/** The header line of a patch: which edition it is for, which one it gives, and how much changes in which table. */
import { z } from 'zod';
import { CodedError } from '../../../shared/kernel/errors.ts';
import { CODECS, type Codec } from '../header.ts';
import { CHECKSUM_BYTES, HEADER_BYTES, PATCH_BYTES, PATCH_FRAME_BYTES, TABLE_ROWS, UNCOMPRESSED_BYTES } from '../limits.ts';
import type { SealedHeader } from '../sealed-file.ts';
import { TABLES } from '../tables.ts';

/** Raised whenever a reader of the number before could not read the file. */
export const PATCH_FORMAT = 1;
/** Every patch starts with these bytes. */
export const PATCH_START = '{"waymarkPatch":';

const count = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const edition = z.string().min(1).max(40);
const tableName = z.string().min(1).max(40);
const schema = z.strictObject({
  waymarkPatch: z.literal(PATCH_FORMAT),
  name: z.string().min(1).max(200),
  scope: z.string().min(1).max(40),
  codec: z.string().min(1).max(20),
  codecVersion: z.string().min(1).max(40),
  /** The only edition that it can be applied to. */
  from: z.strictObject({ edition, digest }),
  /** The edition that it gives, with the bytes of its canonical rows and the rows of each table. */
  to: z.strictObject({ edition, digest, bytes: count, tables: z.array(z.tuple([tableName, count])).max(200) }),
  /** Bytes of the content. */
  bytes: count,
  /** Bytes of the compressed frame. */
  frameBytes: count,
  /** For each table in which something changes: name, columns, rows deleted, inserted and updated. */
  changes: z.array(z.tuple([tableName, count, count, count, count])).max(200),
});
export type PatchHeader = Readonly<Omit<z.infer<typeof schema>, 'codec'>> & { readonly codec: Codec };

/** The header as the first line of a file. Errors: patch-too-large. */
export function patchHeaderLine(header: PatchHeader): Buffer {
  const { waymarkPatch, name, scope, codec, codecVersion, from, to, bytes, frameBytes, changes } = header;
  const line = Buffer.from(`${JSON.stringify({
    waymarkPatch, name, scope, codec, codecVersion, from: { edition: from.edition, digest: from.digest },
    to: { edition: to.edition, digest: to.digest, bytes: to.bytes, tables: to.tables }, bytes, frameBytes, changes,
  })}\n`);
  if (line.length > HEADER_BYTES) throw tooLarge('header', line.length, HEADER_BYTES);
  return line;
}

const tooLarge = (what: string, declared: number, limit: number): CodedError => new CodedError('patch-too-large', { what, declared, limit });
const isCodec = (word: string): word is Codec => CODECS.some((codec) => codec === word);
const invalid = (table: string, reason: string): CodedError =>
  new CodedError('patch-row-invalid', { table: table.replaceAll(/[^\w.-]/g, '?'), row: 0, column: '', reason });

/**
 * `start` is the first HEADER_BYTES of the file (or all of it). Errors, in this order: patch-not-a-patch, patch-cut, patch-too-large,
 * patch-newer-format, patch-unknown-codec, patch-row-invalid.
 */
export function parsePatchHeader(start: Buffer): SealedHeader<PatchHeader> {
  const magic = start.subarray(0, PATCH_START.length).toString('latin1');
  if (start.length < PATCH_START.length && start.length > 0 && PATCH_START.startsWith(magic)) throw new CodedError('patch-cut', { part: 'header' });
  if (magic !== PATCH_START) throw new CodedError('patch-not-a-patch');
  const end = start.indexOf(0x0a);
  if (end < 0) throw start.length < HEADER_BYTES ? new CodedError('patch-cut', { part: 'header' }) : tooLarge('header', start.length, HEADER_BYTES);
  const line = start.subarray(0, end);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line));
  } catch (cause) {
    throw new CodedError('patch-not-a-patch', {}, { cause });
  }
  const format = z.object({ waymarkPatch: z.number().int().positive() }).safeParse(value);
  if (!format.success) throw new CodedError('patch-not-a-patch');
  if (format.data.waymarkPatch > PATCH_FORMAT) throw new CodedError('patch-newer-format', { format: format.data.waymarkPatch, known: PATCH_FORMAT });
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new CodedError('patch-not-a-patch', {}, { cause: parsed.error });
  const { codec, ...rest } = parsed.data;
  if (!isCodec(codec)) throw new CodedError('patch-unknown-codec', { codec: codec.replaceAll(/[^\w.-]/g, '?') });
  const header: PatchHeader = { ...rest, codec };
  checkLimits(header);
  checkTables(header);
  return { header, length: end + 1 };
}

function checkLimits({ bytes, frameBytes, to, changes }: PatchHeader): void {
  if (bytes > PATCH_BYTES) throw tooLarge('content', bytes, PATCH_BYTES);
  if (frameBytes > PATCH_FRAME_BYTES) throw tooLarge('frame', frameBytes, PATCH_FRAME_BYTES);
  if (to.bytes > UNCOMPRESSED_BYTES) throw tooLarge('rows', to.bytes, UNCOMPRESSED_BYTES);
  const counted: readonly (readonly [string, number])[] = [...to.tables, ...changes.map(([name, , ...rows]) => [name, Math.max(...rows)] as const)];
  for (const [name, rows] of counted) if (rows > TABLE_ROWS) throw tooLarge(name.replaceAll(/[^\w.-]/g, '?'), rows, TABLE_ROWS);
}

/** The tables are ours, in our order, with as many columns as here; a table is named only where something changes. */
function checkTables({ to, changes }: PatchHeader): void {
  TABLES.forEach(({ name }, index) => {
    if (to.tables[index]?.[0] !== name) throw invalid(name, 'table-missing');
  });
  if (to.tables.length > TABLES.length) throw invalid('', 'table-unknown');
  let last = -1;
  for (const [name, columns, deleted, inserted, updated] of changes) {
    const at = TABLES.findIndex((table) => table.name === name);
    if (at < 0) throw invalid(name, 'table-unknown');
    if (at <= last) throw invalid(name, 'order');
    if (TABLES[at]?.columns.length !== columns) throw invalid(name, 'columns');
    if (deleted + inserted + updated === 0) throw invalid(name, 'unchanged');
    last = at;
  }
}

/** Bytes of the whole file that a header promises. */
export const patchFileBytes = (headerLength: number, header: PatchHeader): number => headerLength + header.frameBytes + CHECKSUM_BYTES;
