import type { Figure, Localized, PayFacts } from '../domain/facts.ts';
import type { Translator } from '../i18n/translator.ts';
import { areaWords, hourly, hundreds } from './format.ts';
import type { BreakEven, PaperCredential, PaperPay } from './inputs.ts';
import type { PrintBlock, PrintStrip } from './model.ts';

/** More jobs than this on one sheet cannot be told apart. */
const MOST_JOBS = 3;

/** Pay of one job in family words: the area, lower-paid and middle, by the hour where there is such a figure. */
export function paySentence(pay: PayFacts, t: Translator): string {
  const area = areaWords(pay, t);
  const [lowHour, middleHour] = [hourly(pay, 'p25', t), hourly(pay, 'p50', t)];
  if (pay.p50 === null) {
    return middleHour === null ? t.t('paper.pay.unknown') : t.t('paper.pay.hourly', { area, middleHour });
  }
  const middle = hundreds(pay.p50, t);
  if (pay.p25 === null) return middleHour === null ? t.t('paper.pay.middle', { area, middle }) : t.t('paper.pay.middleHour', { area, middle, middleHour });
  const low = hundreds(pay.p25, t);
  return lowHour === null || middleHour === null
    ? t.t('paper.pay.annual', { area, low, middle })
    : t.t('paper.pay.both', { area, low, lowHour, middle, middleHour });
}

const strip = (label: string, pay: PayFacts, hollow: boolean, t: Translator): PrintStrip[] =>
  pay.p50 === null ? [] : [{ label, p10: pay.p10, p25: pay.p25, p50: pay.p50, p75: pay.p75, p90: pay.p90, medianLabel: hundreds(pay.p50, t), hollow }];

/** A strip in words. */
export const altRow = (each: PrintStrip, t: Translator): string =>
  each.p10 === null || each.p90 === null
    ? t.t('paper.pay.altMiddle', { label: each.label, middle: each.medianLabel })
    : t.t('paper.pay.altRow', { label: each.label, low: hundreds(each.p10, t), high: hundreds(each.p90, t), middle: each.medianLabel });

/** Pay of the jobs a plan leads to, beside jobs without training: sentences first, then strips on one scale. */
export function payBlock(
  input: {
    readonly pays: readonly PaperPay[]; readonly baseline: PayFacts | null; readonly floor: Figure | null;
    readonly credentials: readonly PaperCredential[]; readonly breakEven: BreakEven | null;
  },
  t: Translator,
): Extract<PrintBlock, { type: 'pay' }> {
  const jobs = [...new Map(input.pays.map((each) => [each.soc, each])).values()].slice(-MOST_JOBS);
  const label = (each: PaperPay): string => {
    const short: Localized | undefined = input.credentials.find((credential) => credential.id === each.credentialId)?.shortName;
    return t.name(short ?? each.title);
  };
  const paragraphs = jobs.map(({ title, pay }) => {
    const told = [t.t('paper.pay.job', { title }), paySentence(pay, t)];
    if (pay.area !== pay.askedArea && pay.basis !== 'none') told.push(t.t('paper.pay.wider', { area: areaWords(pay, t) }));
    if (pay.topCoded) told.push(t.t('paper.pay.atLeast'));
    return told.join(' ');
  });
  if (jobs.length === 0) paragraphs.push(t.t('paper.pay.unknown'));
  const known = jobs.some(({ pay }) => pay.p50 !== null || pay.hourlyP50Cents !== null);
  if (known) paragraphs.push(t.t('paper.pay.caveat'));
  const base = input.baseline;
  if (input.breakEven) {
    const { year, finishInTen } = input.breakEven;
    const finish = finishInTen === null ? t.t('paper.breakEven.finishUnknown') : t.t('paper.breakEven.finish', { n: finishInTen });
    paragraphs.push(`${t.t('paper.breakEven', { year: String(year) })} ${finish}`);
  }
  const shown = jobs.flatMap((each) => strip(label(each), each.pay, false, t));
  const strips = shown.length === 0 || base === null ? shown : [...strip(t.t('paper.pay.noTrainingLabel'), base, true, t), ...shown];
  const line = input.floor?.value ?? null;
  return {
    type: 'pay', title: t.t('paper.pay'), paragraphs, strips,
    alt: strips.length === 0 ? '' : t.t('paper.pay.alt', { rows: strips.map((each) => altRow(each, t)).join(' ') }),
    floor: line === null ? null : { value: line, label: t.t('paper.pay.floor') },
  };
}
