import type { Localized } from '../../../shared/domain/facts.ts';
import type { ReferenceDb } from '../reference-db.ts';

/** What states' lists are called, an older edition of a list before a newer one. */
export function listListLabels(db: ReferenceDb): readonly { readonly area: string; readonly program: string; readonly label: Localized }[] {
  return db.all(db.from('recognition_program').select(['area', 'program', 'label', 'label_es']).orderBy('area').orderBy('program').orderBy('edition'))
    .map(({ area, program, label, label_es }) => ({ area, program, label: { en: label, es: label_es } }));
}
