/** Which words of a reason are figures, and where each comes from. */
import type { Figure, OccupationFacts, PayFacts, Provenance, Unit } from '../../../shared/domain/facts.ts';
import { SMALLEST_CHANGE } from '../../../shared/domain/ours.ts';
import type { Reason } from '../../../shared/domain/reason.ts';
import type { BaselinePay, GoodJobFloor } from '../../../shared/domain/results.ts';
import type { Translator } from '../../../shared/i18n/translator.ts';

/** What the reasons of a page speak of. */
export interface Ground {
  readonly occupation: OccupationFacts | null;
  readonly baseline: BaselinePay | null;
  readonly floor: GoodJobFloor;
}

export interface FigureWords {
  /** The figure as the sentence writes it. */
  readonly words: string;
  /** What it is, for the panel that tells where it comes from. */
  readonly what: string;
  readonly figure: Figure;
}

export function figureOf(value: number | null, unit: Unit, from: Provenance, atLeast = false): Figure {
  return { value, high: null, atLeast, unit, unknown: value === null ? 'not-published' : null, from };
}

/** The median of a job's pay as a figure. */
export const medianFigure = (pay: PayFacts): Figure =>
  pay.p50 === null && pay.hourlyP50Cents !== null
    ? figureOf(pay.hourlyP50Cents, 'cents-per-hour', pay.from, pay.topCoded)
    : figureOf(pay.p50, 'usd-per-year', pay.from, pay.topCoded);

const OVER_BASELINE = new Set(['job.above-no-training', 'job.below-no-training', 'job.same-as-no-training']);
const OF_OUTLOOK = new Set(['job.openings', 'job.openings-nation-only', 'job.shrinking']);

/** The figures in a reason's sentence; a number without a source (an age, a count of questions) is none. */
export function reasonFigures({ code, params }: Reason, { occupation, baseline, floor }: Ground, t: Translator): FigureWords[] {
  const found: FigureWords[] = [];
  const name = occupation ? t.name(occupation.title) : '';
  const add = (words: string, what: string, value: number, unit: Unit, from: Provenance | undefined): void => {
    if (from) found.push({ words, what, figure: figureOf(value, unit, from) });
  };
  const number = (slot: string): number | null => { const value = params[slot]; return typeof value === 'number' ? value : null; };
  if (code.startsWith('sense.')) {
    for (const slot of ['gap', 'to', 'floor']) {
      const value = number(slot);
      const percent = code === 'sense.job-change';
      if (value !== null) add(percent ? `${new Intl.NumberFormat(t.locale).format(value)} %` : code === 'sense.jobs-here' ? t.count(value) : t.dollars(value), t.t('figure.smallestChange'), value, percent ? 'permille' : 'usd-per-year', SMALLEST_CHANGE);
    }
    return found;
  }
  const [median, gap, line, percent, openings, jobs] = [number('median'), number('gap'), number('line'), number('percent'), number('openings'), number('jobs')];
  if (median !== null) add(t.dollars(median), t.t('figure.middlePay', { name }), median, 'usd-per-year', occupation?.pay?.from);
  if (gap !== null) add(t.dollars(gap), t.t('figure.gap'), gap, 'usd-per-year', floor.floor.from);
  if (line !== null) add(t.dollars(line), t.t('figure.floor'), line, 'usd-per-year', floor.floor.from);
  if (openings !== null) add(t.count(openings), t.t('figure.openings', { name }), openings, 'jobs-per-year', occupation?.outlook?.from);
  if (jobs !== null) add(t.count(jobs), t.t('figure.jobsHere', { name }), jobs, 'jobs', occupation?.employmentHere.from);
  if (percent !== null && OVER_BASELINE.has(code)) add(`${t.count(percent)} %`, t.t('figure.againstNoTraining', { name }), percent * 10, 'permille', baseline?.pay.from);
  if (percent !== null && OF_OUTLOOK.has(code)) add(`${t.count(percent)} %`, t.t('figure.change', { name }), percent * 10, 'permille', occupation?.outlook?.from);
  return found;
}

export interface Piece {
  readonly text: string;
  readonly figure: FigureWords | null;
}

/** Takes a sentence apart at its figures. One that the sentence does not write out is left out of it. */
export function piecesOf(sentence: string, figures: readonly FigureWords[]): Piece[] {
  const spots = figures
    .map((each) => ({ ...each, at: sentence.indexOf(each.words) }))
    .filter((each) => each.at >= 0)
    .sort((a, b) => a.at - b.at || b.words.length - a.words.length);
  const pieces: Piece[] = [];
  let from = 0;
  for (const spot of spots) {
    if (spot.at < from) continue;
    if (spot.at > from) pieces.push({ text: sentence.slice(from, spot.at), figure: null });
    pieces.push({ text: spot.words, figure: spot });
    from = spot.at + spot.words.length;
  }
  if (from < sentence.length) pieces.push({ text: sentence.slice(from), figure: null });
  return pieces;
}
