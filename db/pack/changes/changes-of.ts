/** The report of changes between two packs, or of what a patch would change: the same, as both tell the same changes. */
import { CodedError } from '../../../shared/kernel/errors.ts';
import { checkedRows } from '../checked-rows.ts';
import type { PackHeader } from '../header.ts';
import { openPack } from '../pack-reader.ts';
import { openPatched } from '../patch/apply-patch.ts';
import { diffRows } from '../patch/diff-rows.ts';
import type { ReadBatch } from '../row-reader.ts';
import { ChangeCollector } from './change-collector.ts';
import type { Names } from './names.ts';
import type { ChangeReport } from './report.ts';
import { MOST_ITEMS } from './told-list.ts';

interface Limits {
  /** Items of a group that are told at most. */
  readonly most?: number;
  /** Hears how many rows are read of all. */
  readonly tell?: (done: number, all: number) => void;
}

/** Both packs are read twice: side by side, and for the names of what is told. */
const READINGS = 2;
const rowsIn = ({ tables }: Pick<PackHeader, 'tables'>): number => tables.reduce((sum, [, rows]) => sum + rows, 0);

/** Hands rows on and says how many. */
async function* counted(rows: AsyncIterable<ReadBatch>, count: (rows: number) => void): AsyncGenerator<ReadBatch> {
  for await (const batch of rows) {
    count(batch.rows.length);
    yield batch;
  }
}

async function lookUp(names: Names, rows: AsyncIterable<Pick<ReadBatch, 'table' | 'rows'>>): Promise<void> {
  for await (const batch of rows) names.take(batch);
}

/** What differs between two packs, both checked whole. Errors: those of reading a pack, patch-other-scope. */
export async function changesOf({ from, to, most = MOST_ITEMS, tell = () => undefined }: { readonly from: string; readonly to: string } & Limits): Promise<ChangeReport> {
  const old = await openPack(from, { references: false });
  try {
    const young = await openPack(to);
    try {
      if (old.header.scope !== young.header.scope) throw new CodedError('patch-other-scope', { from: old.header.scope, to: young.header.scope });
      const all = READINGS * (rowsIn(old.header) + rowsIn(young.header));
      let done = 0;
      const count = (rows: number): void => {
        done += rows;
        tell(done, all);
      };
      const collector = new ChangeCollector(most);
      for await (const { placed } of diffRows(counted(old.batches(), count), counted(young.batches(), count))) for (const { change } of placed) collector.note(change);
      // Which names are wanted is known only now; reading again takes less than keeping those of all rows.
      const names = collector.wanted();
      await lookUp(names, counted(old.batches(), count));
      await lookUp(names, counted(young.batches(), count));
      return collector.report(old.header, young.header);
    } finally {
      await young.close();
    }
  } finally {
    await old.close();
  }
}

/** What a patch changes in the pack it is for; the result is checked as if it were put in use. Errors: those of opening pack and patch, of rows and content, patch-digest. */
export async function changesOfPatch({ pack, patch, most = MOST_ITEMS }: { readonly pack: string; readonly patch: string } & Pick<Limits, 'most'>): Promise<ChangeReport> {
  const base = await openPack(pack, { references: false });
  try {
    const patched = await openPatched({ pack, patches: [patch] });
    try {
      const collector = new ChangeCollector(most);
      const rowsOf = async function* (note?: ChangeCollector): AsyncGenerator<ReadBatch> {
        const rows = patched.rows((change) => note?.note(change));
        for await (const { batch } of checkedRows(rows, patched.promised)) if (batch) yield batch;
      };
      const rows = rowsOf(collector);
      while ((await rows.next()).done !== true);
      const names = collector.wanted();
      await lookUp(names, base.batches());
      await lookUp(names, rowsOf());
      return collector.report(base.header, patched.promised);
    } finally {
      await patched.close();
    }
  } finally {
    await base.close();
  }
}
