/** A small giant edition in use in a data folder, as a person who opened its pack has it. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writePack } from '../../db/pack/pack-writer.ts';
import { readStarter } from '../../db/pack/starter.ts';
import { REFERENCE_FOLDER } from '../../db/reference/ensure-reference.ts';
import { databaseFileOf } from '../../db/reference/installed.ts';
import { prepareEdition, switchTo } from '../../db/reference/install-pack.ts';
import { giantSource } from '../bench/giant/source.ts';

const resources = fileURLToPath(new URL('../../resources', import.meta.url));

/** Makes it in the folder; gives the path of its database. */
export async function makeGiantData(dataDir: string, credentials: number): Promise<string> {
  const starter = await readStarter({ starterDir: join(resources, 'starter'), rubricsDir: join(resources, 'rubrics') });
  const pack = join(dataDir, 'giant.pack');
  const folder = join(dataDir, REFERENCE_FOLDER);
  await writePack({ rows: giantSource({ starter, credentials }), out: pack, codec: 'gzip' });
  const edition = await prepareEdition({ pack, folder });
  await switchTo(folder, edition);
  return join(folder, databaseFileOf(edition));
}
