import { CREDENTIAL_KINDS, type Figure } from '../../../shared/domain/facts.ts';
import { earningsLevelOf, levelsOf, OFFERING_LEVELS, type OfferingLevel } from '../../../shared/domain/programs.ts';
import type { Rows } from '../../pack/tables.ts';
import type { ReferenceDb } from '../reference-db.ts';
import { schoolFigure, schoolOf, type School } from './school-figures.ts';

export interface SchoolProgram {
  readonly cip: string;
  readonly title: string;
  readonly level: OfferingLevel;
  readonly completions: Figure;
  /** The first credentials of ours in the field at that level, by id. */
  readonly credentials: readonly string[];
  /** True when there are more than are named. */
  readonly hasMore: boolean;
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

/** Credentials named of a program. */
const NAMED = 10;

/** Credentials in force in the field of a program at its level, as `programsOf` has it: by its code, or by its wider field. */
function credentialsOf(db: ReferenceDb, cip: string, level: OfferingLevel): readonly string[] {
  const kinds = CREDENTIAL_KINDS.filter((kind) => levelsOf(kind).includes(level));
  return db.all(
    db.from('credential').select('id').where('cip', 'in', [cip, cip.slice(0, 5), `${cip.slice(0, 5)}00`]).where('kind', 'in', kinds)
      .where('status', '=', 'active').where('role', '=', 'main').orderBy('id').limit(NAMED + 1),
  ).map(({ id }) => id);
}

/** One school with every program up to a bachelor's degree; undefined when the edition has none of that id. */
export function getSchool(db: ReferenceDb, id: string): SchoolDetail | undefined {
  const row = db.first(db.from('institution').selectAll().where('id', '=', id));
  if (!row) return undefined;
  const offerings = db.all(
    db.from('offering').innerJoin('program', 'program.cip', 'offering.cip').selectAll('offering').select('program.title').where('institution', '=', id).orderBy('offering.cip'),
  );
  const pay = db.all(
    db.from('program_earnings').innerJoin('program', 'program.cip', 'program_earnings.cip').selectAll('program_earnings').select('program.title')
      .where('institution', '=', id).orderBy('program_earnings.cip').orderBy('level').orderBy('years'),
  );
  return {
    school: schoolOf(db, row), aliases: row.aliases?.split('|') ?? [], website: row.website,
    programs: offerings.map((each) => {
      const credentials = credentialsOf(db, each.cip, each.level);
      return {
        cip: each.cip, title: each.title, level: each.level, completions: schoolFigure(db, each.completions, 'count', each.source_id),
        credentials: credentials.slice(0, NAMED), hasMore: credentials.length > NAMED,
      };
    }).sort((a, b) => (a.cip < b.cip ? -1 : a.cip > b.cip ? 1 : OFFERING_LEVELS.indexOf(a.level) - OFFERING_LEVELS.indexOf(b.level))),
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
