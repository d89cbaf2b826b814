/** A publisher with small editions, for tests of updates in the service: what a stick carries and what a server would serve. */
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writePack } from '../../db/pack/pack-writer.ts';
import { withLedger } from '../../db/pack/test-edition.ts';
import { newPublisher, type Publisher } from '../../db/publish/test-publisher.ts';
import { OHIO, rowsFrom } from '../../db/reference/test-reference.ts';

/** The small edition under another name, without its last wages. */
export async function writeSmallEdition(out: string, edition: string, { scope = 'us', withoutWages = 0 }: { readonly scope?: string; readonly withoutWages?: number } = {}): Promise<void> {
  const rows = rowsFrom(OHIO);
  const meta = (rows.get('meta') ?? []).map(([key, value]) => [key ?? '', key === 'edition' ? edition : key === 'scope' ? scope : value ?? '']);
  const wage = rows.get('wage') ?? [];
  await writePack({ rows: withLedger(new Map([...rows, ['meta', meta], ['wage', wage.slice(0, wage.length - withoutWages)]])), out });
}

/** A repository in `folder`, whose root IT has placed in the data folder. */
export async function placePublisher(folder: string, dataDir: string, scope = 'us'): Promise<Publisher> {
  const publisher = await newPublisher(folder, { scope });
  await placeRoot(publisher, dataDir);
  return publisher;
}

/** Does what IT does. */
export async function placeRoot({ dir }: Publisher, dataDir: string): Promise<void> {
  await mkdir(join(dataDir, 'trust'), { recursive: true });
  await copyFile(join(dir, 'metadata', '1.root.json'), join(dataDir, 'trust', 'root.json'));
}
