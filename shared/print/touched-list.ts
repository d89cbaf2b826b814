import type { Localized } from '../domain/facts.ts';
import type { Reason } from '../domain/reason.ts';
import type { Translator } from '../i18n/translator.ts';
import { ended, foot, fragments, schoolLines } from './format.ts';
import type { PaperEdition, PaperOptions, PaperSettings } from './inputs.ts';
import type { PrintBlock, PrintDocument } from './model.ts';

export interface TouchedListInput {
  readonly now: PaperEdition;
  /** The most urgent first. */
  readonly students: readonly {
    readonly name: string;
    readonly grade: number | null;
    readonly urgency: 'now' | 'talk' | 'note';
    readonly plans: readonly {
      readonly goal: string;
      readonly from: PaperEdition;
      readonly changes: readonly { readonly name: Localized | null; readonly reason: Reason; readonly todo: Reason }[];
      readonly notRecorded: boolean;
    }[];
  }[];
  readonly settings: PaperSettings;
}

/** What changed with the credential's name before it: on paper there is no line above that says which. */
export const changeWords = ({ name, reason }: TouchedListInput['students'][number]['plans'][number]['changes'][number], t: Translator): string =>
  (name === null ? t.reason(reason, 'staff') : `${t.name(name)}: ${t.reason(reason, 'staff')}`);

function studentBlock({ name, grade, urgency, plans }: TouchedListInput['students'][number], now: PaperEdition, t: Translator): PrintBlock {
  return {
    type: 'touched', name, sub: fragments([grade === null ? '' : t.t('paper.grade', { grade }), t.t(`touched.urgency.${urgency}`)]),
    columns: { what: t.t('touched.what'), todo: t.t('touched.todo') }, notes: t.t('paper.touched.notes'),
    plans: plans.map(({ goal, from, changes, notRecorded }) => ({
      goal: ended(goal), from: t.t('touched.from', { from: from.edition, fromMonth: t.date(from.dataChecked.slice(0, 7)), now: now.edition, nowMonth: t.date(now.dataChecked.slice(0, 7)) }),
      rows: changes.map((change) => ({ what: changeWords(change, t), todo: t.reason(change.todo, 'staff') })), more: notRecorded ? t.t('touched.notRecorded') : '',
    })),
  };
}

/** A list for a meeting of staff: every student whose plans the edition in use touches, what to do, a box to tick, room for notes. */
export function buildTouchedList({ now, students, settings }: TouchedListInput, t: Translator, options: PaperOptions): PrintDocument {
  return {
    kind: 'touched-list', lang: t.lang, paper: settings.paper, large: options.large, title: t.t('paper.touched.title'), heading: t.t('paper.touched.title'),
    notice: t.lang === 'es' ? t.t('paper.draftTranslation') : null, blankName: null, under: [t.t('paper.touched.under', { count: students.length })], right: schoolLines(settings),
    sections: [
      ...(students.length === 0 ? [{ type: 'text' as const, title: '', paragraphs: [t.t('touched.none.text')] }] : students.map((student) => studentBlock(student, now, t))),
    ].map((block) => ({ column: 'full' as const, block })),
    ...foot(t, options.today, now.edition),
  };
}
