import type { CredentialFacts, Field, Figure } from '../domain/facts.ts';
import { VERDICTS } from '../domain/results.ts';
import type { Verdict, VerdictResult } from '../domain/results.ts';
import type { Translator } from '../i18n/translator.ts';
import { checkedFacts } from './checked-facts.ts';
import { foot, fragments, hundreds, placeWords, schoolLines, sentences } from './format.ts';
import type { PaperEdition, PaperEvidence, PaperOptions, PaperSettings, PaperSource } from './inputs.ts';
import type { PrintBlock, PrintDocument } from './model.ts';
import { credentialRow, openedPay } from './sheet-row.ts';
import type { SheetItem } from './sheet-row.ts';
import { checkedVerdict, familyReason } from './sheet-verdict.ts';
import { sourcesBlock } from './sources-block.ts';

export interface FieldSheetInput {
  readonly field: Field;
  readonly areaName: string;
  /** Every credential of the field, judged in the area. */
  readonly items: readonly { readonly facts: CredentialFacts; readonly verdict: VerdictResult }[];
  readonly floor: Figure;
  readonly evidence: readonly PaperEvidence[];
  readonly sources: readonly PaperSource[];
  readonly settings: PaperSettings;
  readonly edition: PaperEdition;
}

/** Rows of each group on one page; what to think twice about is never crowded out by what is good. */
const MOST: Readonly<Record<Verdict, number>> = { high: 12, stepping: 4, modest: 6, limited: 7, unknown: 16 };

/** Why somebody should think twice: what it does, or does not, before what the job pays. */
function why({ verdict }: SheetItem, t: Translator): string {
  const part = verdict.part.find(({ code }) => code !== 'part.required-by-law' && code !== 'part.qualifies' && code !== 'part.results-not-collected');
  const gap = verdict.job.find(({ code }) => code === 'job.pay-under-floor')?.params['gap'];
  if (part === undefined && typeof gap === 'number') return t.t('paper.field.under', { gap: hundreds(gap, t) });
  const job = verdict.job.find(({ code }) => code === 'job.shrinking' || code === 'job.pay-unknown' || code === 'job.few-jobs-here');
  const told = part ?? job ?? verdict.job[0] ?? verdict.part[0];
  return told === undefined ? '' : familyReason(told, t);
}

const middle = ({ facts }: SheetItem): number => openedPay(facts)?.p50 ?? 0;

function group(verdict: Verdict, items: readonly SheetItem[], t: Translator): PrintBlock[] {
  if (items.length === 0) return [];
  // The best paid first; what belongs to no job last, by name.
  const ordered = [...items].sort((a, b) => middle(b) - middle(a) || t.name(a.facts.shortName).localeCompare(t.name(b.facts.shortName), t.locale));
  const shown = ordered.slice(0, MOST[verdict]);
  const left = items.length - shown.length;
  if (verdict === 'unknown') {
    // Next to nothing is known of these, so a table of them would be empty: names and codes are enough.
    const names = fragments([...shown.map(({ facts }) => `${t.name(facts.shortName)}\u00a0${facts.code}`), left > 0 ? t.t('paper.field.more', { count: left }) : '']);
    return [{ type: 'text', title: t.t('verdict.unknown'), paragraphs: [t.t('paper.field.unknown'), names] }];
  }
  return [{
    type: 'table', title: verdict === 'limited' ? t.t('paper.field.thinkTwice', { verdict: t.t('verdict.limited') }) : t.t(`verdict.${verdict}`), mark: verdict, floor: null,
    columns: [
      { label: '', kind: 'text' }, { label: t.t('paper.column.time'), kind: 'text' },
      { label: t.t('paper.column.cost'), kind: 'text' }, { label: t.t('paper.column.payShort'), kind: 'number' },
    ],
    rows: shown.map((item) => credentialRow(item, verdict === 'limited' ? why(item, t) : '', t)),
    more: left > 0 ? t.t('paper.field.more', { count: left }) : '',
  }];
}

/** One page about a field in an area: what is worth most first, what to think twice about with the reason. */
export function buildFieldSheet(input: FieldSheetInput, t: Translator, options: PaperOptions): PrintDocument {
  const { settings, edition, floor } = input;
  const items = input.items.map(({ facts, verdict }): SheetItem => {
    const checked = checkedFacts(facts, input.evidence.filter((row) => row.subject === facts.id));
    return { facts: checked, verdict: checkedVerdict(verdict, checked) };
  });
  const area = placeWords(input.areaName, t);
  const title = t.t('paper.field.title', { field: t.t(`field.${input.field}`) });
  const full = (block: PrintBlock) => ({ column: 'full' as const, block });
  return {
    kind: 'field-sheet', lang: t.lang, paper: settings.paper, large: options.large, title, heading: title, blankName: null,
    notice: t.lang === 'es' ? t.t('paper.draftTranslation') : null, under: [t.t('paper.sheetFor', { area })], right: schoolLines(settings),
    sections: [
      full({ type: 'text', title: '', paragraphs: [sentences([
        floor.value === null ? '' : t.t('paper.field.lead', { area, floor: hundreds(floor.value, t) }), t.t('paper.codesHow'), t.t('paper.pay.caveat'),
      ])] }),
      ...VERDICTS.flatMap((verdict) => group(verdict, items.filter((item) => item.verdict.verdict === verdict), t)).map(full),
      full(sourcesBlock({ sources: input.sources, pays: [], evidence: [], edition, credentials: [] }, t)),
    ],
    ...foot(t, options.today, edition.edition),
  };
}
