/** The list of touched plans for tests: two students, three plans, every kind of urgency. */
import { reason } from '../domain/reason.ts';
import { createTranslator } from '../i18n/translator.ts';
import type { Lang } from '../i18n/translator.ts';
import type { PrintDocument } from './model.ts';
import { SETTINGS, TODAY } from './testing.ts';
import { buildTouchedList } from './touched-list.ts';
import type { TouchedListInput } from './touched-list.ts';

const local = (en: string, es: string) => ({ en, es });
const FROM = { edition: '2026-05', dataChecked: '2026-05' };
const A_PLUS = local('CompTIA A+', 'CompTIA A+');
const LPN = local('Practical nurse license', 'Licencia de enfermería práctica');

export const TOUCHED: TouchedListInput = {
  now: { edition: '2026-11', dataChecked: '2026-11' }, settings: SETTINGS,
  students: [
    {
      name: 'Maya Ortega', grade: 11, urgency: 'now',
      plans: [
        { goal: 'Fix computers at the hospital', from: FROM, notRecorded: false, changes: [{ name: A_PLUS, reason: reason('change.retired-next', { next: local('CompTIA Network+', 'CompTIA Network+') }), todo: reason('do.successor', { next: local('CompTIA Network+', 'CompTIA Network+') }) }] },
        {
          goal: 'Work as a nurse near home', from: FROM, notRecorded: false,
          changes: [
            { name: LPN, reason: reason('change.price', { what: local('Exam', 'Examen'), move: 'rose', fromSpan: 'one', fromLow: 200, fromHigh: 200, toSpan: 'range', toLow: 250, toHigh: 300 }), todo: reason('do.call') },
            { name: LPN, reason: reason('change.pay-rose', { from: 60_330, to: 61_900 }), todo: reason('do.accept') },
          ],
        },
      ],
    },
    { name: 'Ana de la Cruz', grade: null, urgency: 'note', plans: [{ goal: 'A license by summer', from: FROM, notRecorded: true, changes: [{ name: LPN, reason: reason('change.pay-rose', { from: 60_330, to: 61_900 }), todo: reason('do.accept') }] }] },
  ],
};
export const touchedList = (lang: Lang, large = false, input: TouchedListInput = TOUCHED): PrintDocument => buildTouchedList(input, createTranslator(lang), { today: TODAY, large });
