import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Real files of public sources, beside the checkout; they may be missing. */
export const DATA = join(fileURLToPath(new URL('../../../', import.meta.url)), '..', 'shared', 'data');
