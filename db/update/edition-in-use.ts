/** The edition that a data folder uses now, and where its pack may lie. */
import { join } from 'node:path';
import { CodedError } from '../../shared/kernel/errors.ts';
import { ensureReference, REFERENCE_FOLDER } from '../reference/ensure-reference.ts';
import { packFileOf } from '../reference/installed.ts';
import { getEdition } from '../reference/queries/get-edition.ts';
import { SHIPPED } from '../reference/shipped.ts';
import type { Base } from './fetch-edition.ts';

export interface EditionName {
  readonly edition: string;
  readonly digest: string;
  readonly scope: string;
}

/** With the path of its database. */
export interface InUse extends EditionName {
  readonly path: string;
}

export interface Folders {
  readonly dataDir: string;
  readonly resourcesDir: string;
}

/** Null when nothing can be opened. */
export async function editionInUse({ resourcesDir, dataDir }: Folders): Promise<InUse | null> {
  try {
    const { db, path } = await ensureReference({ resourcesDir, dataDir });
    try {
      const { edition, digest, scope } = getEdition(db);
      return { edition, digest, scope, path };
    } finally {
      db.close();
    }
  } catch (error) {
    if (error instanceof CodedError) return null;
    throw error;
  }
}

/** An edition that was put in lies in the data folder; that of the app may be used where it lies. */
export const baseOf = ({ dataDir, resourcesDir }: Folders, before: EditionName): Base =>
  ({ digest: before.digest, packs: [join(dataDir, REFERENCE_FOLDER, packFileOf(before)), join(resourcesDir, SHIPPED.pack)] });
