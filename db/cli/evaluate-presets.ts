/** Published methods of return: irr, cew-roi, payback, price-to-earnings. */
import { z } from 'zod';
import { IRR_FLOWS_MOST, irrOf } from '../../shared/domain/return/irr.ts';
import { cewRoi } from '../../shared/domain/return/presets/cew-roi.ts';
import { LEVELS } from '../../shared/domain/return/presets/presets.ts';
import { paybackYears, priceToEarnings } from '../../shared/domain/return/presets/years-to-recoup.ts';
import { amount, dollars, evaluateMethod, RefusedInput, type EvaluateMethod } from './evaluate-method.ts';
import { flows } from './evaluate-money.ts';

const level = z.enum(LEVELS, `must be one of ${LEVELS.join(', ')}`);

export const PRESET_METHODS: Readonly<Record<string, EvaluateMethod>> = {
  irr: evaluateMethod(
    'internal rate of return, when there is exactly one',
    z.strictObject({ flows }),
    ({ flows: yearly }) => {
      if (yearly.length > IRR_FLOWS_MOST) throw new RefusedInput('flows', `must hold at most ${IRR_FLOWS_MOST} flows for this method`);
      return irrOf(yearly);
    },
  ),
  'cew-roi': evaluateMethod(
    "net present value of a college by Georgetown CEW's First Try at ROI",
    z.strictObject({ level, p6: amount, p8: amount, p10: amount, netPrice: dollars }),
    (input) => ({ npv: Object.fromEntries(cewRoi(input).map(({ years, npv }) => [String(years), npv])) }),
  ),
  payback: evaluateMethod(
    'years in which earnings above a baseline repay a total net price',
    z.strictObject({ totalNetPrice: dollars, earnings: amount, baseline: amount }),
    ({ totalNetPrice, earnings, baseline }) => paybackYears(totalNetPrice, earnings, baseline),
  ),
  'price-to-earnings': evaluateMethod(
    "Third Way's price-to-earnings premium",
    z.strictObject({ level, netPrice: dollars, earnings: amount, baseline: amount }),
    ({ level: kind, netPrice, earnings, baseline }) => priceToEarnings(kind, netPrice, earnings, baseline),
  ),
};
