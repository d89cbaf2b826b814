/** Where the real files are that tests read. Only for tests. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const EDUCATION = resolve(fileURLToPath(new URL('../../../shared/data/education', import.meta.url)));

/** Whether the real files lie beside the checkout; without them their tests are skipped. */
export const HAS_EDUCATION_DATA = existsSync(EDUCATION);

/** Path of a real file: `educationFile('ipeds', 'hd2024.csv')`. */
export const educationFile = (...path: string[]): string => join(EDUCATION, ...path);
