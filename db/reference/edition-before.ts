/** The edition before the one in use, opened for as long as somebody compares the two. */
import { join } from 'node:path';
import { CodedError } from '../../shared/kernel/errors.ts';
import { REFERENCE_FOLDER } from './ensure-reference.ts';
import { databaseFileOf, readInstalled } from './installed.ts';
import { POINTER_FILE, readPointer } from './pointer.ts';
import { openReference, type ReferenceDb } from './reference-db.ts';
import { findShipped } from './shipped.ts';

interface Folders {
  readonly resourcesDir: string;
  readonly dataDir: string;
}
/** A database by its path and the edition that must be inside. */
export interface EditionFile {
  readonly path: string;
  readonly digest: string;
}

/** What came with the app, or was built from it. */
async function ofTheApp({ resourcesDir }: Folders, folder: string): Promise<EditionFile | null> {
  const shipped = await findShipped(resourcesDir);
  if (shipped) return { path: shipped.path, digest: shipped.record.digest };
  const pointer = await readPointer(join(folder, POINTER_FILE));
  return pointer && { path: join(folder, pointer.current.file), digest: pointer.current.digest };
}

/** Where the edition before lies; null where there was none. It may be gone or of another shape: who opens it finds out. */
async function locateEditionBefore(folders: Folders): Promise<EditionFile | null> {
  const folder = join(folders.dataDir, REFERENCE_FOLDER);
  const { current, previous } = await readInstalled(folder);
  if (previous) return { path: join(folder, databaseFileOf(previous)), digest: previous.digest };
  if (current) return ofTheApp(folders, folder);
  const pointer = await readPointer(join(folder, POINTER_FILE));
  return pointer?.previous ? { path: join(folder, pointer.previous.file), digest: pointer.previous.digest } : null;
}

/** The edition before, open; null where there is none that can be read. Who asked for it closes it. */
export async function openEditionBefore(folders: Folders): Promise<{ readonly db: ReferenceDb; readonly file: EditionFile } | null> {
  const file = await locateEditionBefore(folders);
  if (!file) return null;
  try {
    return { db: openReference(file.path, { digest: file.digest }), file };
  } catch (error) {
    if (error instanceof CodedError) return null;
    throw error;
  }
}
