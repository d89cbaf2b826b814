/**
 * The verdicts of the starter as a table to be read line by line: one line a credential and area.
 * `node test/golden/make-verdicts.ts` writes it anew; the test compares.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureReference } from '../../db/reference/ensure-reference.ts';
import { createJudgeSource } from '../../electron/service/judge-source.ts';
import { createJudge } from '../../electron/service/judge.ts';
import type { AreaJudgement } from '../../electron/service/judge.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const GOLDEN_FILE = join(ROOT, 'test', 'golden', 'verdicts.csv');
/** The nation, Ohio, Texas, Mississippi, and the north of New Mexico outside its cities. */
export const GOLDEN_AREAS = ['us', '39', '48', '28', '3500006'] as const;
const DAY = '2026-11-25';

export const HEADER = 'credential,area,verdict,close,soc,pay,pay_area,floor,no_training,jobs_here,change,pay_state,openings_state,part,better,flip';

const cell = (value: string | number | null | undefined): string => String(value ?? '');

function line(id: string, area: string, { verdicts, credentials, floor, baseline }: AreaJudgement): string {
  const [verdict, facts] = [verdicts.get(id), credentials.get(id)];
  if (!verdict || !facts) throw new Error(`no verdict of ${id} in ${area}`);
  const job = facts.links.find(({ occupation }) => occupation.soc === verdict.soc)?.occupation;
  const state = (criterion: string): string => cell(verdict.criteria.find((each) => each.id === criterion)?.state);
  const [flip] = verdict.sensitivity;
  return [
    id, area, verdict.verdict, verdict.closeCall ? 'close' : '', cell(verdict.soc), cell(job?.pay?.p50), cell(job?.pay?.area), cell(floor.floor.value), cell(baseline?.pay.p50),
    cell(job?.employmentHere.value), cell(job?.outlook?.changePermille), state('pay'), state('openings'), verdict.part.map(({ code }) => code.replace('part.', '')).join('+'),
    cell(verdict.better?.credentialId), flip ? `${flip.assumption} ${flip.from} > ${flip.to}: ${flip.verdict}` : '',
  ].join(',');
}

/** The whole table, from the starter's tables as they stand. */
export async function verdictTable(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'waymark-golden-'));
  try {
    const { db } = await ensureReference({ resourcesDir: join(ROOT, 'resources'), dataDir });
    try {
      const judge = createJudge(createJudgeSource(db, () => DAY));
      const judged = GOLDEN_AREAS.map((area) => ({ area, found: judge(area) }));
      const ids = [...(judged[0]?.found.credentials.keys() ?? [])].sort();
      return `${[HEADER, ...ids.flatMap((id) => judged.map(({ area, found }) => line(id, area, found)))].join('\n')}\n`;
    } finally {
      db.close();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
