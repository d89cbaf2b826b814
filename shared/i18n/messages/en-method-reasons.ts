/** How an estimate was made. */
export const enMethodReasons = {
  'reason.method.baseline-without-training': 'Our estimate from the same survey and area: pay of jobs that ask for high school or less, no experience, and no or short training, weighted by how many people hold them.',
  'reason.method.baseline-bachelor': 'Our estimate from the same survey and area: pay of jobs that ask for a bachelor’s degree, no experience, and no or short training, weighted by how many people hold them.',
  'reason.method.floor-in-pay-dollars': 'The published good-job line, brought to the dollars of the pay survey with the consumer price index.',
  'reason.method.floor-at-area-prices': 'The published good-job line, brought to the dollars of the pay survey and to the prices of this place.',
  'reason.method.pay-at-national-prices': 'The published pay of this place, divided by its regional price parity: what it buys at the nation’s average prices.',
  'reason.method.sum-of-known-costs': 'The known costs that are paid once, added up. A cost that is not known is left out; then the sum says “at least”.',
  'reason.method.sum-of-good-jobs': 'The published figures of the jobs of this list, added up. A job without a published figure is left out, so the true number is higher.',
  'reason.method.money-ahead': 'Added up month by month from the start: pay, less what a job without training pays, less the costs of school, plus grants. Middle workers, before taxes, dollars of the pay survey, no interest.',
  'reason.method.smallest-change': 'The smallest change of this one figure, with all others as they are, that gives another word.',
  'reason.method.present-value': 'Money ahead, year by year, with each later year counted for 3 % less than the one before, the first year in full. Dollars of the pay survey; prices stay as they are.',
  'reason.method.route-time': 'Our estimate from the figures on this page: the time of each step, one after the other, and of a range its middle. Credit for an earlier step makes it shorter, half time makes it longer, and a step waits for its age and for the diploma.',
  'reason.method.route-cost': 'Our estimate from the figures on this page: the known costs of each step that are paid once, added up. A cost that is not known is left out; then the sum says “at least”.',
} as const;
