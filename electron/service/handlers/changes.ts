/** Handler of what changed with the edition in use. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { toWriteError } from '../../../db/files/atomic-write.ts';
import { openEditionBefore } from '../../../db/reference/edition-before.ts';
import { REFERENCE_FOLDER } from '../../../db/reference/ensure-reference.ts';
import { listAreas } from '../../../db/reference/queries/list-areas.ts';
import { getEdition } from '../../../db/reference/queries/get-edition.ts';
import type { ReferenceDb } from '../../../db/reference/reference-db.ts';
import { CodedError } from '../../../shared/kernel/errors.ts';
import type { Handlers } from '../dispatcher.ts';
import type { EditionComparer } from '../edition-comparer.ts';

export interface ChangeContext {
  readonly db: ReferenceDb;
  /** Where the edition in use lies. */
  readonly path: string;
  readonly resourcesDir: string;
  readonly dataDir: string;
  readonly comparer: EditionComparer;
  readonly today: () => string;
}

export function changeHandlers({ db, path, resourcesDir, dataDir, comparer, today }: ChangeContext): Pick<Handlers, 'changes.get'> {
  return {
    'changes.get': async ({ areaId }) => {
      if (!listAreas(db).some(({ id }) => id === areaId)) throw new CodedError('not-found', { what: 'area' });
      const before = await openEditionBefore({ resourcesDir, dataDir });
      // An edition for another area says nothing of what changed here.
      const isSameScope = before !== null && getEdition(before.db).scope === getEdition(db).scope;
      before?.db.close();
      if (!before || !isSameScope || before.file.digest === db.digest) return { changes: null };
      const folder = join(dataDir, REFERENCE_FOLDER);
      await mkdir(folder, { recursive: true }).catch((error: unknown) => { throw toWriteError(error); });
      return { changes: await comparer.compare({ before: before.file, now: { path, digest: db.digest }, areaId, today: today() }, folder) };
    },
  };
}
