/** The pack of a size and its database in a data folder, made or, where they are there already, taken as they are. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { REFERENCE_FOLDER } from '../../../db/reference/ensure-reference.ts';
import { databaseFileOf, isIntact, readInstalled } from '../../../db/reference/installed.ts';
import { SCHEMA_VERSION } from '../../../db/reference/schema.ts';
import { readPackHeader } from '../../../db/pack/pack-reader.ts';
import { runPart } from './child.ts';
import type { DatabaseFigures, DatabaseOrder } from './database.ts';
import type { ScaleOptions } from './options.ts';
import type { PackFigures, PackOrder } from './pack.ts';

/** What making something took; null where it was there already and no record of its making lies beside it. */
export interface Making {
  readonly seconds: number;
  readonly peakMegabytes: number;
}
export interface Edition {
  readonly size: number;
  readonly dataDir: string;
  readonly pack: { readonly path: string; readonly bytes: number; readonly made: Making | null; readonly isKept: boolean };
  readonly database: { readonly path: string; readonly bytes: number; readonly made: Making | null; readonly isKept: boolean; readonly openMs: readonly number[] };
}

const HOUR = 3600;

async function readRecord<T>(path: string): Promise<T | null> {
  return existsSync(path) ? (JSON.parse(await readFile(path, 'utf8')) as T) : null;
}

/** A pack in the work folder is taken when its header says that it is the giant edition of this size. */
async function packOf(size: number, work: string): Promise<Edition['pack']> {
  const [path, record] = [join(work, `base-${size}.pack`), join(work, `base-${size}.pack.json`)];
  if (existsSync(path) && (await readPackHeader(path)).edition === `giant-${size}`) {
    return { path, bytes: (await stat(path)).size, made: await readRecord<Making>(record), isKept: true };
  }
  const ended = await runPart<PackFigures>('./pack.ts', { out: path, credentials: size } satisfies PackOrder, { timeoutSeconds: HOUR });
  if (!ended.value) throw new Error(`The pack of ${size} was not made: ${ended.failure}`);
  const made: Making = { seconds: ended.value.seconds, peakMegabytes: ended.peakMegabytes };
  await writeFile(record, JSON.stringify(made));
  return { path, bytes: ended.value.bytes, made, isKept: false };
}

async function databaseOf(pack: string, dataDir: string, reuse: boolean): Promise<Edition['database']> {
  const folder = join(dataDir, REFERENCE_FOLDER);
  const record = join(dataDir, 'database.json');
  const { digest } = await readPackHeader(pack);
  const { current } = await readInstalled(folder);
  const isKept = reuse && current?.digest === digest && (await isIntact(folder, current, SCHEMA_VERSION));
  if (!isKept) await rm(dataDir, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const ended = await runPart<DatabaseFigures>('./database.ts', { pack, folder } satisfies DatabaseOrder, { timeoutSeconds: 2 * HOUR });
  if (!ended.value) throw new Error(`The database of ${pack} was not made: ${ended.failure}`);
  const { bytes, openMs, seconds } = ended.value;
  const made: Making = { seconds, peakMegabytes: ended.peakMegabytes };
  if (!isKept) await writeFile(record, JSON.stringify(made));
  return { path: join(folder, databaseFileOf({ digest })), bytes, openMs, isKept, made: isKept ? await readRecord<Making>(record) : made };
}

/** Errors: what a part says why it ended. */
export async function makeEdition(size: number, { work, reuse }: Pick<ScaleOptions, 'work' | 'reuse'>): Promise<Edition> {
  await mkdir(work, { recursive: true });
  const pack = await packOf(size, work);
  const dataDir = join(work, `data-${size}`);
  return { size, dataDir, pack, database: await databaseOf(pack.path, dataDir, reuse) };
}
