/** Codes, prices and times within a record of CTDL. What cannot be told is left out and flagged. */
import type { Tally } from '../check/tally.ts';
import type { JsonObject } from '../json-values.ts';
import { STATES } from '../starter/states.ts';
import type { StagedCredential } from '../staged.ts';
import { many, parts, property, references, text } from './values.ts';

type Line = StagedCredential['costs'][number]['line'];
type Time = StagedCredential['times'][number];

const COST_LINES: Readonly<Record<string, Line>> = {
  Tuition: 'tuition', LearningResource: 'books-tools', Equipment: 'books-tools', Consumables: 'books-tools', BackgroundCheck: 'background-check', RenewalFee: 'renewal',
  ReexaminationFee: 'exam', ScoringFee: 'exam', StandaloneAssessment: 'exam', AssessmentFee: 'exam',
};
const DOLLARS = /^(?:usd|us dollars?|united states dollars?|\$)$/i;
/** Above it a price is hard to believe. */
const HIGHEST_DOLLARS = 500_000;

/** What alignments say: coded notations first, else the address or id that they point to. */
function notations(value: unknown): readonly string[] {
  return parts(value).flatMap((alignment) => {
    const coded = many(property(alignment, 'codedNotation')).filter((each) => typeof each === 'string');
    return coded.length > 0 ? coded : references(property(alignment, 'targetNode'));
  });
}

const unique = (codes: readonly string[]): readonly string[] => [...new Set(codes)].sort();

/** Occupations, six digits; those of O*NET lose their last two. */
export const socsOf = (node: JsonObject): readonly string[] =>
  unique(notations(property(node, 'occupationType')).flatMap((said) => /(?:^|[^\d.])(\d{2}-\d{4})(?:\.\d{2})?$/.exec(said.trim())?.[1] ?? []).filter((code) => !code.endsWith('000')));

/** Programs, six or four digits. */
export const cipsOf = (node: JsonObject): readonly string[] =>
  unique(notations(property(node, 'instructionalProgramType')).flatMap((said) => /(?:^|[^\d.])(\d{2}\.\d{4}|\d{2}\.\d{2})$/.exec(said.trim())?.[1] ?? []));

/** States and the nation that the record names. */
export function areasOf(node: JsonObject): readonly string[] {
  const named = [
    ...parts(property(node, 'jurisdiction')).flatMap((each) => parts(property(each, 'mainJurisdiction')).map((place) => text(property(place, 'name')))),
    ...parts(property(node, 'availableAt')).flatMap((place) => [place, ...parts(property(place, 'address'))].map((each) => text(property(each, 'addressRegion')))),
  ];
  return unique(named.flatMap((name) => {
    if (name === null) return [];
    if (name === 'United States') return ['us'];
    const state = STATES.find(([, postal, full]) => postal === name || full.toLowerCase() === name.toLowerCase());
    return state ? [state[0]] : [];
  }));
}

export function costsOf(node: JsonObject, row: number, tally: Tally): StagedCredential['costs'] {
  const costs = new Map<Line, { line: Line; lowCents: number; highCents: number; label: string }>();
  for (const cost of parts(property(node, 'estimatedCost'))) {
    const price = property(cost, 'price');
    if (price === undefined) continue;
    const dollars = typeof price === 'string' && price.trim() !== '' ? Number(price) : price;
    const currency = text(property(cost, 'currency')) ?? '';
    if (typeof dollars !== 'number' || !Number.isFinite(dollars) || dollars < 0) tally.flag('not-a-number', { row, column: 'ceterms:price', value: String(text(price) ?? '') });
    else if (!DOLLARS.test(currency)) tally.flag('currency-unknown', { row, column: 'ceterms:currency', value: currency });
    else if (dollars > HIGHEST_DOLLARS) tally.flag('price-implausible', { row, column: 'ceterms:price', value: String(dollars) });
    else {
      const type = parts(property(cost, 'directCostType')).flatMap((each) => references(property(each, 'targetNode')))[0] ?? '';
      const line = COST_LINES[type.slice(type.lastIndexOf(':') + 1)] ?? 'other';
      const cents = Math.round(dollars * 100);
      const known = costs.get(line);
      // Two prices of one line are for different people or choices: a range, not a sum.
      costs.set(line, { line, lowCents: Math.min(cents, known?.lowCents ?? cents), highCents: Math.max(cents, known?.highCents ?? cents), label: '' });
    }
  }
  return [...costs.values()].sort((a, b) => (a.line < b.line ? -1 : 1));
}

/** An ISO duration of one unit, as "P6W", "P1Y", "PT40H"; null when it is none or mixes units. */
export function durationOf(value: unknown): { readonly amount: number; readonly unit: Time['unit'] } | null {
  const found = typeof value === 'string' ? /^P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:T(\d{1,5})H)?$/.exec(value) : null;
  if (!found) return null;
  const [years, months, weeks, hours] = [1, 2, 3, 4].map((group) => Number(found[group] ?? 0)) as [number, number, number, number];
  if ([years + months > 0, weeks > 0, hours > 0].filter(Boolean).length !== 1) return null;
  if (weeks > 0) return { amount: weeks, unit: 'weeks' };
  if (hours > 0) return { amount: hours, unit: 'hours' };
  return months > 0 ? { amount: years * 12 + months, unit: 'months' } : { amount: years, unit: 'years' };
}

export function timesOf(node: JsonObject, row: number, tally: Tally): StagedCredential['times'] {
  for (const profile of parts(property(node, 'estimatedDuration'))) {
    const exact = property(profile, 'exactDuration');
    const [low, high] = [durationOf(exact ?? property(profile, 'minimumDuration')), durationOf(exact ?? property(profile, 'maximumDuration'))];
    const [from, to] = [low ?? high, high ?? low];
    if (from && to && from.unit === to.unit && from.amount <= to.amount) return [{ kind: 'training', low: from.amount, high: to.amount, unit: from.unit }];
    tally.flag('duration-unclear', { row, column: 'ceterms:estimatedDuration' });
  }
  return [];
}

export const FACT_PROBLEMS = {
  'currency-unknown': 'The price is not said to be in US dollars; it was left out.',
  'price-implausible': 'The price is hard to believe; it was left out. Look at the source.',
  'duration-unclear': 'The time is given in units that cannot be set side by side, or from more to less; it was left out.',
} as const;
