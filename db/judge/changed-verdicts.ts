/** How the verdicts of one edition differ from those of another, in one area: what a person is asked about before a new edition is taken. */
import { setImmediate } from 'node:timers/promises';
import { VERDICTS } from '../../shared/domain/results.ts';
import type { Verdict } from '../../shared/domain/results.ts';
import { CodedError } from '../../shared/kernel/errors.ts';
import { listClassesAfter } from '../reference/queries/list-classes-after.ts';
import { listJudgedClasses } from '../reference/queries/list-judged-classes.ts';
import { compareText } from '../pack/order.ts';
import type { ReferenceDb } from '../reference/reference-db.ts';
import { groundOf } from './area-ground.ts';
import { createClassGround, createGroundSource } from './ground-source.ts';
import { judgeClasses } from './judge-classes.ts';
import type { JudgedClasses } from './judge-classes.ts';

/** An edition, judged in the area that is compared. */
export interface JudgedEdition {
  readonly db: ReferenceDb;
  /** Null where nothing can be judged: then nothing is known of any credential. */
  readonly classes: Pick<JudgedClasses, 'verdict'> | null;
}

export interface VerdictChange {
  readonly id: string;
  readonly from: Verdict;
  readonly to: Verdict;
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

/** Judges an edition in an area as of a day, by the usual rubric. `classes` is null where it has no such area, no sound rubric or no good-job line. */
export function judgeEdition(db: ReferenceDb, areaId: string, today: string): JudgedEdition {
  try {
    const ground = groundOf(createGroundSource(db, () => today), areaId);
    return { db, classes: judgeClasses(listJudgedClasses(db), createClassGround(db, areaId), ground) };
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    return { db, classes: null };
  }
}

/** Credentials by id with their verdicts, a page at a time; others are let in between. */
async function* verdictsOf({ db, classes }: JudgedEdition): AsyncGenerator<Known> {
  for (let page = listClassesAfter(db, '', PAGE); page.length > 0; page = listClassesAfter(db, page.at(-1)?.credential ?? '', PAGE)) {
    for (const row of page) yield { id: row.credential, verdict: VERDICTS[classes?.verdict[row.class] ?? -1] ?? 'unknown' };
    await setImmediate();
  }
}

/** Goes through both editions in the order of ids, holding a page of each; `note` hears of each other verdict. */
export async function changedVerdicts(before: JudgedEdition, after: JudgedEdition, note: (change: VerdictChange) => void = () => undefined): Promise<ChangedVerdicts> {
  const [was, is] = [verdictsOf(before), verdictsOf(after)];
  const next = async (from: AsyncGenerator<Known>): Promise<Known | null> => { const { done, value } = await from.next(); return done === true ? null : value; };
  const count = { of: 0, changed: 0, gone: 0, added: 0 };
  const moves = new Map<string, { from: Verdict; to: Verdict; count: number }>();
  let [old, fresh] = [await next(was), await next(is)];
  while (old || fresh) {
    const order = old && fresh ? compareText(old.id, fresh.id) : old ? -1 : 1;
    if (order <= 0) count.of += 1;
    if (order < 0) count.gone += 1;
    if (order > 0) count.added += 1;
    if (old && fresh && order === 0 && old.verdict !== fresh.verdict) {
      count.changed += 1;
      const move = moves.get(`${old.verdict} ${fresh.verdict}`) ?? { from: old.verdict, to: fresh.verdict, count: 0 };
      moves.set(`${move.from} ${move.to}`, { ...move, count: move.count + 1 });
      note({ id: old.id, from: old.verdict, to: fresh.verdict });
    }
    [old, fresh] = [order <= 0 ? await next(was) : old, order >= 0 ? await next(is) : fresh];
  }
  const place = ({ from, to }: Pick<VerdictChange, 'from' | 'to'>): number => VERDICTS.indexOf(from) * VERDICTS.length + VERDICTS.indexOf(to);
  return { ...count, moves: [...moves.values()].sort((a, b) => place(a) - place(b)) };
}
