/** A training program on a state's list, whatever form the list has, and what it brings to a pack. */
import { centsOf, isKnown, wholeOf, type Figure } from '../published-figure.ts';
import { RESTORED_PROBLEMS } from '../program-code.ts';
import { costsOf, nameOf } from '../starter/training-cells.ts';
import type { StageContext, Staged } from '../staged.ts';

/** Dollars as listed; none is ever corrected. */
export interface ProgramCosts {
  readonly tuition: Figure;
  readonly fees: Figure;
  readonly books: Figure;
  readonly supplies: Figure;
  readonly other: Figure;
  readonly total: Figure;
}

/** What became of people of a program. Pay is that of ONE QUARTER, never a year's. */
export interface ProgramOutcomes {
  readonly exited: Figure;
  /** Shares, 0 to 1. */
  readonly completed: Figure;
  readonly employedQ2: Figure;
  readonly medianQuarterPayQ2: Figure;
  readonly hourlyEntered: boolean;
  readonly countsDisagree: boolean;
}

export interface TrainingProgram {
  /** Its number on the list, with the list's prefix: "nj-513". */
  readonly id: string;
  /** The list, as `training_list.id` of a pack has it. */
  readonly list: string;
  readonly provider: string;
  readonly name: string;
  /** Null where the list gives none. */
  readonly cip: string | null;
  readonly place: string;
  readonly state: string;
  readonly county: string;
  readonly costs: ProgramCosts;
  readonly clockHours: Figure;
  readonly weeks: Figure;
  readonly weekHours: Figure;
  readonly calendar: string | null;
  readonly ownPace: boolean;
  readonly delivery: string | null;
  readonly award: string | null;
  readonly leadsToLicense: boolean | null;
  readonly license: string;
  readonly industryCredential: string;
  readonly socs: readonly string[];
  readonly outcomes: ProgramOutcomes | null;
}

export const TRAINING_PROBLEMS = {
  ...RESTORED_PROBLEMS,
  'not-approved': 'The program is not approved, or no longer.',
  'total-not-sum': 'The total is not the sum of its parts: one of them is a typing error. They are kept as they stand, and the total is not shown.',
  'total-implausible': 'The total is beyond any program of these lists; it is kept as it stands. Look at the source.',
  'hourly-entered': 'An hourly wage seems to stand where a quarter\'s pay belongs; it is kept as it stands, and not to be shown as pay.',
  'counts-disagree': 'The counts of people do not fit together.',
  'hours-unknown': 'No hours are given, or a number that stands for none.',
  'name-missing': 'The program has no name.',
  'left-out-by-mapping': 'The mapping says that such rows are left out.',
} as const;

/** Above any program of the lists on hand, the dearest of which asks 114,000 dollars for a degree (New Jersey, 2021). As of November 2026; prices rise. */
export const DEAREST_DOLLARS = 150_000;
/** Under this many dollars a quarter's pay is an hourly wage in the wrong field. */
export const LEAST_QUARTER_DOLLARS = 100;

/** Flags a total that cannot be right. */
export function costFaults({ total, ...parts }: ProgramCosts): readonly ('total-not-sum' | 'total-implausible')[] {
  if (!isKnown(total)) return [];
  const sum = Object.values(parts).reduce<number>((all, part) => all + (centsOf(part) ?? 0), 0);
  return [
    ...(centsOf(total) !== sum ? ['total-not-sum' as const] : []),
    ...(total > DEAREST_DOLLARS ? ['total-implausible' as const] : []),
  ];
}

const permille = (share: Figure): number | null => (isKnown(share) ? Math.round(share * 1000) : null);

function* stageOutcomes(program: string, { exited, completed, employedQ2, medianQuarterPayQ2, hourlyEntered, countsDisagree }: ProgramOutcomes): Generator<Staged> {
  if (![completed, employedQ2, medianQuarterPayQ2].some(isKnown)) return;
  const disagree = countsDisagree ? 'counts-disagree' : null;
  const row = (measure: string, value: number | null, people: number | null, flag: string | null): Staged => ({
    what: 'row', table: 'training_outcome',
    cells: { program, measure, counts: 'program', value, people: value === null ? null : people, unknown: value === null ? 'not-published' : null, flag },
  });
  yield row('completed', permille(completed), wholeOf(exited), disagree);
  // Of whom the share who worked is a share, no report says.
  yield row('employed-q2', permille(employedQ2), null, disagree);
  yield row('median-quarter-pay-q2', hourlyEntered ? null : centsOf(medianQuarterPayQ2), null, hourlyEntered ? 'hourly-entered' : disagree);
}

const cut = (text: string, most: number): string | null => nameOf(text.slice(0, most));

/** Option `list`: the id of the list in the pack, where it is another than the kind's own. The list's own row is written by hand: it says whom to ask. */
export function* stageTraining(record: TrainingProgram, { options }: StageContext): Generator<Staged> {
  const { id, costs } = record;
  const cents = costsOf(
    { tuition_cents: centsOf(costs.tuition), fees_cents: centsOf(costs.fees), books_cents: centsOf(costs.books), supplies_cents: centsOf(costs.supplies), other_cents: centsOf(costs.other) },
    centsOf(costs.total),
  );
  yield {
    what: 'row', table: 'training_program', cells: {
      id, list: options['list'] ?? record.list, provider: cut(record.provider, 120), name: record.name.slice(0, 160), cip: record.cip, cip_flag: null,
      place: cut(record.place, 60), state: cut(record.state, 2), county: null, ...cents, clock_hours: wholeOf(record.clockHours), weeks: wholeOf(record.weeks),
      week_hours: wholeOf(record.weekHours), calendar: record.calendar, own_pace: record.ownPace ? 1 : 0, delivery: record.delivery, award: record.award,
      leads_to_license: record.leadsToLicense === null ? null : record.leadsToLicense ? 1 : 0, license: cut(record.license, 80), industry_credential: cut(record.industryCredential, 100),
    },
  };
  for (const soc of new Set(record.socs)) yield { what: 'row', table: 'training_occupation', cells: { program: id, soc } };
  if (record.outcomes) yield* stageOutcomes(id, record.outcomes);
}
