import type { Translator } from '../i18n/translator.ts';
import { foot } from './format.ts';
import type { PaperOptions, PaperSettings } from './inputs.ts';
import type { PrintDocument } from './model.ts';

/** The sheet that opens the vault when the passphrase is forgotten. `code` is printed in its groups, split at dashes and spaces. */
export function buildRecoverySheet(
  input: { readonly code: string; readonly settings: Pick<PaperSettings, 'schoolName' | 'counselorPhone' | 'paper'> }, t: Translator, options: Pick<PaperOptions, 'today'>,
): PrintDocument {
  return {
    kind: 'recovery-sheet', lang: t.lang, paper: input.settings.paper, large: false, title: t.t('paper.recovery.title'),
    notice: t.lang === 'es' ? t.t('paper.draftTranslation') : null,
    heading: t.t('paper.recovery.title'), blankName: null, under: [t.date(options.today)], right: [input.settings.schoolName, input.settings.counselorPhone].filter((line) => line !== ''),
    sections: [
      { column: 'full', block: { type: 'text', title: '', paragraphs: [t.t('paper.recovery.text')] } },
      { column: 'full', block: { type: 'code', label: t.t('paper.recovery.label'), groups: input.code.split(/[\s-]+/u).filter((group) => group !== ''), note: t.t('paper.recovery.note') } },
      { column: 'full', block: { type: 'text', title: t.t('paper.recovery.how'), paragraphs: [t.t('paper.recovery.howText'), t.t('paper.recovery.once')] } },
      { column: 'full', block: { type: 'text', title: t.t('paper.recovery.keep'), paragraphs: [t.t('paper.recovery.safe'), t.t('paper.recovery.lost')] } },
      {
        column: 'full',
        block: {
          type: 'lines', title: '',
          rows: [t.t('paper.recovery.computer'), t.t('paper.recovery.place')].map((label) => ({ label, text: '', strong: '', blanks: [''], aside: '' })),
        },
      },
    ],
    ...foot(t, options.today, null),
  };
}
