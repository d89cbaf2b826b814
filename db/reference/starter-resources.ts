/** Makes what ships: the starter's pack, its ready-built database, and the record that it is opened by. */
import { sourced } from '../pack/ledger.ts';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { toWriteError, writeFileAtomically } from '../files/atomic-write.ts';
import { writePack } from '../pack/pack-writer.ts';
import { readStarter, type StarterFolders } from '../pack/starter.ts';
import { buildReference, feedFromPack, type BuiltReference } from './build-reference.ts';
import { SCHEMA_VERSION } from './schema.ts';
import { SHIPPED, type ShippedRecord } from './shipped.ts';

/**
 * Builds into `outDir`: the pack from the starter's tables, the database from that pack, and last the record, so
 * that an interrupted build leaves a database that nobody trusts. Errors: those of the starter, of packs, of writing.
 */
export async function buildStarterResources({ outDir, ...folders }: StarterFolders & { readonly outDir: string }): Promise<BuiltReference> {
  await mkdir(outDir, { recursive: true }).catch((error: unknown) => { throw toWriteError(error); });
  const pack = join(outDir, SHIPPED.pack);
  await writePack({ rows: sourced(await readStarter(folders)), out: pack });
  const built = await buildReference({ feed: feedFromPack(pack), out: join(outDir, SHIPPED.database) });
  const record: ShippedRecord = { schema: SCHEMA_VERSION, digest: built.digest, sha256: built.sha256, bytes: built.bytes };
  await writeFileAtomically(join(outDir, SHIPPED.record), async (file) => { await file.writeFile(`${JSON.stringify(record)}\n`); });
  return built;
}
