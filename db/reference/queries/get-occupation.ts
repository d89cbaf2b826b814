import type { Rows } from '../../pack/tables.ts';
import type { ReferenceDb } from '../reference-db.ts';

/** What an occupation is, beside its figures. */
export interface OccupationRow {
  readonly soc: string;
  readonly jobZone: number | null;
  readonly interests: string | null;
  readonly cluster: string | null;
  readonly entryEducation: Rows['occupation']['entry_education'];
  readonly entryExperience: Rows['occupation']['entry_experience'];
  readonly entryTraining: Rows['occupation']['entry_training'];
  /** SOC codes that the survey counts together under this one. */
  readonly merges: readonly string[];
  readonly aliases: readonly { readonly text: string; readonly lang: 'en' | 'es' }[];
}

/** One occupation; undefined when there is none of that code. */
export function getOccupation(db: ReferenceDb, soc: string): OccupationRow | undefined {
  const row = db.first(db.from('occupation').selectAll().where('soc', '=', soc));
  if (!row) return undefined;
  const aliases = db.all(db.from('occupation_alias').select(['alias as text', 'lang']).where('soc', '=', soc).orderBy('alias'));
  return {
    soc: row.soc, jobZone: row.job_zone, interests: row.interests, cluster: row.cluster, entryEducation: row.entry_education,
    entryExperience: row.entry_experience, entryTraining: row.entry_training, aliases,
    merges: row.merges === null ? [] : row.merges.split(/[;, ]+/),
  };
}
