/** Handlers about schools. */
import { getSchool } from '../../../db/reference/queries/get-school.ts';
import { listSchoolsNear } from '../../../db/reference/queries/list-schools-near.ts';
import type { ReferenceDb } from '../../../db/reference/reference-db.ts';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { CodedError } from '../../../shared/kernel/errors.ts';
import type { Handlers } from '../dispatcher.ts';
import type { AreaJudgement } from '../judge.ts';

type SchoolHandlers = Pick<Handlers, 'schools.listNear' | 'schools.getSchool'>;

export function schoolHandlers(db: ReferenceDb, judge: (areaId: string) => AreaJudgement): SchoolHandlers {
  return {
    'schools.listNear': ({ credentialId, areaId }) => {
      const found = listSchoolsNear(db, credentialId, areaId);
      if (!found) throw new CodedError('not-found', { what: 'credential' });
      return structuredClone(found) as OutputOf<'schools.listNear'>;
    },
    'schools.getSchool': ({ id, areaId }) => {
      const found = getSchool(db, id);
      if (!found) throw new CodedError('not-found', { what: 'school' });
      const judged = judge(areaId);
      const rows = new Map(judged.rowsOf([...new Set(found.programs.flatMap(({ credentials }) => credentials))]).map((row) => [row.id, row]));
      const page = structuredClone(found) as typeof found;
      return {
        ...page, aliases: [...page.aliases], pay: page.pay.map((each) => ({ ...each, medians: [...each.medians] })),
        programs: page.programs.map((each) => ({ ...each, credentials: each.credentials.flatMap((credential) => rows.get(credential) ?? []) })),
      };
    },
  };
}
