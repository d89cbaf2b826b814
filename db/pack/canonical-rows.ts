/**
 * The canonical form of an edition: for every table, in the order of TABLES, a line
 * `{"table":NAME,"rows":N}` and then its rows in key order, each a JSON array on its own line.
 * UTF-8, line feeds. The edition digest is SHA-256 over these bytes.
 */
import type { RowSource } from './row-source.ts';
import { TABLES } from './tables.ts';

/** Pieces are cut at exactly this size, so that a compressor sees the same pieces on every build. */
const PIECE_BYTES = 1024 * 1024;
const LINES_AT_ONCE = 2_000;

/** The line that opens a table. */
export const tableLine = (name: string, rows: number): string => JSON.stringify({ table: name, rows });

function* lineBlocks(source: RowSource): Generator<Buffer> {
  for (const { name } of TABLES) {
    yield Buffer.from(`${tableLine(name, source.count(name))}\n`);
    let lines: string[] = [];
    for (const row of source.rows(name)) {
      lines.push(`${JSON.stringify(row)}\n`);
      if (lines.length < LINES_AT_ONCE) continue;
      yield Buffer.from(lines.join(''));
      lines = [];
    }
    if (lines.length > 0) yield Buffer.from(lines.join(''));
  }
}

/** Blocks of any size to pieces of one size. */
class Cutter {
  #waiting: Buffer[] = [];
  #bytes = 0;

  *push(block: Buffer): Generator<Buffer> {
    this.#waiting.push(block);
    this.#bytes += block.length;
    if (this.#bytes < PIECE_BYTES) return;
    const joined = Buffer.concat(this.#waiting);
    let at = 0;
    for (; at + PIECE_BYTES <= joined.length; at += PIECE_BYTES) yield joined.subarray(at, at + PIECE_BYTES);
    const rest = joined.subarray(at);
    this.#waiting = [rest];
    this.#bytes = rest.length;
  }

  *end(): Generator<Buffer> {
    if (this.#bytes > 0) yield Buffer.concat(this.#waiting);
  }
}

/** The canonical bytes, in pieces of one size. Rows must be checked and in key order already. */
export function* canonicalPieces(rows: RowSource): Generator<Buffer> {
  const cutter = new Cutter();
  for (const block of lineBlocks(rows)) yield* cutter.push(block);
  yield* cutter.end();
}

/** The same pieces of blocks that arrive one after another. */
export async function* piecesOf(blocks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const cutter = new Cutter();
  for await (const block of blocks) yield* cutter.push(block);
  yield* cutter.end();
}
