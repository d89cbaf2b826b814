import { atPrices, parityInForce, toNationalPrices } from '../domain/compare-prices.ts';
import { compareRoutes } from '../domain/compare.ts';
import type { CredentialFacts, Figure } from '../domain/facts.ts';
import type { BaselinePay, CompareAssumptions, RouteResult, VerdictResult } from '../domain/results.ts';
import { openedOccupation } from '../domain/value/verdict.ts';
import type { Translator } from '../i18n/translator.ts';
import { checkedFacts } from './checked-facts.ts';
import { planPays } from './default-plan.ts';
import { foot, hundreds, placeWords, schoolLines, sentences } from './format.ts';
import type { PaperEdition, PaperEvidence, PaperOptions, PaperSettings, PaperSource } from './inputs.ts';
import type { PrintBlock, PrintDocument, PrintRow } from './model.ts';
import { altRow } from './pay-block.ts';
import { openedPay, payCell, rowStrip, timeCell, totalWords } from './sheet-row.ts';
import type { SheetItem } from './sheet-row.ts';
import { checkedVerdict, familyReason } from './sheet-verdict.ts';
import { sourcesBlock } from './sources-block.ts';

export interface ComparisonSheetInput {
  /** Two to four credentials in the order in which they are compared. */
  readonly items: readonly { readonly facts: CredentialFacts; readonly verdict: VerdictResult }[];
  readonly areaName: string;
  readonly baseline: BaselinePay | null;
  readonly floor: Figure;
  readonly assumptions: CompareAssumptions;
  /** Prices here against the nation's, in thousandths of a percent, with the name of the area whose they are; null where no survey says. */
  readonly parity: { readonly milli: number; readonly area: string; readonly publisher: string; readonly vintage: string } | null;
  readonly evidence: readonly PaperEvidence[];
  readonly sources: readonly PaperSource[];
  readonly settings: PaperSettings;
  readonly edition: PaperEdition;
}

/** The years at which money ahead is printed. */
const YEARS = [5, 10] as const;
/** Sentences on what would change the answer: the page holds no more, the screen does. */
const MOST_INSIGHTS = 4;

/** Money ahead after so many years, to the nearest hundred; with costs that are not known it is "at most". */
function aheadCell({ curve, value }: RouteResult, years: number, t: Translator): string {
  const at = curve?.find(({ month }) => month === years * 12);
  if (!at) return t.t('paper.cell.unknown');
  const amount = hundreds(Math.abs(at.cents) / 100, t);
  const words = t.t(at.cents < 0 ? 'paper.cell.behind' : 'paper.cell.ahead', { amount });
  if (value?.atMost !== true) return words;
  return t.t(at.cents < 0 ? 'paper.cell.atLeastBehind' : 'paper.cell.atMost', { amount: words });
}

function baselineRow(baseline: BaselinePay | null, assumptions: CompareAssumptions, t: Translator): PrintRow {
  const own = assumptions.ownWage;
  const pay = own ? null : (baseline?.pay ?? null);
  const head = t.t(own ? 'paper.compare.own' : 'paper.compare.baseline');
  const strip = rowStrip(head, pay, true, t);
  return {
    mark: null, head, code: '', sub: t.t(own ? 'paper.compare.ownSub' : 'paper.compare.baselineSub'), strip, alt: strip === null ? '' : altRow(strip, t),
    cells: [t.t('paper.cell.now'), t.t('paper.cell.nothing'), own ? t.dollars(Math.round((own.centsPerHour * own.hoursPerWeek * 52) / 100)) : payCell(pay, t), ...YEARS.map(() => '—')],
  };
}

function table(items: readonly SheetItem[], routes: readonly RouteResult[], base: PrintRow, floor: Figure, t: Translator): PrintBlock {
  const rows = items.flatMap(({ facts, verdict }, index): PrintRow[] => {
    const route = routes[index];
    if (!route) return [];
    const [name, pay] = [t.name(facts.shortName), openedPay(facts)];
    const strip = rowStrip(name, pay, false, t);
    return [{
      mark: verdict.verdict, head: name, code: facts.code, sub: t.t(`verdict.${verdict.verdict}`), strip, alt: strip === null ? '' : altRow(strip, t),
      cells: [timeCell(facts, t), totalWords(route.total, t), pay === null && openedOccupation(facts.links) === null ? t.t('paper.cell.noJob') : payCell(pay, t), ...YEARS.map((years) => aheadCell(route, years, t))],
    }];
  });
  return {
    type: 'table', title: '', mark: null, more: '', rows: [...rows, base],
    columns: [
      { label: t.t('paper.column.way'), kind: 'text' }, { label: t.t('paper.column.time'), kind: 'text' }, { label: t.t('paper.column.cost'), kind: 'text' },
      { label: t.t('paper.column.pay'), kind: 'strip' }, ...YEARS.map((years) => ({ label: t.t('paper.column.after', { years }), kind: 'text' as const })),
    ],
    floor: floor.value === null ? null : { value: floor.value, label: t.t('paper.pay.floor') },
  };
}

/** A line for each way with something to say of it. */
function perWay(title: string, items: readonly SheetItem[], say: (item: SheetItem, index: number) => string, t: Translator): PrintBlock[] {
  const rows = items.map((item, index) => ({ label: t.name(item.facts.shortName), text: say(item, index), strong: '', blanks: [], aside: '' })).filter(({ text }) => text !== '');
  return rows.length === 0 ? [] : [{ type: 'lines', title, rows }];
}

/** One page with two to four ways side by side and a job without training: what each is worth, takes, costs, pays and leaves. */
export function buildComparisonSheet(input: ComparisonSheetInput, t: Translator, options: PaperOptions): PrintDocument {
  const { settings, edition } = input;
  const checkedItems = input.items.map(({ facts, verdict }): SheetItem => {
    const checked = checkedFacts(facts, input.evidence.filter((row) => row.subject === facts.id));
    return { facts: checked, verdict: checkedVerdict(verdict, checked) };
  });
  const asked = { ...input.assumptions, horizonYears: Math.max(input.assumptions.horizonYears, ...YEARS) };
  const parity = parityInForce(asked, input.parity?.milli ?? null);
  const { input: { credentials: items, baseline }, assumptions } = atPrices({ credentials: checkedItems, baseline: input.baseline }, asked, parity);
  const { routes, insights } = compareRoutes({ credentials: items, baseline }, assumptions);
  const area = placeWords(input.areaName, t);
  const title = t.t('paper.compare.title', { count: items.length });
  const pays = planPays(items.map(({ facts }) => facts));
  const section = (column: 'full' | 'main' | 'side') => (block: PrintBlock) => ({ column, block });
  // Nothing can be typed into paper.
  const changes = insights.filter(({ code }) => code !== 'insight.costs-unknown').slice(0, MOST_INSIGHTS).map((each) => familyReason(each, t));
  return {
    kind: 'comparison-sheet', lang: t.lang, paper: settings.paper, large: options.large, title, heading: title, blankName: t.t('paper.name'),
    notice: t.lang === 'es' ? t.t('paper.draftTranslation') : null, under: [t.t('paper.compare.under', { area })], right: schoolLines(settings),
    sections: [
      section('full')(table(items, routes, baselineRow(baseline, assumptions, t), input.floor, t)),
      ...perWay(t.t('paper.compare.worth'), items, ({ verdict }) => sentences(verdict.part.map((each) => familyReason(each, t))), t).map(section('main')),
      ...perWay(t.t('paper.compare.unknown'), items, (_, index) => sentences(routes[index]?.curve ? [] : (routes[index]?.reasons ?? []).slice(0, 1).map((each) => familyReason(each, t))), t).map(section('main')),
      // Where no line can be drawn there is no order that a change could turn around.
      ...(changes.length === 0 && !routes.some(({ curve }) => curve) ? [] : [section('side')({ type: 'text', title: t.t('paper.compare.change'), paragraphs: changes.length === 0 ? [t.t('paper.compare.changeNone')] : changes })]),
      section('side')({
        type: 'text', title: t.t('paper.compare.how'),
        paragraphs: [
          t.t('paper.compare.howText', { month: t.date(assumptions.startMonth), hours: assumptions.workHoursInSchool, own: assumptions.ownWage ? 'yes' : 'no' }),
          ...(input.assumptions.grantCentsPerYear > 0 ? [t.t('paper.compare.howGrant', { amount: t.cents(input.assumptions.grantCentsPerYear) })] : []),
          ...(parity === null || input.parity === null ? [] : [t.t('paper.compare.howPrices', { area: input.parity.area, cents: t.cents(toNationalPrices(10_000, parity)), source: `${input.parity.publisher} (${input.parity.vintage})` })]), t.t('paper.pay.caveat'), t.t('paper.codesHow'),
        ],
      }),
      section('full')({ type: 'lines', title: t.t('paper.compare.notes'), rows: ['', ''].map((label) => ({ label, text: '', strong: '', blanks: [''], aside: '' })) }),
      section('full')(sourcesBlock({ sources: input.sources, pays: pays.map(({ pay }) => pay), evidence: [], edition, credentials: [] }, t)),
    ],
    ...foot(t, options.today, edition.edition),
  };
}
