/** California's outlook and pay of the occupations that its training programs are for, as one JSON document. The openings are those of ALL years of the period. */
import { z } from 'zod';
import type { SourceInput } from '../file/source-input.ts';
import { ITEM_PROBLEMS, itemsOf } from '../json-records.ts';
import { headObjects, isObject, objectsOf, type JsonObject } from '../json-values.ts';
import type { SourceKind } from '../source-kind.ts';
import type { Staged } from '../staged.ts';

const figure = z.number().nullable();
const outlookShape = {
  soc_code: z.string().regex(/^\d{2}-\d{4}$/), title: z.string(), period: z.string().regex(/^\d{4}-\d{4}$/), median_annual_wage: figure, median_hourly_wage: figure,
  total_job_openings: figure, percent_change: figure, numeric_change: figure, base_employment: figure, projected_employment: figure,
  entry_level_education: z.string().nullable(), work_experience: z.string().nullable(), job_training: z.string().nullable(),
};
const occupationSchema = z.object({ ...outlookShape, regions: z.array(z.object({ ...outlookShape, area_type: z.string(), area_name: z.string() })) });

/** The state's figures of an occupation, and those of its regions by name. */
export type StateOccupation = Readonly<z.infer<typeof occupationSchema>>;

function documentOf(input: SourceInput): JsonObject | null {
  const [document] = headObjects(input);
  const occupations = document?.['occupations'];
  const first = isObject(occupations) ? Object.values(occupations)[0] : undefined;
  return document && isObject(first) && 'soc_code' in first && 'regions' in first ? document : null;
}

const whole = (value: number | null): number | null => (value === null ? null : Math.round(value));

export const etplOccupations: SourceKind<StateOccupation> = {
  kind: 'etpl-occupations',
  title: 'Outlook and pay of occupations beside California\'s training programs',
  problems: ITEM_PROBLEMS,
  recognise(input) {
    const document = documentOf(input);
    return document && { vintage: typeof document['snapshot_date'] === 'string' ? document['snapshot_date'] : null };
  },
  async* read(input, tally) {
    if (input.form !== 'json') return;
    for await (const { value } of objectsOf(input, tally)) {
      const occupations = value['occupations'];
      for (const { item } of itemsOf(isObject(occupations) ? Object.values(occupations) : [], occupationSchema, tally, ({ soc_code: soc }) => soc)) yield item;
    }
  },
  * stage({ soc_code: soc, period, base_employment: from, projected_employment: to, percent_change: change, total_job_openings: openings }): Generator<Staged> {
    const [fromYear = 0, toYear = 0] = period.split('-').map(Number);
    const years = toYear - fromYear;
    if (years < 1) return;
    yield {
      what: 'row', table: 'outlook', cells: {
        soc, area: '06', from_year: fromYear, to_year: toYear, employment_from: whole(from), employment_to: whole(to),
        change_permille: change === null ? null : Math.round(change * 10), openings_per_year: openings === null ? null : Math.round(openings / years),
      },
    };
  },
};
