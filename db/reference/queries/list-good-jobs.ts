import type { ReferenceDb } from '../reference-db.ts';
import type { Rows } from '../../pack/tables.ts';

/** A job whose middle pay here reaches a line and whose usual entry asks for less than a bachelor's degree. */
export interface GoodJob {
  readonly soc: string;
  readonly employment: number | null;
  readonly entryEducation: NonNullable<Rows['occupation']['entry_education']>;
  readonly entryExperience: Rows['occupation']['entry_experience'];
  readonly entryTraining: Rows['occupation']['entry_training'];
  readonly interests: string | null;
  /** How many of the letters asked for are among the job's own; 0 when none was asked for. */
  readonly fits: number;
}

const BELOW_BACHELOR = ['none', 'high-school', 'some-college', 'postsecondary-certificate', 'associate'] as const;

/**
 * Good jobs of exactly this area (no wider one stands in): middle pay of at least `floor` dollars a year, entry below
 * a bachelor's degree. With `interests` (letters of RIASEC) only jobs that have one of them, those with most of them
 * first; then by how many people do the job here.
 */
export function listGoodJobs(db: ReferenceDb, area: string, floor: number, interests: readonly string[]): readonly GoodJob[] {
  const rows = db.all(
    db.from('wage').innerJoin('occupation', 'occupation.soc', 'wage.soc')
      .select([
        'wage.soc as soc', 'wage.employment as employment', 'occupation.entry_education as entry_education', 'occupation.entry_experience as entry_experience',
        'occupation.entry_training as entry_training', 'occupation.interests as interests',
      ])
      .where('wage.area', '=', area).where('wage.p50', '>=', floor).where('occupation.entry_education', 'in', [...BELOW_BACHELOR]),
  );
  return rows.flatMap((row): GoodJob[] => {
    const own = row.interests ?? '';
    const fits = interests.filter((letter) => own.includes(letter)).length;
    if (row.entry_education === null || (interests.length > 0 && fits === 0)) return [];
    return [{ soc: row.soc, employment: row.employment, entryEducation: row.entry_education, entryExperience: row.entry_experience, entryTraining: row.entry_training, interests: row.interests, fits }];
  }).sort((a, b) => b.fits - a.fits || (b.employment ?? -1) - (a.employment ?? -1) || (a.soc < b.soc ? -1 : 1));
}
