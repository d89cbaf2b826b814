/** How the verdicts of one edition differ from those of another, in one area: what a person is asked about before a new edition is taken. */
import { listClassesAfter } from '../../db/reference/queries/list-classes-after.ts';
import type { ReferenceDb } from '../../db/reference/reference-db.ts';
import { VERDICTS } from '../../shared/domain/results.ts';
import type { Verdict } from '../../shared/domain/results.ts';
import { breathe } from './breathe.ts';
import type { AreaJudgement } from './judge.ts';

/** An edition, judged in the area that is compared. */
export interface JudgedEdition {
  readonly db: ReferenceDb;
  readonly judged: Pick<AreaJudgement, 'classes'>;
}

export interface ChangedVerdicts {
  /** Credentials of the edition before. */
  readonly of: number;
  /** Those that are in both and have another verdict now. */
  readonly changed: number;
  /** Those that the later edition does not have. */
  readonly gone: number;
  readonly added: number;
  /** How many went from one verdict to which other. */
  readonly moves: readonly { readonly from: Verdict; readonly to: Verdict; readonly count: number }[];
}

const PAGE = 4096;

interface Known { readonly id: string; readonly verdict: Verdict }

/** Credentials by id with their verdicts, a page at a time; others are let in between. */
async function* verdictsOf({ db, judged: { classes } }: JudgedEdition): AsyncGenerator<Known> {
  for (let page = listClassesAfter(db, '', PAGE); page.length > 0; page = listClassesAfter(db, page.at(-1)?.credential ?? '', PAGE)) {
    for (const row of page) yield { id: row.credential, verdict: VERDICTS[classes.verdict[row.class] ?? -1] ?? 'unknown' };
    await breathe();
  }
}

/** Goes through both editions in the order of ids, holding a page of each. */
export async function changedVerdicts(before: JudgedEdition, after: JudgedEdition): Promise<ChangedVerdicts> {
  const [was, is] = [verdictsOf(before), verdictsOf(after)];
  const next = async (from: AsyncGenerator<Known>): Promise<Known | null> => { const { done, value } = await from.next(); return done === true ? null : value; };
  const count = { of: 0, changed: 0, gone: 0, added: 0 };
  const moves = new Map<string, { from: Verdict; to: Verdict; count: number }>();
  let [old, fresh] = [await next(was), await next(is)];
  while (old || fresh) {
    if (old && (!fresh || old.id < fresh.id)) {
      count.of += 1;
      count.gone += 1;
      old = await next(was);
    } else if (fresh && (!old || fresh.id < old.id)) {
      count.added += 1;
      fresh = await next(is);
    } else if (old && fresh) {
      count.of += 1;
      if (old.verdict !== fresh.verdict) {
        count.changed += 1;
        const move = moves.get(`${old.verdict} ${fresh.verdict}`) ?? { from: old.verdict, to: fresh.verdict, count: 0 };
        moves.set(`${move.from} ${move.to}`, { ...move, count: move.count + 1 });
      }
      [old, fresh] = [await next(was), await next(is)];
    }
  }
  const order = ({ from, to }: { readonly from: Verdict; readonly to: Verdict }): number => VERDICTS.indexOf(from) * VERDICTS.length + VERDICTS.indexOf(to);
  return { ...count, moves: [...moves.values()].sort((a, b) => order(a) - order(b)) };
}
