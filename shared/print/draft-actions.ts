import type { CredentialFacts, Payer } from '../domain/facts.ts';
import type { ContactEntry, OverlayEntry } from '../domain/overlay/entry.ts';
import type { IsoDay, IsoMonth } from '../kernel/plain-date.ts';
import type { MessageKey } from '../i18n/messages/en.ts';
import type { Translator } from '../i18n/translator.ts';
import type { PaperAction } from './inputs.ts';

/** Aid that begins with the FAFSA form. */
const BY_FAFSA: ReadonlySet<Payer> = new Set(['pell', 'workforce-pell', 'state-grant', 'loan']);

/** The day that is `days` after another; calendar arithmetic, no clock. Example: addDays('2026-11-24', 21) is '2026-12-15'. */
export function addDays(day: IsoDay, days: number): IsoDay {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/**
 * A day by which to have filled out the FAFSA. The form of a school year opens on October 1 of
 * the year before (FAFSA Deadline Simplification Act, 2024): a pupil gets two months from there,
 * anybody for whom that has passed six weeks from today.
 */
function fafsaDay(graduates: IsoMonth | null, today: IsoDay): IsoDay {
  const senior = graduates === null ? null : `${Number(graduates.slice(0, 4)) - 1}-12-01`;
  return senior !== null && senior > today ? senior : addDays(today, 42);
}

const firstCall = (facts: CredentialFacts): MessageKey =>
  facts.kind === 'apprenticeship' ? 'paper.draft.callSponsor' : facts.kind === 'certification' || facts.kind === 'course-card' || facts.kind === 'badge' ? 'paper.draft.callTest' : 'paper.draft.call';

/** The first three things to do: reach the program, ask the questions, find the money; soonest first. */
export function draftActions(
  input: {
    readonly chosen: readonly CredentialFacts[]; readonly pupil: boolean; readonly graduates: IsoMonth | null; readonly today: IsoDay;
    /** Whom the school itself knows for the first credential, and for money. */
    readonly own: OverlayEntry | null; readonly money: ContactEntry | null;
  },
  t: Translator,
): PaperAction[] {
  const { chosen, pupil, today, own, money } = input;
  const who = t.t(pupil ? 'paper.draft.who.student' : 'paper.draft.who.you');
  const action = (text: string, dueOn: IsoDay, by = who, phone = ''): PaperAction => ({ text: text.slice(0, 200), who: by, phone, dueOn, done: false });
  const first = chosen[0];
  const aid = chosen.some((facts) => facts.kind === 'associate' || facts.kind === 'bachelor' || facts.costs.some((cost) => cost.payers.some((payer) => BY_FAFSA.has(payer))));
  const family = pupil ? t.t('paper.draft.who.family') : who;
  return [
    ...(first ? [action(own === null ? t.t(firstCall(first), { name: first.shortName }) : t.t('paper.own.action', { whom: own.kind === 'contact' ? own.name : own.provider, name: first.shortName }), addDays(today, 21), who, own?.phone)] : []),
    action(t.t('paper.draft.questions'), addDays(today, 35)),
    aid ? action(t.t('paper.draft.fafsa'), fafsaDay(pupil ? input.graduates : null, today), family, money?.phone) : action(t.t('paper.draft.whoPays'), addDays(today, 42), family, money?.phone),
  ];
}
