/** Part: makes a giant edition and writes it as a pack. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writePack } from '../../../db/pack/pack-writer.ts';
import { readStarter } from '../../../db/pack/starter.ts';
import { ROOT } from '../../../scripts/lib/paths.ts';
import { giantSource } from '../giant/source.ts';
import { asPart } from './part.ts';

export interface PackOrder {
  readonly out: string;
  readonly credentials: number;
}
export interface PackFigures {
  readonly bytes: number;
  readonly rowBytes: number;
  readonly seconds: number;
}

await asPart<PackOrder, PackFigures>(import.meta.url, async ({ out, credentials }) => {
  const began = performance.now();
  const starter = await readStarter({ starterDir: join(ROOT, 'resources', 'starter'), rubricsDir: join(ROOT, 'resources', 'rubrics') });
  const header = await writePack({ rows: giantSource({ starter, credentials }), out });
  return { bytes: (await stat(out)).size, rowBytes: header.bytes, seconds: (performance.now() - began) / 1000 };
});
