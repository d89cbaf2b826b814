/** Methods of rules: wage-premium, earnings-premium, debt-to-earnings, workforce-pell, pell-proration, ohio-seal. */
import { z } from 'zod';
import { debtToEarnings, DEBT_TO_EARNINGS_SHAPE } from '../../shared/domain/rules/debt-to-earnings.ts';
import { earningsPremium } from '../../shared/domain/rules/earnings-premium.ts';
import { pointsSeal, POINTS_SEAL_SHAPE } from '../../shared/domain/rules/ohio-seal.ts';
import { ACADEMIC_YEAR_SHAPE, clockHourAward } from '../../shared/domain/rules/pell.ts';
import { POVERTY_SHAPE } from '../../shared/domain/rules/poverty.ts';
import { ruleOn } from '../../shared/domain/rules/dated.ts';
import { wagePremium } from '../../shared/domain/rules/wage-premium.ts';
import { workforcePell, WORKFORCE_PELL_SHAPE } from '../../shared/domain/rules/workforce-pell.ts';
import { lastDay, needRule, readRules } from './evaluate-data.ts';
import { amount, evaluateMethod, type EvaluateMethod } from './evaluate-method.ts';

/** Earnings of a program or a person, dollars a year: a loss is no earnings. */
const earnings = amount;
const share = z.number().min(0, 'must not be negative').max(1, 'must be a fraction of at most 1 (0.7 is 70 percent)');
const year = z.number().int('must be a whole year').min(1900, 'must be a year from 1900 on').max(2200, 'must be a year up to 2200');
const clockHours = z.number().min(0, 'must not be negative').max(20_000, 'must be at most 20000 hours');
const weeks = z.number().min(0, 'must not be negative').max(1040, 'must be at most 1040 weeks');
const maybe = <S extends z.ZodType>(schema: S) => schema.nullable().optional();
/** The day that stands for "now" where a rule has no end: far enough to lie after every start. */
const SOME_DAY = '2999-12-31';

const sealItem = z.union([
  z.strictObject({ field: z.string().min(1, 'must not be empty').max(80), points: z.number().min(0, 'must not be negative').max(100, 'must be at most 100').nullable() }),
  z.strictObject({ field: z.string().min(1, 'must not be empty').max(80), licenseWithExam: z.boolean() }),
]);

export const RULE_METHODS: Readonly<Record<string, EvaluateMethod>> = {
  'wage-premium': evaluateMethod(
    'pay against high-school pay raised by a rate',
    z.strictObject({ pay: earnings, highSchoolPay: earnings, rate: z.number().min(0, 'must not be negative').max(10, 'must be a fraction of at most 10 (0.2 is 20 percent)') }),
    ({ pay, highSchoolPay, rate }) => wagePremium(pay, highSchoolPay, rate),
  ),
  'earnings-premium': evaluateMethod(
    'median earnings against the federal threshold: they must exceed it',
    z.strictObject({ medianEarnings: earnings.nullable(), threshold: earnings.nullable() }),
    ({ medianEarnings, threshold }) => earningsPremium(medianEarnings, threshold),
  ),
  'debt-to-earnings': evaluateMethod(
    'yearly loan payment over earnings and over discretionary earnings (2023 rule)',
    z.strictObject({
      debt: amount, annualRate: z.number().min(0, 'must not be negative').max(1, 'must be a fraction of at most 1 (0.05 is 5 percent)'),
      years: z.number().int('must be whole').min(1, 'must be at least 1').max(40, 'must be at most 40'), earnings, year,
    }),
    async ({ year: asked, ...question }, world) => {
      const rules = await readRules(world);
      const rule = needRule(rules, 'debt-to-earnings', DEBT_TO_EARNINGS_SHAPE, lastDay(asked), 'year');
      return debtToEarnings(question, rule, needRule(rules, 'poverty-guideline', POVERTY_SHAPE, lastDay(asked), 'year'));
    },
  ),
  'workforce-pell': evaluateMethod(
    'each test of Workforce Pell for one program',
    z.strictObject({
      clockHours, weeks, year, completionRate: maybe(share), placementRate: maybe(share), tuitionAndFees: maybe(amount), completerMedianEarnings: maybe(earnings),
      priceParity: maybe(z.number().min(20, 'must be an index of at least 20 (the nation is 100)').max(500, 'must be an index of at most 500 (the nation is 100)')),
      stackable: maybe(z.boolean()), portable: maybe(z.boolean()), onlyCredential: maybe(z.boolean()), creditBearing: maybe(z.boolean()),
      monthsRunning: maybe(z.number().min(0, 'must not be negative').max(1200, 'must be at most 1200 months')),
    }),
    async ({ year: asked, clockHours: hours, weeks: span, ...rest }, world) => {
      const rules = await readRules(world);
      const rule = needRule(rules, 'workforce-pell', WORKFORCE_PELL_SHAPE, lastDay(asked), 'year');
      const poverty = ruleOn(rules, 'poverty-guideline', POVERTY_SHAPE, lastDay(asked));
      const known = {
        completionRate: null, placementRate: null, tuitionAndFees: null, completerMedianEarnings: null, priceParity: null, stackable: null, portable: null,
        // An exception that nobody claims does not apply.
        onlyCredential: false, creditBearing: null, monthsRunning: null, ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
      };
      return workforcePell({ ...known, clockHours: hours, weeks: span }, rule, poverty.ok ? poverty.value.params : null);
    },
  ),
  'pell-proration': evaluateMethod(
    'Pell award of a clock-hour program shorter than an academic year',
    z.strictObject({ scheduledAward: amount, clockHours, weeks }),
    async ({ scheduledAward, clockHours: hours, weeks: span }, world) => {
      const academicYear = needRule(await readRules(world), 'academic-year', ACADEMIC_YEAR_SHAPE, SOME_DAY, 'input');
      return { award: clockHourAward(scheduledAward, hours, span, academicYear) };
    },
  ),
  'ohio-seal': evaluateMethod(
    'Ohio’s credential seal: 12 points in one field, or a state license with an exam',
    z.strictObject({ items: z.array(sealItem).max(200, 'must hold at most 200 items') }),
    async ({ items }, world) => {
      const rule = needRule(await readRules(world), 'points-seal-oh', POINTS_SEAL_SHAPE, SOME_DAY, 'input');
      const { earned, best, reason } = pointsSeal(items, rule);
      return { earned, reason: reason.code, field: best?.field ?? null, points: best?.points ?? 0, params: reason.params };
    },
  ),
};
