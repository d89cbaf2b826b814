/** Packs that are well made around rows that are not: right sizes, right checksum, right digest. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { zstdDecompressSync } from 'node:zlib';
import { compressFrame } from './codec.ts';
import { CHECKSUM_BYTES } from './limits.ts';

/** A file put together from a header object and a frame, with the right checksum. */
export function sealed(header: object, frame: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), frame]);
  return Buffer.concat([body, createHash('sha256').update(body).digest()]);
}

/** Header and frame of a pack file. */
export function partsOf(file: Buffer): { readonly header: Record<string, unknown>; readonly frame: Buffer } {
  const end = file.indexOf(0x0a);
  const header = JSON.parse(file.subarray(0, end).toString()) as Record<string, unknown>;
  return { header, frame: file.subarray(end + 1, -CHECKSUM_BYTES) };
}

/** Rewrites the rows of a zstd pack and makes everything else fit them, so that only the rows can give it away. */
export async function forge(path: string, out: string, change: (lines: string[]) => string[], patch: object = {}): Promise<void> {
  const { header, frame } = partsOf(await readFile(path));
  const lines = change(zstdDecompressSync(frame).toString().split('\n').slice(0, -1));
  const content = Buffer.from(lines.map((line) => `${line}\n`).join(''));
  const fresh = Buffer.concat([...(await compressFrame('zstd', [content], content.length))]);
  const digest = createHash('sha256').update(content).digest('hex');
  await writeFile(out, sealed({ ...header, bytes: content.length, frameBytes: fresh.length, digest, ...patch }, fresh));
}
