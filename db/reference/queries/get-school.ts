import type { Figure } from '../../../shared/domain/facts.ts';
import { earningsLevelOf, OFFERING_LEVELS, programsOf, type OfferingLevel } from '../../../shared/domain/programs.ts';
import type { Rows } from '../../pack/tables.ts';
import type { ReferenceDb } from '../reference-db.ts';
import { schoolFigure, schoolOf, type School } from './school-figures.ts';

export interface SchoolProgram {
  readonly cip: string;
  readonly title: string;
  readonly level: OfferingLevel;
  readonly completions: Figure;
  /** Credentials of ours in the field at that level. */
  readonly credentials: readonly string[];
}

export interface SchoolPay {
  readonly cip: string;
  readonly title: string;
  readonly level: Rows['program_earnings']['level'];
  /** One measure each: years after leaving, and the median. */
  readonly medians: readonly { readonly years: number; readonly median: Figure }[];
}

export interface SchoolDetail {
  readonly school: School;
  readonly aliases: readonly string[];
  readonly website: string | null;
  readonly programs: readonly SchoolProgram[];
  readonly pay: readonly SchoolPay[];
}

/** One school with every program up to a bachelor's degree; undefined when the edition has none of that id. */
export function getSchool(db: ReferenceDb, id: string): SchoolDetail | undefined {
  const row = db.first(db.from('institution').selectAll().where('id', '=', id));
  if (!row) return undefined;
  const credentials = db.all(db.from('credential').select(['id', 'kind', 'role', 'cip']).where('status', '=', 'active').orderBy('id'))
    .flatMap((each) => { const programs = programsOf(each); return programs ? [{ id: each.id, ...programs }] : []; });
  const offerings = db.all(
    db.from('offering').innerJoin('program', 'program.cip', 'offering.cip').selectAll('offering').select('program.title').where('institution', '=', id).orderBy('offering.cip'),
  );
  const pay = db.all(
    db.from('program_earnings').innerJoin('program', 'program.cip', 'program_earnings.cip').selectAll('program_earnings').select('program.title')
      .where('institution', '=', id).orderBy('program_earnings.cip').orderBy('level').orderBy('years'),
  );
  return {
    school: schoolOf(db, row), aliases: row.aliases?.split('|') ?? [], website: row.website,
    programs: offerings.map((each) => ({
      cip: each.cip, title: each.title, level: each.level, completions: schoolFigure(db, each.completions, 'count', each.source_id),
      credentials: credentials.filter(({ cip, levels }) => each.cip.startsWith(cip) && levels.includes(each.level)).map((credential) => credential.id),
    })).sort((a, b) => (a.cip < b.cip ? -1 : a.cip > b.cip ? 1 : OFFERING_LEVELS.indexOf(a.level) - OFFERING_LEVELS.indexOf(b.level))),
    // Campuses of one school share its figures: only what this one teaches is told.
    pay: [...Map.groupBy(pay.filter(({ cip, level }) => offerings.some((each) => each.cip.startsWith(cip) && earningsLevelOf(each.level) === level)), ({ cip, level }) => `${cip} ${level}`).values()].flatMap((rows) => {
      const [first] = rows;
      return first ? [{
        cip: first.cip, title: first.title, level: first.level,
        medians: rows.map(({ years, median, source_id }) => ({ years, median: schoolFigure(db, median, 'usd-per-year', source_id) })),
      }] : [];
    }),
  };
}
