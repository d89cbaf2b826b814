/** Writes test/golden/verdicts.csv from the starter as it stands. Read what changed before it is committed. */
import { writeFile } from 'node:fs/promises';
import { GOLDEN_FILE, verdictTable } from './verdict-table.ts';

await writeFile(GOLDEN_FILE, await verdictTable());
