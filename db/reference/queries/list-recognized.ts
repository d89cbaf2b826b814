import type { Rows } from '../../pack/tables.ts';
import type { ReferenceDb } from '../reference-db.ts';

/** One entry of a state's newest lists. */
export interface Recognized {
  readonly credential: string;
  readonly purpose: Rows['recognition_program']['purpose'];
  readonly match: Rows['recognition']['match'];
}

/** Which credentials the newest edition of each of a state's lists names; null where no list of the state is here, which is not the same as not listed. */
export function listRecognized(db: ReferenceDb, stateId: string): readonly Recognized[] | null {
  const programs = db.all(db.from('recognition_program').select(['program', 'edition', 'purpose']).where('area', '=', stateId).orderBy('program').orderBy('edition', 'desc'));
  if (programs.length === 0) return null;
  const newest = programs.filter(({ program }, index) => programs.findIndex((each) => each.program === program) === index);
  const rows = db.all(db.from('recognition').select(['credential', 'program', 'edition', 'match']).where('area', '=', stateId));
  return newest.flatMap(({ program, edition, purpose }) => rows.filter((row) => row.program === program && row.edition === edition).map(({ credential, match }) => ({ credential, purpose, match })));
}
