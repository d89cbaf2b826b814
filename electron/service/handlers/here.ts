/** Handlers of what an area offers as a whole. */
import { getOccupationFacts } from '../../../db/reference/queries/get-occupation-facts.ts';
import { getPriceParity } from '../../../db/reference/queries/get-price-parity.ts';
import { listGoodJobs } from '../../../db/reference/queries/list-good-jobs.ts';
import { listPrinted } from '../../../db/reference/queries/list-printed.ts';
import type { ReferenceDb } from '../../../db/reference/reference-db.ts';
import { interest } from '../../../shared/contract/here.ts';
import type { CredentialRow } from '../../../shared/contract/schemas.ts';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { FIELDS } from '../../../shared/domain/facts.ts';
import { VERDICTS } from '../../../shared/domain/results.ts';
import { breathe } from '../breathe.ts';
import type { Handlers } from '../dispatcher.ts';
import type { AreaJudgement } from '../judge.ts';
import { openersOf } from '../openers.ts';

export type HereHandlers = Pick<Handlers, 'reference.listGoodJobs' | 'reference.listWarnings'>;
type GoodJobs = OutputOf<'reference.listGoodJobs'>;
type Warnings = OutputOf<'reference.listWarnings'>;

/** Credentials listed beside a job: a page shows three, and asks of all whether one fits a time. */
const SHOWN_OPENERS = 12;
/** Credentials listed of each kind to think twice about. */
const SHOWN_WARNINGS = 60;
/** Jobs, or warnings, after which others are let in between. */
const PIECE = 8;

/** The first credentials of a verdict: those that people reviewed by field and id, then those to do with the work that most people do here. */
function firstOf(db: ReferenceDb, { classes, members, rowsOf }: AreaJudgement, word: (typeof VERDICTS)[number], most: number): readonly CredentialRow[] {
  const reviewed = rowsOf(listPrinted(db, FIELDS)).filter(({ verdict }) => verdict === word).slice(0, most);
  const ids = new Set(reviewed.map(({ id }) => id));
  const own = [...classes.verdict.keys()].filter((at) => VERDICTS[classes.verdict[at] ?? -1] === word).sort((a, b) => (classes.jobs[b] ?? 0) - (classes.jobs[a] ?? 0) || a - b);
  for (const at of own) {
    if (ids.size >= most) break;
    for (const id of members(at, most)) if (ids.size < most) ids.add(id);
  }
  return [...reviewed, ...rowsOf([...ids].slice(reviewed.length))];
}

/** Handlers over the open edition and what was judged for an area. */
export function hereHandlers(db: ReferenceDb, judge: (areaId: string) => AreaJudgement): HereHandlers {
  return {
    'reference.listGoodJobs': async ({ areaId, interests, limit }) => {
      const judged = judge(areaId);
      const found = listGoodJobs(db, areaId, judged.floor.floor.value ?? Infinity, interests);
      const jobs: GoodJobs['jobs'] = [];
      const rows = new Map<string, CredentialRow>();
      for (const [at, job] of found.slice(0, limit).entries()) {
        if (at % PIECE === PIECE - 1) await breathe();
        const occupation = getOccupationFacts(db, job.soc, areaId);
        if (!occupation) continue;
        const { openers, total } = openersOf(judged, job.soc, SHOWN_OPENERS);
        const ids = openers.map(({ credential }) => credential);
        // Jobs share what opens them.
        for (const row of judged.rowsOf(ids.filter((id) => !rows.has(id)))) rows.set(row.id, row);
        const letters = [...(job.interests ?? '')].flatMap((letter) => { const known = interest.safeParse(letter); return known.success ? [known.data] : []; });
        jobs.push({
          occupation: structuredClone(occupation), entryExperience: job.entryExperience, entryTraining: job.entryTraining, interests: letters,
          credentials: ids.flatMap((id) => rows.get(id) ?? []), credentialsTotal: total,
        });
      }
      return { total: found.length, jobs, floor: judged.floor, baseline: judged.baseline, parity: getPriceParity(db, areaId) ?? null };
    },
    'reference.listWarnings': async ({ areaId }) => {
      const judged = judge(areaId);
      const of = async (word: 'limited' | 'unknown'): Promise<Warnings['limited']> => {
        const warnings: Warnings['limited'] = [];
        for (const [at, row] of firstOf(db, judged, word, SHOWN_WARNINGS).entries()) {
          if (at % PIECE === PIECE - 1) await breathe();
          const verdict = judged.verdicts.get(row.id);
          if (!verdict) continue;
          const link = judged.credentials.get(row.id)?.links.find((each) => each.occupation.soc === verdict.soc);
          const choice = verdict.better && judged.rows.get(verdict.better.credentialId);
          warnings.push({
            row, verdict: structuredClone(verdict) as Warnings['limited'][number]['verdict'], occupation: link ? structuredClone(link.occupation) : null,
            better: choice ? { id: choice.id, name: choice.name, verdict: choice.verdict } : null,
          });
        }
        return warnings;
      };
      const { shares } = judged.classes;
      return {
        limited: await of('limited'), limitedTotal: shares.limited, unknown: await of('unknown'), unknownTotal: shares.unknown,
        judged: VERDICTS.reduce((sum, word) => sum + shares[word], 0), baseline: judged.baseline, floor: judged.floor,
      };
    },
  };
}
