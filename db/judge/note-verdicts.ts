/** Puts into a report of changes how verdicts differ. */
import type { ChangeCollector } from '../pack/changes/change-collector.ts';
import { NATION, type ReferenceDb } from '../reference/reference-db.ts';
import { changedVerdicts, judgeEdition } from './changed-verdicts.ts';

/** Both sides are judged as of one day: what only the calendar changes is no news of an edition. */
export interface JudgedAs {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The nation where nobody says. */
  readonly areaId?: string;
}

/** After the rows were noted and before names are asked for. Of an older edition without rubric, good-job line or area nothing is told. */
export async function noteVerdicts(collector: ChangeCollector, before: ReferenceDb, after: ReferenceDb, { today, areaId = NATION }: JudgedAs): Promise<void> {
  const was = judgeEdition(before, areaId, today);
  if (was.classes === null) return;
  const tally = await changedVerdicts(was, judgeEdition(after, areaId, today), ({ id, from, to }) => { collector.noteVerdict(id, areaId, [from, to]); });
  collector.tallyVerdicts({ area: areaId, ...tally });
}
