/** Writes test/golden/verdict-results.json from the engine as it stands. Read what changed before it is committed. */
import { writeFile } from 'node:fs/promises';
import { RESULTS_FILE, verdictResults } from './verdict-cases.ts';

await writeFile(RESULTS_FILE, `[\n${verdictResults().map((each) => JSON.stringify(each)).join(',\n')}\n]\n`);
