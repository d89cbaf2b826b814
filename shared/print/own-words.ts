/** What a school knows itself, in words of paper: each line with whose word it is and when it was looked at. */
import { contactsFor, runningPrograms } from '../domain/overlay/entry.ts';
import type { ContactEntry, OverlayEntry, ProgramEntry } from '../domain/overlay/entry.ts';
import { entryAge } from '../domain/overlay/entry-age.ts';
import type { Translator } from '../i18n/translator.ts';
import { monthOf } from '../kernel/plain-date.ts';
import type { IsoDay } from '../kernel/plain-date.ts';
import { amountWords, payerWords } from './cost-block.ts';
import { ended, sentences } from './format.ts';
import type { PrintBlock } from './model.ts';

const listed = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ');

/** Whom to call and when: "Ms. Alvarez, 740-555-0112, weekdays 8 to 3". Empty where neither name nor number is known. */
export function whomToCall(entry: OverlayEntry): string {
  const name = entry.kind === 'contact' ? entry.name : entry.contact;
  return name === '' && entry.phone === '' ? '' : listed([name, entry.phone, entry.hours]);
}

/** "Pickaway CTE Center, Circleville". */
export const placeOf = ({ provider, city }: ProgramEntry): string => listed([provider, city]);

/** Whose word it is, how old, and to call first where it has got old. */
export function ownSource(entry: OverlayEntry, today: IsoDay, t: Translator): string {
  const month = t.date(monthOf(entry.checkedOn));
  return sentences([
    entry.school === '' ? t.t('paper.own.checked', { month }) : t.t('paper.own.from', { school: entry.school, month }), entryAge(entry.checkedOn, today).callFirst ? t.t('paper.own.callFirst') : '',
  ]);
}

const starts = (program: ProgramEntry, today: IsoDay, t: Translator): string =>
  program.startsOn === null || program.startsOn < today ? '' : t.t('paper.own.starts', { date: t.date(program.startsOn) });

/** What a step of a plan says of the program that is meant, or of whom to call about it. Empty for nothing known. */
export function ownNote(entry: OverlayEntry | null, today: IsoDay, t: Translator): string {
  if (entry === null) return '';
  const whom = whomToCall(entry);
  const call = whom === '' ? '' : t.t('paper.own.call', { whom });
  return entry.kind === 'contact' ? sentences([call, ownSource(entry, today, t)])
    : sentences([t.t('paper.own.at', { where: placeOf(entry) }), call, starts(entry, today, t), ownSource(entry, today, t)]);
}

/** The one entry that a plan names for a credential: the program looked at last, else whom to call about it. */
export function ownFor(entries: readonly OverlayEntry[], credentialId: string): OverlayEntry | null {
  const about = entries.filter((each) => each.credentialId === credentialId);
  return runningPrograms(about)[0] ?? contactsFor(about, 'credential')[0] ?? null;
}

type Row = Extract<PrintBlock, { type: 'lines' }>['rows'][number];

function programRow(program: ProgramEntry, today: IsoDay, t: Translator): Row {
  const aside = ownSource(program, today, t);
  if (!program.runs) return { label: placeOf(program), text: t.t('paper.own.ended'), strong: '', blanks: [], aside };
  const whom = whomToCall(program);
  const price = amountWords({ lowCents: program.priceCents, highCents: null, atLeast: false }, t);
  const payers = program.payers.some((payer) => payer !== 'family') ? ended(t.t('paper.cost.payers', { payers: payerWords(program.payers, t) })) : '';
  return {
    label: placeOf(program), strong: '', aside, blanks: program.phone === '' ? [t.t('paper.phone')] : [],
    text: sentences([whom === '' ? '' : t.t('paper.own.call', { whom }), price === null ? '' : t.t('paper.own.price', { price }), payers, starts(program, today, t)]),
  };
}

const contactRow = (contact: ContactEntry, today: IsoDay, t: Translator): Row =>
  ({ label: t.t(`paper.own.topic.${contact.topic}`), text: t.t('paper.own.call', { whom: whomToCall(contact) }), strong: '', blanks: [], aside: ownSource(contact, today, t) });

/** Lines of one sheet; a handout is one page. */
const MOST = { programs: 2, contacts: 2 } as const;

/**
 * What a school knows itself about a credential, for a sheet about it; nothing where nothing is known. A full page keeps
 * the first row; how many are left out is said with the credential's `code`.
 */
export function ownBlock(entries: readonly OverlayEntry[], { id: credentialId, code }: { readonly id: string; readonly code: string }, today: IsoDay, t: Translator): PrintBlock[] {
  const about = entries.filter((each) => each.credentialId === credentialId);
  const running = runningPrograms(about);
  const over = about.filter((each) => each.kind === 'program').filter((each) => !each.runs);
  const programs = [...running, ...over].slice(0, MOST.programs);
  const contacts = [...contactsFor(about, 'credential'), ...contactsFor(entries.filter((each) => each.credentialId === null), 'money')].slice(0, MOST.contacts);
  const rows = [...programs.map((each) => programRow(each, today, t)), ...contacts.map((each) => contactRow(each, today, t))];
  const more = rows.map((_, left) => (left === 0 ? '' : t.t('paper.own.more', { count: left, code })));
  return rows.length === 0 ? [] : [{ type: 'lines', title: t.t('paper.own.title'), rows, more }];
}
