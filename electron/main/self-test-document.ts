/** A document of two pages about nobody, to see that paper works. */
import type { PrintDocument } from '../../shared/print/model.ts';

const SENTENCE = 'This sheet was made by the self-test of Waymark. It is about nobody and can be thrown away. Ñandú, acción, señal.';

export const selfTestDocument = (): PrintDocument => ({
  kind: 'credential-sheet', lang: 'en', paper: 'letter', large: true, title: 'Waymark self-test', notice: null, heading: 'Self-test', blankName: null,
  under: ['Two pages'], right: [],
  sections: Array.from({ length: 12 }, (_, index) => ({
    column: 'full' as const, block: { type: 'text' as const, title: `Part ${index + 1}`, paragraphs: [SENTENCE, SENTENCE] },
  })),
  foot: 'Waymark self-test', pageOf: 'Page {page} of {pages}',
});
