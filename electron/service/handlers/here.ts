/** Handlers of what an area offers as a whole. */
import { getOccupationFacts } from '../../../db/reference/queries/get-occupation-facts.ts';
import { getPriceParity } from '../../../db/reference/queries/get-price-parity.ts';
import { listGoodJobs } from '../../../db/reference/queries/list-good-jobs.ts';
import { listOccupationCredentials } from '../../../db/reference/queries/list-occupation-credentials.ts';
import type { ReferenceDb } from '../../../db/reference/reference-db.ts';
import { interest } from '../../../shared/contract/here.ts';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { VERDICTS } from '../../../shared/domain/results.ts';
import type { Handlers } from '../dispatcher.ts';
import type { AreaJudgement } from '../judge.ts';

export type HereHandlers = Pick<Handlers, 'reference.listGoodJobs' | 'reference.listWarnings'>;
type GoodJobs = OutputOf<'reference.listGoodJobs'>;
type Warnings = OutputOf<'reference.listWarnings'>;

/** Handlers over the open edition and what was judged for an area. */
export function hereHandlers(db: ReferenceDb, judge: (areaId: string) => AreaJudgement): HereHandlers {
  return {
    'reference.listGoodJobs': ({ areaId, interests, limit }) => {
      const judged = judge(areaId);
      const found = listGoodJobs(db, areaId, judged.floor.floor.value ?? Infinity, interests);
      const jobs = found.slice(0, limit).flatMap((job): GoodJobs['jobs'] => {
        const occupation = getOccupationFacts(db, job.soc, areaId);
        if (!occupation) return [];
        const credentials = listOccupationCredentials(db, job.soc, areaId)
          .flatMap(({ credential, relation }) => { const row = judged.rows.get(credential); return row && (relation === 'required-by-law' || relation === 'qualifies') ? [row] : []; })
          .sort((a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) || (a.id < b.id ? -1 : 1));
        const letters = [...(job.interests ?? '')].flatMap((letter) => { const known = interest.safeParse(letter); return known.success ? [known.data] : []; });
        return [{ occupation: structuredClone(occupation), entryExperience: job.entryExperience, entryTraining: job.entryTraining, interests: letters, credentials }];
      });
      return { total: found.length, jobs, floor: judged.floor, baseline: judged.baseline, parity: getPriceParity(db, areaId) ?? null };
    },
    'reference.listWarnings': ({ areaId }) => {
      const judged = judge(areaId);
      const of = (word: 'limited' | 'unknown'): Warnings['limited'] => [...judged.rows.values()].filter((row) => row.verdict === word).sort((a, b) => (a.field < b.field ? -1 : a.field > b.field ? 1 : a.id < b.id ? -1 : 1))
        .flatMap((row) => {
          const verdict = judged.verdicts.get(row.id);
          if (!verdict) return [];
          const link = judged.credentials.get(row.id)?.links.find((each) => each.occupation.soc === verdict.soc);
          const choice = verdict.better && judged.rows.get(verdict.better.credentialId);
          return [{
            row, verdict: structuredClone(verdict) as Warnings['limited'][number]['verdict'], occupation: link ? structuredClone(link.occupation) : null,
            better: choice ? { id: choice.id, name: choice.name, verdict: choice.verdict } : null,
          }];
        });
      return { limited: of('limited'), unknown: of('unknown'), judged: judged.rows.size, baseline: judged.baseline, floor: judged.floor };
    },
  };
}
