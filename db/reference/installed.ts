/**
 * Editions that a person or an update has put in: which one is in force, the one before it, which stays until the next
 * is good, and one of each other area. Null in the first two places stands for what came with the app. Switching editions is one rename of this file.
 */
import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { nodeErrorCode, writeFileAtomically } from '../files/atomic-write.ts';

const FORMAT = 1;
const hex = z.string().regex(/^[0-9a-f]{64}$/);
export const installedEdition = z.strictObject({
  digest: hex,
  name: z.string().max(200), edition: z.string().max(200), scope: z.string().max(200),
  /** Shape of its database; another one is built again from the pack. */
  schema: z.number().int(),
  bytes: z.number().int().positive(),
  /** Of the database, see {@link fingerprintOf}. */
  fingerprint: hex,
});
const schema = z.strictObject({ format: z.literal(FORMAT), current: installedEdition.nullable(), previous: installedEdition.nullable(), others: z.array(installedEdition).max(100).default([]) });

export type InstalledEdition = Readonly<z.infer<typeof installedEdition>>;
export interface Installed {
  readonly current: InstalledEdition | null;
  readonly previous: InstalledEdition | null;
  /** Neither in force nor before it: for other areas, one each. */
  readonly others: readonly InstalledEdition[];
}

/** Every edition that was put in and is still here. */
export const allInstalled = ({ current, previous, others }: Installed): readonly InstalledEdition[] => [current, previous, ...others].filter((each) => each !== null);

const FILE = 'installed.json';
const PREFIX = 16;
/** Names of an edition's files in the folder of reference databases. */
export const packFileOf = ({ digest }: Pick<InstalledEdition, 'digest'>): string => `${digest.slice(0, PREFIX)}.pack`;
export const databaseFileOf = ({ digest }: Pick<InstalledEdition, 'digest'>): string => `${digest.slice(0, PREFIX)}.sqlite`;

/** What is installed; nothing when there is no such file or it cannot be understood. */
export async function readInstalled(folder: string): Promise<Installed> {
  try {
    const { current, previous, others } = schema.parse(JSON.parse(await readFile(join(folder, FILE), 'utf8')));
    return { current, previous, others };
  } catch (error) {
    if (nodeErrorCode(error) === null && !(error instanceof z.ZodError) && !(error instanceof SyntaxError)) throw error;
    return { current: null, previous: null, others: [] };
  }
}

/** Puts editions in force. Errors: disk-full, folder-not-writable, file-write-failed. */
export async function writeInstalled(folder: string, { current, previous, others }: Installed): Promise<void> {
  const text = `${JSON.stringify({ format: FORMAT, current, previous, others }, null, 2)}\n`;
  await writeFileAtomically(join(folder, FILE), async (file) => { await file.writeFile(text); });
}

const SAMPLES = 64;
const SAMPLE_BYTES = 16 * 1024;

/**
 * SHA-256 over the size of a file and pieces of it at even distances, its first and last included: tells a file that was
 * replaced or cut in a few milliseconds, also where hashing all of it would take seconds at every start.
 */
export async function fingerprintOf(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const hash = createHash('sha256').update(`${size}\n`);
    const last = Math.max(0, size - SAMPLE_BYTES);
    for (let index = 0; index < SAMPLES; index += 1) {
      const buffer = Buffer.alloc(Math.min(SAMPLE_BYTES, size));
      await file.read(buffer, 0, buffer.length, Math.floor((last * index) / (SAMPLES - 1)));
      hash.update(buffer);
    }
    return hash.digest('hex');
  } finally {
    await file.close();
  }
}

/** True when an edition's database is there as it was built, in the shape of this program. */
export async function isIntact(folder: string, edition: InstalledEdition, schemaVersion: number): Promise<boolean> {
  if (edition.schema !== schemaVersion) return false;
  try {
    return (await fingerprintOf(join(folder, databaseFileOf(edition)))) === edition.fingerprint;
  } catch (error) {
    if (nodeErrorCode(error) === null) throw error;
    return false;
  }
}
