import type { Rows } from '../../pack/tables.ts';
import type { ReferenceDb } from '../reference-db.ts';

/** Pay of one occupation in one area with what it takes to enter it. Annual: whole dollars. */
export interface AreaWage {
  readonly soc: string;
  readonly employment: number | null;
  readonly p10: number | null;
  readonly p25: number | null;
  readonly p50: number | null;
  readonly p75: number | null;
  readonly p90: number | null;
  readonly mean: number | null;
  readonly topCoded: boolean;
  readonly payBasis: Rows['occupation']['pay_basis'];
  readonly entryEducation: Rows['occupation']['entry_education'];
  readonly entryExperience: Rows['occupation']['entry_experience'];
  readonly entryTraining: Rows['occupation']['entry_training'];
  readonly source: string;
}

/** Every occupation that has a row in exactly this area (no fallback), by code. */
export function listWages(db: ReferenceDb, area: string): readonly AreaWage[] {
  return db.all(
    db.from('wage').innerJoin('occupation', 'occupation.soc', 'wage.soc')
      .select([
        'wage.soc as soc', 'wage.employment as employment', 'wage.p10 as p10', 'wage.p25 as p25', 'wage.p50 as p50', 'wage.p75 as p75',
        'wage.p90 as p90', 'wage.mean as mean', 'wage.top_coded as top_coded', 'occupation.pay_basis as payBasis',
        'occupation.entry_education as entryEducation', 'occupation.entry_experience as entryExperience',
        'occupation.entry_training as entryTraining', 'wage.source_id as source',
      ])
      .where('wage.area', '=', area).orderBy('wage.soc'),
  ).map(({ top_coded, ...row }) => ({ ...row, topCoded: top_coded === 1 }));
}
