/** California's training programs in the federal results (TrainingProviderResults), as one JSON document. */
import { z } from 'zod';
import type { Tally } from '../check/tally.ts';
import type { SourceInput } from '../file/source-input.ts';
import { itemsOf } from '../json-records.ts';
import { headObjects, isObject, objectsOf, type JsonObject } from '../json-values.ts';
import { programCode } from '../program-code.ts';
import type { Figure } from '../published-figure.ts';
import { deliveryOf } from '../starter/training-california.ts';
import { costFaults, LEAST_QUARTER_DOLLARS, type ProgramOutcomes, type TrainingProgram } from './training-program.ts';

const figure = z.number().nullable();
const programSchema = z.object({
  uuid: z.string().min(1), provider_name: z.string(), program_name: z.string().min(1), program_format: z.string(), cip_code: z.string(),
  soc_codes: z.array(z.string().regex(/^\d{2}-\d{4}$/)),
  location: z.object({ city: z.string(), state: z.string() }),
  region: z.object({ area_name: z.string() }).nullable(),
  /** `hours` are hours a week: weeks times hours give the clock hours that names of programs state. */
  length: z.object({ weeks: figure, hours: figure, competency_based: z.boolean() }),
  cost: z.object({ tuition: figure, supplies: figure, total_out_of_pocket: figure }),
  outcomes: z.object({
    total_exited: figure, completion_rate: figure, employment_rate_q2: figure, median_earnings: figure, cohort: z.object({ internally_consistent: z.boolean() }),
  }),
});
type Program = z.infer<typeof programSchema>;

/** The document, when it is a state's programs. */
export function californiaDocument(input: SourceInput): JsonObject | null {
  const [document] = headObjects(input);
  const programs = document?.['programs'];
  const [first] = Array.isArray(programs) ? programs as readonly unknown[] : [];
  return document && 'snapshot_date' in document && isObject(first) && ['uuid', 'provider_name', 'cip_code'].every((name) => name in first) ? document : null;
}

interface Flag {
  readonly code: string;
  readonly column: string;
  readonly value: unknown;
}

function outcomesOf({ outcomes }: Program, known: (value: number | null, column: string) => Figure, flags: Flag[]): ProgramOutcomes {
  const { median_earnings: median, cohort } = outcomes;
  const hourlyEntered = median !== null && median < LEAST_QUARTER_DOLLARS;
  if (hourlyEntered) flags.push({ code: 'hourly-entered', column: 'outcomes.median_earnings', value: median });
  if (!cohort.internally_consistent) flags.push({ code: 'counts-disagree', column: 'outcomes.cohort', value: outcomes.total_exited });
  return {
    exited: known(outcomes.total_exited, 'outcomes.total_exited'), completed: known(outcomes.completion_rate, 'outcomes.completion_rate'),
    employedQ2: known(outcomes.employment_rate_q2, 'outcomes.employment_rate_q2'), medianQuarterPayQ2: known(median, 'outcomes.median_earnings'),
    hourlyEntered, countsDisagree: !cohort.internally_consistent,
  };
}

function recordOf(program: Program, flags: Flag[]): TrainingProgram {
  const known = (value: number | null, column: string): Figure => {
    if (value === null) flags.push({ code: 'blank-figure', column, value });
    return value ?? 'blank-figure';
  };
  const code = programCode(program.cip_code);
  if (code?.restored) flags.push({ code: code.restored, column: 'cip_code', value: program.cip_code });
  const costs = {
    tuition: known(program.cost.tuition, 'cost.tuition'), fees: 'not-available', books: 'not-available', supplies: known(program.cost.supplies, 'cost.supplies'), other: 'not-available',
    total: known(program.cost.total_out_of_pocket, 'cost.total_out_of_pocket'),
  } as const;
  for (const fault of costFaults(costs)) flags.push({ code: fault, column: 'cost.total_out_of_pocket', value: program.cost.total_out_of_pocket });
  return {
    id: `ca-${program.uuid}`, list: 'ca-2026', provider: program.provider_name, name: program.program_name.replace(/\s+/g, ' ').trim(), cip: code?.cip ?? null,
    place: program.location.city, state: program.location.state, county: '', costs, clockHours: 'not-available',
    weeks: program.length.weeks ?? 'blank-figure', weekHours: program.length.hours ?? 'blank-figure', calendar: null, ownPace: program.length.competency_based,
    delivery: deliveryOf(program.program_format), award: null, leadsToLicense: null, license: '', industryCredential: '', socs: program.soc_codes,
    outcomes: outcomesOf(program, known, flags),
  };
}

export async function* readCaliforniaPrograms(input: SourceInput, tally: Tally): AsyncGenerator<TrainingProgram> {
  if (input.form !== 'json') return;
  for await (const { value } of objectsOf(input, tally)) {
    const programs = value['programs'];
    for (const { row, item } of itemsOf(Array.isArray(programs) ? programs : [], programSchema, tally, ({ uuid }) => uuid)) {
      const flags: Flag[] = [];
      const record = recordOf(item, flags);
      if (record.cip === null) {
        tally.refuse('code-invalid', { row, column: 'cip_code', value: item.cip_code });
        continue;
      }
      for (const { code, column, value: found } of flags) tally.flag(code, { row, column, value: found === null ? '' : String(found) });
      yield record;
    }
  }
}
