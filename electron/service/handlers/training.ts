/** Handlers about states' lists of training programs. */
import { listTraining } from '../../../db/reference/queries/list-training.ts';
import type { ReferenceDb } from '../../../db/reference/reference-db.ts';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { CodedError } from '../../../shared/kernel/errors.ts';
import type { Handlers } from '../dispatcher.ts';

export function trainingHandlers(db: ReferenceDb): Pick<Handlers, 'training.listHere'> {
  return {
    'training.listHere': ({ credentialId, areaId }) => {
      const found = listTraining(db, credentialId, areaId);
      if (!found) throw new CodedError('not-found', { what: 'credential' });
      return structuredClone(found) as OutputOf<'training.listHere'>;
    },
  };
}
