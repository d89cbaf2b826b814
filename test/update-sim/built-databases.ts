/**
 * Databases that were really built, by edition digest. Building one takes longer than all the rest of an update, so most histories
 * take its bytes from here once the rows of the pack were read and found right; some build it anew each time.
 */
import { putDatabase } from './virtual-database.ts';
import { theDisk, putDisk } from './virtual-disk.ts';

type Feed = (take: (batch: never) => void) => Promise<string>;
type Fill = (path: string, feed: Feed) => Promise<string>;

export const built = new Map<string, Buffer>();
let isReal = true;
export function buildForReal(real: boolean): void { isReal = real; }

async function fillFromBuilt(temporary: string, feed: Feed, fill: Fill): Promise<string> {
  if (isReal) return fill(temporary, feed);
  const digest = await feed(() => undefined);
  const bytes = built.get(digest);
  if (bytes === undefined) return fill(temporary, feed);
  putDatabase(temporary, bytes);
  return digest;
}
Object.assign(globalThis, { waymarkBuilt: fillFromBuilt });

/** Builds the database of a pack on a disk of its own and remembers it. */
export async function remember(build: (out: string) => Promise<{ readonly digest: string }>): Promise<string> {
  const before = theDisk();
  const apart = before.copy();
  putDisk(apart);
  buildForReal(true);
  try {
    const { digest } = await build('/apart/built.sqlite');
    const bytes = apart.look('/apart/built.sqlite');
    if (bytes === null) throw new Error('Nothing was built.');
    built.set(digest, bytes);
    return digest;
  } finally {
    buildForReal(false);
    putDisk(before);
  }
}
