import type { CredentialFacts, Figure, Localized, PayFacts, StackingKind, TimeFact } from '../domain/facts.ts';
import type { Reason } from '../domain/reason.ts';
import type { VerdictResult } from '../domain/results.ts';
import type { Translator } from '../i18n/translator.ts';
import { costBlock, uncheckedIds } from './cost-block.ts';
import { planPays } from './default-plan.ts';
import { ended, foot, fragments, sentences, timeWords } from './format.ts';
import type { PaperCost, PaperEdition, PaperEvidence, PaperOptions, PaperSettings, PaperSource } from './inputs.ts';
import type { PrintBlock, PrintDocument } from './model.ts';
import { payBlock } from './pay-block.ts';
import { sourcesBlock } from './sources-block.ts';

/** A neighbor on the trail; a step of the credential page fits. */
export interface TrailNeighbor {
  readonly row: { readonly id: string; readonly shortName: Localized; readonly time: TimeFact | null };
  readonly place: 'before' | 'here' | 'after';
  readonly skippable: boolean;
  readonly edge: StackingKind | null;
  readonly terms: Localized | null;
}

export interface CredentialSheetInput {
  readonly facts: CredentialFacts;
  readonly summary: Localized;
  readonly verdict: VerdictResult;
  readonly baseline: PayFacts | null;
  readonly floor: Figure | null;
  readonly trail: readonly TrailNeighbor[];
  readonly evidence: readonly PaperEvidence[];
  readonly sources: readonly PaperSource[];
  readonly settings: PaperSettings;
  readonly edition: PaperEdition;
}

type Row = Extract<PrintBlock, { type: 'lines' }>['rows'][number];
const row = (label: string, text: string, blanks: readonly string[] = []): Row => ({ label, text, strong: '', blanks, aside: '' });

/** Yearly dollars of a reason to the nearest hundred, as families read them; the exact ones are for screens. */
const inHundreds = (reason: Reason): Reason => ({
  ...reason,
  params: Object.fromEntries(Object.entries(reason.params).map(([name, value]) => [
    name, (name === 'median' || name === 'gap') && typeof value === 'number' ? Math.round(value / 100) * 100 : value,
  ])),
});

function verdictBlock({ verdict }: CredentialSheetInput, t: Translator): PrintBlock {
  const told = (reasons: readonly Reason[]): string => sentences(reasons.map((each) => t.reason(inHundreds(each))));
  return {
    type: 'verdict', verdict: verdict.verdict, word: t.t(`verdict.${verdict.verdict}`),
    lines: [
      { label: t.t('paper.sheet.job'), text: sentences([told(verdict.job), verdict.closeCall ? t.t('paper.sheet.closeCall') : '']) },
      { label: t.t('paper.sheet.part'), text: told(verdict.part) },
    ],
  };
}

function timeBlock(facts: CredentialFacts, unchecked: ReadonlySet<string>, t: Translator): PrintBlock {
  const rows = facts.times.map((time) => {
    const checked = time.from.evidence === null || !unchecked.has(time.from.evidence);
    const words = checked ? timeWords(time, t) : null;
    return words === null ? row(t.t(`paper.sheet.${time.kind}`), t.t('paper.cost.unknown'), [t.t('paper.ask')]) : row(t.t(`paper.sheet.${time.kind}`), words);
  });
  if (rows.length === 0) rows.push(row(t.t('paper.sheet.training'), t.t('paper.cost.unknown'), [t.t('paper.ask')]));
  if (facts.renewMonths !== null) rows.push(row(t.t('paper.sheet.renew'), t.t('paper.sheet.renewEvery', { months: facts.renewMonths })));
  return { type: 'lines', title: t.t('paper.sheet.time'), rows };
}

function sheetCosts(facts: CredentialFacts, t: Translator): PaperCost[] {
  return facts.costs.map((cost) => ({
    label: cost.per === 'year' ? t.t('paper.sheet.costYear', { label: cost.label }) : cost.per === 'renewal' ? t.t('paper.sheet.costRenewal', { label: cost.label }) : t.name(cost.label),
    lowCents: cost.amount.value, highCents: cost.amount.high, atLeast: cost.amount.atLeast, unknown: cost.amount.unknown,
    priceYear: cost.priceYear, payers: cost.payers, askWhom: '', phone: '', evidence: cost.amount.from.evidence,
  }));
}

/** Costs without a sum: yearly and renewal prices stand beside those paid once. */
function withoutSum(block: PrintBlock, t: Translator): PrintBlock {
  return block.type === 'lines' ? { ...block, rows: block.rows.filter((each) => each.label !== t.t('paper.cost.all')) } : block;
}

function trailBlock(trail: readonly TrailNeighbor[], t: Translator): PrintBlock[] {
  if (trail.length < 2) return [];
  return [{
    type: 'steps', title: t.t('paper.sheet.trail'),
    items: trail.map((each) => ({
      title: t.name(each.row.shortName), aside: each.row.time ? (timeWords(each.row.time, t) ?? '') : '',
      detail: each.place === 'here' ? t.t('paper.sheet.here') : sentences([each.edge === null ? '' : t.t(`paper.sheet.edge.${each.edge}`), each.terms === null ? '' : ended(t.name(each.terms))]),
      filled: each.place === 'here',
    })),
  }];
}

/** Ids of the ledger rows that what is on the sheet rests on: those of this area's facts, not of every state's. */
function shownEvidence({ facts }: CredentialSheetInput): ReadonlySet<string> {
  const rows = [...facts.costs.map((each) => each.amount.from), ...facts.times.map((each) => each.from), ...facts.requirements.map((each) => each.from)].map((from) => from.evidence);
  return new Set([...rows, ...facts.links.map((each) => each.evidence), ...facts.leadsTo.map((each) => each.evidence)].filter((id) => id !== null));
}

/** One page about a credential in one area, for a family or a class: nothing of a student is on it. */
export function buildCredentialSheet(input: CredentialSheetInput, t: Translator, options: PaperOptions): PrintDocument {
  const { facts, verdict, settings, edition } = input;
  const unchecked = uncheckedIds(input.evidence);
  const shown = shownEvidence(input);
  const pays = planPays([facts]);
  const section = (column: 'full' | 'main' | 'side') => (block: PrintBlock) => ({ column, block });
  const checks = facts.requirements.map((each) => ({
    done: false,
    text: each.answer === 'yes' && each.from.evidence !== null && unchecked.has(each.from.evidence) ? t.t('paper.check.unchecked', { text: t.name(each.label) }) : t.name(each.label),
  }));
  const still = verdict.stillRight.map((each) => t.reason(each));
  return {
    kind: 'credential-sheet', lang: t.lang, paper: settings.paper, large: options.large, title: t.name(facts.name),
    notice: t.lang === 'es' ? t.t('paper.draftTranslation') : null,
    heading: t.name(facts.name), blankName: null, under: [fragments([t.t(`kind.${facts.kind}`), t.t(`field.${facts.field}`)])],
    right: [settings.schoolName, settings.counselorName, settings.counselorPhone].filter((line) => line !== ''),
    sections: [
      section('full')({ type: 'text', title: '', paragraphs: [t.name(input.summary)] }),
      section('full')(verdictBlock(input, t)),
      section('main')(payBlock({ pays, baseline: input.baseline, floor: input.floor, credentials: [facts], breakEven: null }, t)),
      section('main')(timeBlock(facts, unchecked, t)),
      section('main')(withoutSum(costBlock(sheetCosts(facts, t), [], input.evidence, options.today, t), t)),
      ...(checks.length === 0 ? [] : [section('side')({ type: 'checks', title: t.t('paper.checks'), items: checks })]),
      ...(verdict.better === null ? [] : [section('side')({ type: 'text', title: t.t('paper.sheet.better'), paragraphs: [t.t('paper.sheet.betterText', { name: verdict.better.name })] })]),
      ...(still.length === 0 ? [] : [section('side')({ type: 'text', title: t.t('paper.sheet.still'), paragraphs: still })]),
      ...trailBlock(input.trail, t).map(section('main')),
      section('full')(sourcesBlock({ sources: input.sources, pays: pays.map((each) => each.pay), evidence: input.evidence.filter((row) => shown.has(row.id)), edition, credentials: [facts] }, t)),
    ],
    ...foot(t, options.today, edition.edition),
  };
}
