/** A patch made and laid over its base in memory, for tests of many pairs of editions. */
import { checkedRows } from '../checked-rows.ts';
import type { Row } from '../order.ts';
import { digestOf } from '../pack-writer.ts';
import type { ReadBatch } from '../row-reader.ts';
import type { PackRows } from '../starter.ts';
import { TABLES } from '../tables.ts';
import { diffRows } from './diff-rows.ts';
import { blocksIn } from './patch-reader.ts';
import { patchContent } from './patch-writer.ts';
import { patchedRows } from './patched-rows.ts';
import type { RowChange } from './row-change.ts';

/** Rows in memory as a pack would give them, in batches of a few. */
async function* batchesOf(rows: PackRows): AsyncGenerator<ReadBatch> {
  for (const table of TABLES) {
    const all = rows.get(table.name) ?? [];
    for (let at = 0; at < all.length; at += 3) {
      const some = all.slice(at, at + 3);
      yield await Promise.resolve({ table, rows: some, lines: some.map((row) => JSON.stringify(row)) });
    }
  }
}
async function* pieces(blocks: readonly Buffer[]): AsyncGenerator<Buffer> {
  const whole = Buffer.concat(blocks);
  for (let at = 0; at < whole.length; at += 100) yield await Promise.resolve(whole.subarray(at, at + 100));
}

/** The rows that a patch made in memory gives, and the changes it told. */
export async function inMemory(from: PackRows, to: PackRows): Promise<{ rows: PackRows; changes: readonly RowChange[] }> {
  const counted: [string, number, number, number, number][] = [];
  const blocks: Buffer[] = [];
  for await (const block of patchContent(diffRows(batchesOf(from), batchesOf(to)), counted)) blocks.push(block);
  const header = { bytes: blocks.reduce((sum, block) => sum + block.length, 0), changes: counted };
  const tables = TABLES.map(({ name }): [string, number] => [name, to.get(name)?.length ?? 0]);
  const promised = { name: 'Test edition', edition: 'e2', scope: 'us', ...digestOf(to), tables };
  const rows = new Map<string, Row[]>(TABLES.map(({ name }) => [name, []]));
  const changes: RowChange[] = [];
  const patched = patchedRows(batchesOf(from), { header, blocks: () => blocksIn(pieces(blocks), header) }, (change) => { changes.push(change); });
  for await (const { batch } of checkedRows(patched, promised)) if (batch) rows.get(batch.table.name)?.push(...batch.rows);
  return { rows, changes };
}
