import type { CredentialFacts, Figure, Localized, PayFacts, StackingKind, TimeFact } from '../domain/facts.ts';
import type { OverlayEntry } from '../domain/overlay/entry.ts';
import type { Reason } from '../domain/reason.ts';
import type { VerdictResult } from '../domain/results.ts';
import type { Translator } from '../i18n/translator.ts';
import { checkedFacts } from './checked-facts.ts';
import { uncheckedIds } from './cost-block.ts';
import { planPays } from './default-plan.ts';
import { ended, foot, fragments, schoolLines, sentences, timeWords } from './format.ts';
import type { PaperEdition, PaperEvidence, PaperOptions, PaperSettings, PaperSource } from './inputs.ts';
import type { PrintBlock, PrintDocument } from './model.ts';
import { ownBlock } from './own-words.ts';
import { payBlock } from './pay-block.ts';
import { LEAST_QUESTIONS, sheetChecks } from './sheet-checks.ts';
import { sheetCosts } from './sheet-costs.ts';
import { checkedVerdict, familyReason } from './sheet-verdict.ts';
import { sourcesBlock } from './sources-block.ts';

/** A neighbor on the trail; a step of the credential page fits. */
export interface TrailNeighbor {
  readonly row: { readonly id: string; readonly code: string; readonly shortName: Localized; readonly time: TimeFact | null };
  readonly place: 'before' | 'here' | 'after';
  readonly skippable: boolean;
  readonly edge: StackingKind | null;
  readonly terms: Localized | null;
  readonly evidence: string | null;
}

export interface CredentialSheetInput {
  readonly facts: CredentialFacts;
  readonly summary: Localized;
  readonly verdict: VerdictResult;
  readonly baseline: PayFacts | null;
  readonly floor: Figure | null;
  readonly trail: readonly TrailNeighbor[];
  /** Code of the better choice, or an empty text. */
  readonly betterCode: string;
  readonly evidence: readonly PaperEvidence[];
  readonly sources: readonly PaperSource[];
  readonly settings: PaperSettings;
  readonly edition: PaperEdition;
  /** What the school knows itself. */
  readonly own?: readonly OverlayEntry[];
}

type Row = Extract<PrintBlock, { type: 'lines' }>['rows'][number];
const row = (label: string, text: string, blanks: readonly string[] = []): Row => ({ label, text, strong: '', blanks, aside: '' });

function verdictBlock(verdict: VerdictResult, t: Translator): PrintBlock {
  const told = (reasons: readonly Reason[]): string => sentences(reasons.map((each) => familyReason(each, t)));
  return {
    type: 'verdict', verdict: verdict.verdict, word: t.t(`verdict.${verdict.verdict}`),
    lines: [
      { label: t.t('paper.sheet.job'), text: sentences([told(verdict.job), verdict.closeCall ? t.t('paper.sheet.closeCall') : '']) },
      { label: t.t('paper.sheet.part'), text: told(verdict.part) },
    ].filter(({ text }) => text !== ''),
  };
}

function timeBlock(facts: CredentialFacts, t: Translator): PrintBlock {
  const rows = facts.times.map((time) => {
    const words = timeWords(time, t);
    return words === null ? row(t.t(`paper.sheet.${time.kind}`), t.t('paper.cost.unknown'), [t.t('paper.ask')]) : row(t.t(`paper.sheet.${time.kind}`), words);
  });
  if (rows.length === 0) rows.push(row(t.t('paper.sheet.training'), t.t('paper.cost.unknown'), [t.t('paper.ask')]));
  if (facts.renewMonths !== null) rows.push(row(t.t('paper.sheet.renew'), t.t('paper.sheet.renewEvery', { months: facts.renewMonths })));
  return { type: 'lines', title: t.t('paper.sheet.time'), rows };
}

function trailBlock(trail: readonly TrailNeighbor[], mayBeBrief: boolean, t: Translator): PrintBlock[] {
  if (trail.length < 2) return [];
  return [{
    type: 'steps', title: t.t('paper.sheet.trail'), ...(mayBeBrief ? { mayBeBrief } : {}),
    items: trail.map((each) => ({
      title: t.name(each.row.shortName), aside: fragments([each.row.code, each.row.time ? (timeWords(each.row.time, t) ?? '') : '']),
      detail: each.place === 'here' ? t.t('paper.sheet.here') : each.terms !== null ? ended(t.name(each.terms)) : each.edge === null ? '' : t.t(`paper.sheet.edge.${each.edge}`),
      filled: each.place === 'here',
    })),
  }];
}

/** Ids of the ledger rows that what is on the sheet rests on: those of this area's facts, not of every state's. */
function shownEvidence(facts: CredentialFacts): ReadonlySet<string> {
  const rows = [...facts.costs.map((each) => each.amount.from), ...facts.times.map((each) => each.from), ...facts.requirements.map((each) => each.from)].map((from) => from.evidence);
  return new Set([...rows, ...facts.links.map((each) => each.evidence), ...facts.leadsTo.map((each) => each.evidence), facts.authority?.evidence ?? null].filter((id) => id !== null));
}

/**
 * One page about a credential in one area, for a family or a class: nothing of a student is on it.
 * What decides comes first; what does not fit is on the screen, under the code.
 */
export function buildCredentialSheet(input: CredentialSheetInput, t: Translator, options: PaperOptions): PrintDocument {
  const { settings, edition } = input;
  const facts = checkedFacts(input.facts, input.evidence);
  const verdict = checkedVerdict(input.verdict, facts);
  const unchecked = uncheckedIds(input.evidence);
  const shown = shownEvidence(facts);
  const pays = planPays([facts]);
  const section = (column: 'full' | 'main' | 'side') => (block: PrintBlock) => ({ column, block });
  const own = ownBlock(input.own ?? [], facts, options.today, t);
  const still = verdict.stillRight.map((each) => t.reason(each));
  return {
    kind: 'credential-sheet', lang: t.lang, paper: settings.paper, large: options.large, title: t.name(facts.name),
    notice: t.lang === 'es' ? t.t('paper.draftTranslation') : null,
    heading: t.name(facts.name), blankName: null, under: [fragments([t.t(`kind.${facts.kind}`), t.t(`field.${facts.field}`), t.t('paper.code', { code: facts.code })])],
    right: schoolLines(settings),
    sections: [
      section('full')({ type: 'text', title: '', paragraphs: [t.name(input.summary)] }),
      section('full')(verdictBlock(verdict, t)),
      section('main')(payBlock({ pays, baseline: input.baseline, floor: input.floor, credentials: [facts], breakEven: null }, t)),
      section('main')(timeBlock(facts, t)),
      section('side')(sheetCosts(facts, (input.own ?? []).every((each) => each.credentialId !== facts.id || each.phone === ''), options.today, t)),
      ...(verdict.better === null ? [] : [section('side')({ type: 'text', title: t.t('paper.sheet.better'), paragraphs: [t.t('paper.sheet.betterText', { name: verdict.better.name, code: input.betterCode })] })]),
      ...(still.length === 0 ? [] : [section('side')({ type: 'text', title: t.t('paper.sheet.still'), paragraphs: still })]),
      ...trailBlock(input.trail.filter((each) => each.evidence === null || !unchecked.has(each.evidence)), own.length > 0, t).map(section('main')),
      ...own.map(section('full')),
      ...sheetChecks(facts, unchecked, own.length > 0 ? LEAST_QUESTIONS.ownSheet : LEAST_QUESTIONS.sheet, options.large, t).map(section('full')),
      section('full')(sourcesBlock({ sources: input.sources, pays: pays.map((each) => each.pay), evidence: input.evidence.filter((row) => shown.has(row.id)), edition, credentials: [] }, t)),
    ],
    ...foot(t, options.today, edition.edition),
  };
}
