/**
 * A transfer in pieces cut by content, as casync, restic and Git hosts with large files do it: pieces of 16 kB on average, each
 * compressed by itself and named by its hash; a client fetches the list of an edition and those pieces that it has not yet.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { constants, zstdCompressSync } from 'node:zlib';
import { seededRandom } from '../../../db/pack/test-edition.ts';

const LEAST = 4 * 1024;
const AVERAGE_LOG = 14;
const MOST = 64 * 1024;
/** A cut is harder to have before the average and easier behind it, so that lengths keep near it (FastCDC's normal form, level 2). */
const STRICT = (2 ** (AVERAGE_LOG + 2) - 1) << (30 - AVERAGE_LOG - 2);
const LOOSE = (2 ** (AVERAGE_LOG - 2) - 1) << (30 - AVERAGE_LOG + 2);
const HASH_BYTES = 32;
const LEVEL = 19;

const random = seededRandom(16);
/** A number of 30 bits for each byte: with shifts the hash of the last thirty bytes. */
const GEAR = Int32Array.from({ length: 256 }, () => Math.floor(random() * 2 ** 30));

/** Where the first piece of the bytes ends. */
function cutOf(bytes: Buffer): number {
  const end = Math.min(bytes.length, MOST);
  let gear = 0;
  for (let at = LEAST; at < end; at += 1) {
    gear = ((gear << 1) + (GEAR[bytes[at] ?? 0] ?? 0)) & 0x3fffffff;
    if ((gear & (at < 2 ** AVERAGE_LOG ? STRICT : LOOSE)) === 0) return at + 1;
  }
  return end;
}

async function* piecesOf(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const read of createReadStream(path, { highWaterMark: 2 ** 20 })) {
    rest = Buffer.concat([rest, read as Buffer]);
    let from = 0;
    while (rest.length - from >= MOST) {
      const cut = cutOf(rest.subarray(from));
      yield rest.subarray(from, from + cut);
      from += cut;
    }
    rest = rest.subarray(from);
  }
  while (rest.length > 0) {
    const cut = cutOf(rest);
    yield rest.subarray(0, cut);
    rest = rest.subarray(cut);
  }
}

const hashOf = (piece: Buffer): string => createHash('sha256').update(piece).digest('hex');
const packed = (bytes: Buffer): number => zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: LEVEL } }).length;

export interface Transfer {
  /** Bytes of the list of pieces: a hash and a length each, compressed as a whole. */
  readonly list: number;
  /** Bytes of the pieces that are new, each compressed. */
  readonly pieces: number;
  readonly fetched: number;
  readonly all: number;
}

/** What a client that has the pieces of one file fetches for the other. */
export async function chunkTransfer(from: string, to: string): Promise<Transfer> {
  const here = new Set<string>();
  for await (const piece of piecesOf(from)) here.add(hashOf(piece));
  const names: Buffer[] = [];
  let [pieces, fetched, all] = [0, 0, 0];
  for await (const piece of piecesOf(to)) {
    all += 1;
    const hash = hashOf(piece);
    const entry = Buffer.alloc(HASH_BYTES + 4);
    entry.write(hash, 'hex');
    entry.writeUInt32LE(piece.length, HASH_BYTES);
    names.push(entry);
    if (here.has(hash)) continue;
    here.add(hash);
    fetched += 1;
    pieces += packed(piece);
  }
  return { list: packed(Buffer.concat(names)), pieces, fetched, all };
}
