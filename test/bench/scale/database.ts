/** Part: from a pack to its database in a data folder, in force there, as opening a pack in the product does it. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { databaseFileOf } from '../../../db/reference/installed.ts';
import { prepareEdition, switchTo } from '../../../db/reference/install-pack.ts';
import { openReference } from '../../../db/reference/reference-db.ts';
import { asPart, progress } from './part.ts';

export interface DatabaseOrder {
  readonly pack: string;
  /** Folder of reference databases in the data folder. */
  readonly folder: string;
}
export interface DatabaseFigures {
  readonly path: string;
  readonly bytes: number;
  readonly seconds: number;
  /** Milliseconds from a closed file to a database that answers. */
  readonly openMs: readonly number[];
}

const OPENS = 15;
const STEPS = 10;

await asPart<DatabaseOrder, DatabaseFigures>(import.meta.url, async ({ pack, folder }) => {
  const began = performance.now();
  let told = 0;
  const edition = await prepareEdition({
    pack, folder, tell: (done, all) => {
      const step = Math.floor((done / all) * STEPS);
      if (step > told) progress(`${step * (100 / STEPS)} % of the rows and the index after ${Math.round((performance.now() - began) / 1000)} s`);
      told = Math.max(told, step);
    },
  });
  const seconds = (performance.now() - began) / 1000;
  await switchTo(folder, edition);
  const path = join(folder, databaseFileOf(edition));
  const openMs: number[] = [];
  for (let run = 0; run < OPENS; run += 1) {
    const start = performance.now();
    openReference(path, { digest: edition.digest }).close();
    openMs.push(performance.now() - start);
  }
  return { path, bytes: (await stat(path)).size, seconds, openMs };
});
