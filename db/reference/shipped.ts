/** The starter's database as it ships: beside its pack, ready-built, opened in place. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { nodeErrorCode } from '../files/atomic-write.ts';
import { readPackHeader } from '../pack/pack-reader.ts';
import { sha256OfFile } from './build-reference.ts';
import { SCHEMA_VERSION } from './schema.ts';

/** Names of what ships, in the folder of resources. */
export const SHIPPED = { pack: 'starter.pack', database: 'starter.sqlite', record: 'starter.sqlite.json', tables: 'starter', rubrics: 'rubrics' } as const;

const record = z.strictObject({
  schema: z.number().int(), digest: z.string().regex(/^[0-9a-f]{64}$/), sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.number().int(),
});
export type ShippedRecord = Readonly<z.infer<typeof record>>;

/** Folders of the starter's tables in the folder of resources. */
export const starterFolders = (resourcesDir: string) =>
  ({ starterDir: join(resourcesDir, SHIPPED.tables), rubricsDir: join(resourcesDir, SHIPPED.rubrics) });

/** True when the file is there and is the one that was recorded. */
export async function isAsRecorded(path: string, expected: { readonly bytes: number; readonly sha256: string }): Promise<boolean> {
  try {
    return (await stat(path)).size === expected.bytes && (await sha256OfFile(path)) === expected.sha256;
  } catch (error) {
    // Missing or unreadable: either way not the file that was recorded.
    if (nodeErrorCode(error) === null) throw error;
    return false;
  }
}

/** The shipped database when it is sound and of this schema; else null. */
export async function findShipped(resourcesDir: string): Promise<{ readonly path: string; readonly record: ShippedRecord } | null> {
  const path = join(resourcesDir, SHIPPED.database);
  let stated: ShippedRecord;
  try {
    stated = record.parse(JSON.parse(await readFile(join(resourcesDir, SHIPPED.record), 'utf8')));
  } catch {
    return null;
  }
  if (stated.schema !== SCHEMA_VERSION || !(await isAsRecorded(path, stated))) return null;
  return { path, record: stated };
}

/** What the pack that ships says of itself; null when there is none that can be read. */
export async function describeShipped(resourcesDir: string): Promise<{ name: string; edition: string; scope: string; digest: string; origin: 'app' } | null> {
  try {
    const { name, edition, scope, digest } = await readPackHeader(join(resourcesDir, SHIPPED.pack));
    return { name, edition, scope, digest, origin: 'app' };
  } catch {
    return null;
  }
}
