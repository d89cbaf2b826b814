/** The report of changes between two packs, or of what a patch would change: the same, as both tell the same changes. */
import { tmpdir } from 'node:os';
import { CodedError } from '../../../shared/kernel/errors.ts';
import { makeFolder } from '../../files/make-folder.ts';
import { createJudgingDatabase, type JudgingDatabase } from '../../judge/judging-database.ts';
import { noteVerdicts } from '../../judge/note-verdicts.ts';
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

interface Options {
  /** The day, `YYYY-MM-DD`, as of which both editions are judged. */
  readonly today: string;
  /** Items of a group that are told at most. */
  readonly most?: number;
  /** Hears how many rows are read of all. */
  readonly tell?: (done: number, all: number) => void;
  /** Where what verdicts are judged from lies meanwhile: two databases, smaller than those of the editions. */
  readonly folder?: string;
}

/** Both packs are read twice: side by side, and for the names of what is told. */
const READINGS = 2;
const rowsIn = ({ tables }: Pick<PackHeader, 'tables'>): number => tables.reduce((sum, [, rows]) => sum + rows, 0);

/** Hands rows on and lets somebody see them. */
async function* seen(rows: AsyncIterable<ReadBatch>, ...see: readonly ((batch: ReadBatch) => void)[]): AsyncGenerator<ReadBatch> {
  for await (const batch of rows) {
    for (const each of see) each(batch);
    yield batch;
  }
}

async function lookUp(names: Names, rows: AsyncIterable<Pick<ReadBatch, 'table' | 'rows'>>): Promise<void> {
  for await (const batch of rows) names.take(batch);
}

/** Something to judge each edition from, for as long as it takes. */
async function withJudging<T>(folder: string, action: (older: JudgingDatabase, newer: JudgingDatabase) => Promise<T>): Promise<T> {
  await makeFolder(folder);
  const older = createJudgingDatabase(folder);
  try {
    const newer = createJudgingDatabase(folder);
    try {
      return await action(older, newer);
    } finally {
      await newer.remove();
    }
  } finally {
    await older.remove();
  }
}

/** What differs between two packs, both checked whole. Errors: those of reading a pack and of writing, patch-other-scope. */
export async function changesOf({ from, to, today, most = MOST_ITEMS, tell = () => undefined, folder = tmpdir() }: { readonly from: string; readonly to: string } & Options): Promise<ChangeReport> {
  const old = await openPack(from, { references: false });
  try {
    const young = await openPack(to);
    try {
      if (old.header.scope !== young.header.scope) throw new CodedError('patch-other-scope', { from: old.header.scope, to: young.header.scope });
      const all = READINGS * (rowsIn(old.header) + rowsIn(young.header));
      let done = 0;
      const count = ({ rows }: ReadBatch): void => {
        done += rows.length;
        tell(done, all);
      };
      return await withJudging(folder, async (older, newer) => {
        const collector = new ChangeCollector(most);
        const [before, after] = [seen(old.batches(), count, older.take), seen(young.batches(), count, newer.take)];
        for await (const { placed } of diffRows(before, after)) for (const { change } of placed) collector.note(change);
        await noteVerdicts(collector, older.open(old.header.digest), newer.open(young.header.digest), { today });
        // Which names are wanted is known only now; reading again takes less than keeping those of all rows.
        const names = collector.wanted();
        await lookUp(names, seen(old.batches(), count));
        await lookUp(names, seen(young.batches(), count));
        return collector.report(old.header, young.header);
      });
    } finally {
      await young.close();
    }
  } finally {
    await old.close();
  }
}

/** What a patch changes in the pack it is for; the result is checked as if it were put in use. Errors: those of opening pack and patch, of rows and content, of writing, patch-digest. */
export async function changesOfPatch({ pack, patch, today, most = MOST_ITEMS, folder = tmpdir() }: { readonly pack: string; readonly patch: string } & Omit<Options, 'tell'>): Promise<ChangeReport> {
  const base = await openPack(pack, { references: false });
  try {
    const patched = await openPatched({ pack, patches: [patch] });
    try {
      const rowsOf = async function* (note?: ChangeCollector): AsyncGenerator<ReadBatch> {
        const rows = patched.rows((change) => note?.note(change));
        for await (const { batch } of checkedRows(rows, patched.promised)) if (batch) yield batch;
      };
      return await withJudging(folder, async (older, newer) => {
        const collector = new ChangeCollector(most);
        for await (const batch of rowsOf(collector)) newer.take(batch);
        for await (const batch of base.batches()) older.take(batch);
        await noteVerdicts(collector, older.open(base.header.digest), newer.open(patched.promised.digest), { today });
        const names = collector.wanted();
        await lookUp(names, base.batches());
        await lookUp(names, rowsOf());
        return collector.report(base.header, patched.promised);
      });
    } finally {
      await patched.close();
    }
  } finally {
    await base.close();
  }
}
