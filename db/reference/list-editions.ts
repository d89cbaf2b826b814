/** Every edition on this machine: what came with the app, what is in force, what was before it, and those of other areas. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '../../shared/kernel/errors.ts';
import { readPackHeader } from '../pack/pack-reader.ts';
import { allInstalled, databaseFileOf, packFileOf, readInstalled } from './installed.ts';
import { getEdition } from './queries/get-edition.ts';
import { listSources } from './queries/list-sources.ts';
import { openReference, type ReferenceDb } from './reference-db.ts';
import { SHIPPED } from './shipped.ts';

export interface EditionHere {
  readonly name: string;
  readonly edition: string;
  readonly scope: string;
  readonly digest: string;
  /** Whether it came with the app or was put in. */
  readonly origin: 'app' | 'pack';
  /** `before` is what going back leads to; `kept` is neither in force nor that. */
  readonly place: 'in-use' | 'before' | 'kept';
  /** What the area of its scope is called; null where it does not say. */
  readonly scopeName: string | null;
  /** Empty where only its pack is there, whose database is made when it is put in force. */
  readonly dataChecked: string;
  /** Whose data is in it, the largest first. */
  readonly publishers: readonly string[];
  /** Of its pack and its database. */
  readonly bytes: number;
  readonly counts: Readonly<Record<string, number>>;
}
type Details = Pick<EditionHere, 'name' | 'edition' | 'scope' | 'scopeName' | 'dataChecked' | 'publishers' | 'counts'>;

/** What an open database says of itself. */
export function describeEdition(db: ReferenceDb): Details {
  const { name, edition, scope, dataChecked, counts } = getEdition(db);
  const publishers = new Map<string, number>();
  for (const { publisher } of listSources(db)) publishers.set(publisher, (publishers.get(publisher) ?? 0) + 1);
  return {
    name, edition, scope, dataChecked, counts, publishers: byNumber(publishers),
    scopeName: db.first(db.from('area').select('name').where('id', '=', scope))?.name ?? null,
  };
}

/** Names by how often each was counted, the most frequent first. */
export const byNumber = (names: ReadonlyMap<string, number>): readonly string[] =>
  [...names].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([name]) => name);

const bytesOf = async (paths: readonly string[]): Promise<number> =>
  (await Promise.all(paths.map((path) => stat(path).then(({ size }) => size, () => 0)))).reduce((sum, size) => sum + size, 0);

/** From its database, else from the header of its pack; null where neither can be read. */
async function detailsOf(database: string, pack: string, digest: string): Promise<Details | null> {
  try {
    const db = openReference(database, { digest });
    try {
      return describeEdition(db);
    } finally {
      db.close();
    }
  } catch (error) {
    // Of another program's shape, or gone: it is made again from its pack when it is put in force.
    if (!(error instanceof CodedError)) throw error;
  }
  try {
    const { name, edition, scope, tables } = await readPackHeader(pack);
    return { name, edition, scope, scopeName: null, dataChecked: '', publishers: [], counts: Object.fromEntries(tables) };
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    return null;
  }
}

interface Places {
  /** Folder of reference databases. */
  readonly folder: string;
  readonly resourcesDir: string;
  /** The database in force. */
  readonly db: ReferenceDb;
}

/** What came with the app; null where it can neither be read nor is in force. */
async function shippedEdition({ folder, resourcesDir, db }: Places, isInUse: boolean, isBefore: boolean): Promise<EditionHere | null> {
  const pack = join(resourcesDir, SHIPPED.pack);
  const digest = isInUse ? db.digest : await readPackHeader(pack).then((header) => header.digest, () => null);
  if (digest === null) return null;
  // Where it is not ready-made its database was built into the folder.
  const databases = [join(resourcesDir, SHIPPED.database), join(folder, databaseFileOf({ digest }))] as const;
  const details = isInUse ? describeEdition(db) : await detailsOf(databases[0], pack, digest);
  return details && { ...details, digest, origin: 'app', place: isInUse ? 'in-use' : isBefore ? 'before' : 'kept', bytes: await bytesOf([pack, ...databases]) };
}

/** The one in force first, then the way back, then the rest by name. */
export async function listEditions(places: Places): Promise<readonly EditionHere[]> {
  const { folder, db } = places;
  const installed = await readInstalled(folder);
  const isPutIn = installed.current?.digest === db.digest;
  const isTouched = installed.current !== null || installed.previous !== null;
  const shipped = await shippedEdition(places, !isPutIn, isTouched && installed.previous === null);
  const putIn = new Set(isPutIn ? [db.digest] : []);
  const put = await Promise.all(allInstalled(installed).map(async (each): Promise<EditionHere | null> => {
    // One that came with the app is listed as that, unless it was put in as well and is in force.
    if (each.digest === shipped?.digest && !putIn.has(each.digest)) return null;
    const files = [join(folder, databaseFileOf(each)), join(folder, packFileOf(each))] as const;
    const isInUse = isPutIn && each.digest === db.digest;
    const details = isInUse ? describeEdition(db) : await detailsOf(...files, each.digest);
    const place = isInUse ? 'in-use' : each.digest === installed.previous?.digest ? 'before' : 'kept';
    return details && { ...details, digest: each.digest, origin: 'pack', place, bytes: await bytesOf(files) };
  }));
  const rank = ({ place }: EditionHere): number => ['in-use', 'before', 'kept'].indexOf(place);
  return [shipped && putIn.has(shipped.digest) ? null : shipped, ...put].filter((each) => each !== null).sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}
