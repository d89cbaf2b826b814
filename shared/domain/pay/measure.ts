/**
 * What a figure of pay measures. Two figures may be set side by side only when they measure the
 * same thing; the types here make anything else a compile error.
 */

/**
 * `oews`: pay of the jobs of an area (BLS, before taxes, no overtime, no self-employed, no farm
 * workers). `acs`: earnings of the people of a place (Census). The College Scorecard's measures
 * differ by cohort and years, so each is its own. `own-wage`: what one person earns or earned.
 * `training-quarter-median` and `training-quarter-mean`: pay in one quarter after training, as a
 * state's list reports it. No baseline is of a quarter, so it stands beside none.
 */
export type Measure =
  | 'oews' | 'acs' | 'own-wage' | 'training-quarter-median' | 'training-quarter-mean'
  | 'scorecard-entry-6' | 'scorecard-entry-8' | 'scorecard-entry-10'
  | 'scorecard-completion-1' | 'scorecard-completion-4' | 'scorecard-completion-5';
export type ScorecardMeasure = Extract<Measure, `scorecard-${string}`>;

/** What pay is compared with. */
export type BaselineKind = 'no-training' | 'bachelor' | 'own-wage' | 'acs-high-school' | 'federal-threshold';

/**
 * The baselines that are like a measure: OEWS pay with estimates from the same survey and area,
 * or with one's own wage; what graduates or people of a place earn with ACS or the federal
 * threshold made from it. Of a union of measures: only what fits each of them.
 */
export type BaselineFor<M extends Measure> =
  [M] extends ['oews' | 'own-wage'] ? 'no-training' | 'bachelor' | 'own-wage'
  : [M] extends [ScorecardMeasure | 'acs'] ? 'acs-high-school' | 'federal-threshold'
  : never;
