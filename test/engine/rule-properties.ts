/** What is true of the rules and of plan dates for every input. */
import fc from 'fast-check';
import { addMonths, monthOf, monthsBetween } from '../../shared/kernel/plain-date.ts';
import { scheduleBackward, scheduleForward } from '../../shared/domain/plan/schedule.ts';
import type { StepTime } from '../../shared/domain/plan/schedule.ts';
import { debtToEarnings } from '../../shared/domain/rules/debt-to-earnings.ts';
import { ruleOn } from '../../shared/domain/rules/dated.ts';
import { earningsPremium } from '../../shared/domain/rules/earnings-premium.ts';
import { pointsSeal } from '../../shared/domain/rules/ohio-seal.ts';
import type { SealItem } from '../../shared/domain/rules/ohio-seal.ts';
import { clockHourAward } from '../../shared/domain/rules/pell.ts';
import { workforcePell } from '../../shared/domain/rules/workforce-pell.ts';
import type { WorkforcePellQuestion } from '../../shared/domain/rules/workforce-pell.ts';
import { POVERTY_SHAPE } from '../../shared/domain/rules/poverty.ts';
import type { Truth } from '../../shared/domain/value/ladder.ts';
import { check, state } from './state.ts';
import type { EngineProperty } from './state.ts';

const PELL = { clockHoursFrom: 150, clockHoursUnder: 600, weeksFrom: 8, weeksUnder: 15, completionPermille: 700, placementPermille: 700, povertyPermille: 1500, monthsRunning: 12 };
const POVERTY = { year: 2026, onePerson: 15_960 };
const DEBT = { annualOverPermille: 80, discretionaryOverPermille: 200, povertyPermille: 1500, years: { certificate: 10 } };
const YEAR = { clockHours: 900, weeks: 26 };

const yesNo = fc.option(fc.boolean());
const rate = fc.option(fc.constantFrom(0.3, 0.699, 0.7, 0.9));
const anyQuestion: fc.Arbitrary<WorkforcePellQuestion> = fc.record({
  clockHours: fc.option(fc.constantFrom(149, 150, 599, 600)), weeks: fc.option(fc.constantFrom(7, 8, 14, 15)), completionRate: rate, placementRate: rate,
  tuitionAndFees: fc.option(fc.integer({ min: 0, max: 20_000 })), completerMedianEarnings: fc.option(fc.integer({ min: 15_000, max: 60_000 })),
  priceParity: fc.option(fc.integer({ min: 80, max: 120 })), stackable: yesNo, portable: yesNo, onlyCredential: fc.constantFrom(true, false, null), creditBearing: yesNo, monthsRunning: fc.option(fc.constantFrom(6, 12, 40)),
});
const stays = (before: Truth, after: Truth): boolean => before === 'unknown' || after !== 'unknown';

const anyItem: fc.Arbitrary<SealItem> = fc.oneof(
  fc.record({ field: fc.constantFrom('health', 'it'), points: fc.option(fc.constantFrom(0, 1, 3, 6, 12)) }),
  fc.record({ field: fc.constantFrom('health', 'it'), licenseWithExam: fc.boolean() }),
);

const anyDay = fc.tuple(fc.integer({ min: 2014, max: 2028 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })).map(([year, month, day]) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
const anyRule = fc.tuple(anyDay, fc.option(anyDay), fc.constantFrom(4, 7, 10), fc.nat()).map(([a, b, length, id]) => {
  const [from, to] = b !== null && b < a ? [b, a] : [a, b];
  return { id: `r${id}`, kind: 'poverty-guideline', validFrom: from.slice(0, length), validTo: to === null ? null : to.slice(0, length), params: { year: 2020, onePerson: 10_000 }, source: 's' };
});

const anyStep = (id: number): fc.Arbitrary<StepTime> => fc.record({
  months: fc.option(fc.integer({ min: 1, max: 48 }), { freq: 8 }), minAge: fc.option(fc.constantFrom(16, 18, 21)), needsDiploma: fc.boolean(), waitingList: yesNo,
  needs: id === 0 ? fc.constant<readonly string[]>([]) : fc.array(fc.nat({ max: id - 1 }).map((each) => `s${each}`), { maxLength: 2 }),
}).map((rest) => ({ ...rest, id: `s${id}`, name: { en: `s${id}`, es: `s${id}` } }));
const anySteps = fc.integer({ min: 1, max: 5 }).chain((size) => fc.tuple(...Array.from({ length: size }, (_, id) => anyStep(id)))).chain((steps) => fc.shuffledSubarray(steps, { minLength: steps.length }));
const anyPerson = fc.record({ birthMonth: fc.option(fc.constantFrom('2009-03', '2008-12', '1990-01')), graduates: fc.option(fc.constantFrom('2027-06', '2026-01')), hasDiploma: yesNo, held: fc.constant<readonly string[]>([]) });
const TODAY = '2026-11-25';

export const RULE_PROPERTIES: readonly EngineProperty[] = [
  state('more knowledge never turns a known answer about Workforce Pell into unknown, nor one of its tests', anyQuestion, anyQuestion, fc.boolean(), (asked, more, noLine) => {
    const told = Object.fromEntries(Object.entries(asked).map(([key, value]) => [key, value ?? more[key as keyof WorkforcePellQuestion]])) as unknown as WorkforcePellQuestion;
    const [before, after] = [workforcePell(asked, PELL, noLine ? null : POVERTY), workforcePell(told, PELL, POVERTY)];
    check(stays(before.eligible, after.eligible), 'became unknown');
    before.criteria.forEach(({ state: known, id }, index) => check(known === 'unknown' || after.criteria[index]?.state !== 'unknown', `${id} became unknown`));
    check(before.eligible !== false || before.criteria.some((each) => each.state === 'not-met'), 'refused without a failed test');
    check(!before.criteria.some((each) => each.state === 'not-met') || before.eligible === false, 'a failed test does not decide');
    check(before.valueAddedEarnings === null || before.criteria.some((each) => each.id === 'value-added' && (each.state === 'met') === ((before.valueAddedEarnings ?? 0) > 0)), 'value-added and its test differ');
  }),
  state('more knowledge never turns a known seal or premium into unknown; more points never lose it', fc.array(anyItem, { maxLength: 6 }), fc.constantFrom(0, 3, 12), anyItem, fc.option(fc.nat({ max: 60_000 })), fc.option(fc.nat({ max: 60_000 })), (items, points, extra, median, threshold) => {
    const before = pointsSeal(items, { points: 12 }).earned;
    const told = items.map((item) => ('points' in item ? { ...item, points: item.points ?? points } : item));
    check(stays(before, pointsSeal(told, { points: 12 }).earned), 'seal became unknown');
    check(before !== true || pointsSeal([...items, extra], { points: 12 }).earned === true, 'lost by earning more');
    const asked = earningsPremium(median, threshold);
    check(asked.passes === 'unknown' ? median === null || threshold === null : asked.passes === ((median ?? 0) > (threshold ?? 0)), 'premium');
  }),
  state('more debt never helps a program pass, more earnings never hurt', fc.nat({ max: 80_000 }), fc.nat({ max: 80_000 }), fc.nat({ max: 40_000 }), fc.nat({ max: 40_000 }), fc.constantFrom(0, 0.03, 0.0653), (debt, earnings, moreDebt, moreEarnings, annualRate) => {
    const at = (owed: number, earned: number) => debtToEarnings({ debt: owed, annualRate, years: 10, earnings: earned }, DEBT, POVERTY);
    const asked = at(debt, earnings);
    check(asked.passes || !at(debt + moreDebt, earnings).passes, 'more debt passes');
    check(!asked.passes || at(debt, earnings + moreEarnings).passes, 'more earnings fail');
    check(asked.annualRate === null || asked.discretionaryRate === null || asked.discretionaryRate >= asked.annualRate, 'less is left than earned');
  }),
  state('a Pell award rises with hours and weeks, is never above the scheduled award, and is cut only by the lesser', fc.nat({ max: 7395 }), fc.nat({ max: 2000 }), fc.nat({ max: 60 }), fc.nat({ max: 500 }), (award, hours, weeks, more) => {
    const asked = clockHourAward(award, hours, weeks, YEAR);
    check(asked <= award && asked >= 0, 'outside');
    check(clockHourAward(award, hours + more, weeks, YEAR) >= asked && clockHourAward(award, hours, weeks + more, YEAR) >= asked, 'falls with more');
    check(hours < 900 || weeks < 26 || asked === award, 'a whole year is not the whole award');
    check(Math.abs(clockHourAward(award, hours, 26, YEAR) - Math.min(1, hours / 900) * award) <= 0.005, 'hours alone');
  }),
  state('a day is answered by a rule that holds on it, or by none', fc.array(anyRule, { maxLength: 5 }), anyDay, (rules, day) => {
    const found = ruleOn(rules, 'poverty-guideline', POVERTY_SHAPE, day);
    const holds = rules.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day.slice(0, validTo.length) <= validTo));
    check(found.ok === holds.length > 0, 'answered outside its dates');
    if (found.ok) check(holds.every(({ validFrom }) => validFrom <= found.value.validFrom), 'not the newest');
    else if (found.error.why === 'not-yet') check(rules.every(({ validFrom }) => validFrom > day), 'not before all');
    else if (found.error.why === 'over') check(rules.every(({ validTo }) => validTo !== null && validTo < day), 'not after all');
    else check(found.error.why === (rules.length === 0 ? 'no-such-rule' : 'gap'), found.error.why);
  }),
  state('dates forward follow each other, respect what comes first, and never start in the past', anySteps, anyPerson, (steps, person) => {
    const found = scheduleForward(steps, person, TODAY);
    check(found.ok, 'a circle');
    const place = new Map(found.value.map(({ id }, index) => [id, index]));
    found.value.forEach((each, index) => {
      const step = steps.find(({ id }) => id === each.id);
      check(step !== undefined && step.needs.every((id) => (place.get(id) ?? Infinity) < index), 'before what it needs');
      const before = found.value[index - 1];
      if (each.startsOn !== null) {
        check(each.startsOn >= monthOf(TODAY), 'in the past');
        check(!before || (before.endsOn !== null && each.startsOn > before.endsOn), 'before the step before');
      }
      if (each.startsOn !== null && each.endsOn !== null) check(monthsBetween(each.startsOn, each.endsOn) + 1 === step.months, 'of another length');
      if (step.minAge !== null && person.birthMonth !== null && each.startsOn !== null) check(each.startsOn >= addMonths(person.birthMonth, step.minAge * 12 + 1), 'too young');
      if (index === 0 && each.startsOn === monthOf(TODAY) && !each.atLeast && step.waitingList === false && step.months !== null) check(each.blocked.length === 0, 'blocked this month, and starts');
    });
  }),
  state('dates back end when they must and are as late as they can be', anySteps, anyPerson, fc.constantFrom('2027-06', '2030-05', '2026-12'), (steps, person, doneBy) => {
    const found = scheduleBackward(steps, person, doneBy, TODAY);
    check(found.ok, 'a circle');
    const { steps: dated, startBy } = found.value;
    check(dated.at(-1)?.endsOn === doneBy, 'does not end in time');
    dated.forEach((each, index) => {
      const next = dated[index + 1];
      if (each.startsOn !== null && next && next.startsOn !== null) check(each.endsOn === addMonths(next.startsOn, -1), 'leaves a gap');
    });
    if (steps.every(({ months }) => months !== null)) {
      const length = steps.reduce((sum, { months }) => sum + (months ?? 0), 0);
      check(startBy === addMonths(doneBy, 1 - length), 'not as late as it can be');
    } else check(startBy === null || dated[0]?.startsOn === startBy, 'a start out of nothing');
  }),
];
