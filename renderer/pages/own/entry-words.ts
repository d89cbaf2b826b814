/** Words of a school's own entries on screen. */
import { figureWords } from '../credential/figure-words.ts';
import type { OverlayRow } from '../../../shared/contract/overlay.ts';
import { PAYERS } from '../../../shared/domain/facts.ts';
import type { Figure } from '../../../shared/domain/facts.ts';
import type { OverlayEntry, ProgramEntry } from '../../../shared/domain/overlay/entry.ts';
import type { Translator } from '../../../shared/i18n/translator.ts';
import type { OwnSaid } from '../../components/explain.tsx';

const listed = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');

/** Where it is and whom to call, in one line. */
export const placeLine = ({ provider, city, county }: ProgramEntry, t: Translator): string => listed([provider, city, county === '' ? '' : t.t('own.inCounty', { county })]);
export const callLine = (entry: OverlayEntry): string => listed([entry.kind === 'program' ? entry.contact : '', entry.phone, entry.hours, entry.web]);

/** How long, how taught, how many seats, when next: what is known of it. */
export function factsLine({ weeks, clockHours, delivery, seats, startsOn }: ProgramEntry, today: string, t: Translator): string {
  return listed([
    weeks === null ? '' : t.t('stateList.weeks', { weeks }), clockHours === null ? '' : t.t('stateList.hours', { hours: clockHours }),
    delivery === null ? '' : t.t(`own.delivery.${delivery}`), seats === null ? '' : t.t('own.seats.n', { seats }),
    startsOn === null ? '' : t.t(startsOn < today ? 'own.started' : 'own.starts', { date: t.date(startsOn) }),
  ]);
}

export const payersLine = ({ payers }: ProgramEntry, t: Translator): string => PAYERS.filter((payer) => payers.includes(payer)).map((payer) => t.t(`payer.${payer}`)).join(', ');

/** The price as a figure: its source is the entry itself. */
export function priceFigure({ priceCents, checkedOn }: ProgramEntry): Figure {
  return {
    value: priceCents, high: null, atLeast: false, unit: 'cents', unknown: priceCents === null ? 'not-checked' : null,
    from: { source: null, evidence: null, vintage: checkedOn.slice(0, 4), area: null, basis: 'published', method: null },
  };
}
export const priceWords = (program: ProgramEntry, t: Translator): string => (program.priceCents === 0 ? t.t('own.free') : figureWords(priceFigure(program), t));

/** Whose word it is, for the evidence panel. */
export const saidBy = ({ school, checkedOn, checkedBy }: OverlayEntry): OwnSaid => ({ school, checkedOn, checkedBy });

/** Whose word it is and since when, in one line; to call first where it has got old. */
export function sourceLine({ entry, age }: Pick<OverlayRow, 'entry' | 'age'>, t: Translator): string {
  const date = t.date(entry.checkedOn);
  const by = entry.checkedBy === '' ? '' : t.t('own.by', { name: entry.checkedBy });
  const whose = entry.school === '' ? t.t('own.checked', { date }) : t.t('own.from', { school: entry.school, date });
  return [whose, by, age.callFirst ? t.t('own.callFirst', { months: age.months }) : ''].filter((part) => part !== '').join(' ');
}
