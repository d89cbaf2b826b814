/** Folders of the checkout that scripts use. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const DIST = join(ROOT, 'dist');
/** Stands in for the installed app's resources folder: the starter pack and its ready-built database. */
export const RESOURCES = join(DIST, 'resources');
