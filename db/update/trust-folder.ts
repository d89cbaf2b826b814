/** What a data folder trusts and has seen: the root it began with, kept metadata, and the time of the last good refresh. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeFileAtomically } from '../files/atomic-write.ts';
import { makeFolder } from '../files/make-folder.ts';
import type { UpdateLimits } from './limits.ts';
import { metadataFolder, type MetadataFolder } from './metadata-folder.ts';
import { findRoot } from './placed-trust.ts';

/** Every root that was trusted, by its version: a computer that knows an older one is led on by them. */
export const ROOTS_FOLDER = 'roots';
const versioned = z.object({ signed: z.object({ version: z.number().int().nonnegative() }) });
const seen = z.strictObject({ root: z.string(), refreshed: z.string().nullable() });
const timestamp = z.object({ signed: z.object({ expires: z.string().max(40) }) });
type Seen = z.infer<typeof seen>;

export interface TrustFolder {
  readonly kept: MetadataFolder;
  /** The time to judge dates by: a clock that has gone far back since the last refresh does not make old metadata good again. */
  timeFor(now: Date, limits: UpdateLimits): Date;
  /** Notes a good refresh. */
  noteRefresh(now: Date): Promise<void>;
}

/** A root that is none is kept nowhere: it is refused where it is used. */
async function keepRoot(folder: string, bytes: Buffer): Promise<void> {
  let version: number;
  try {
    version = versioned.parse(JSON.parse(bytes.toString('utf8'))).signed.version;
  } catch {
    return;
  }
  await makeFolder(folder);
  await writeFileAtomically(join(folder, `${version}.root.json`), async (file) => { await file.writeFile(bytes); });
}

async function readSeen(path: string): Promise<Seen | null> {
  try {
    return seen.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    // Missing or damaged: it is begun anew from the root, which is what counts.
    return null;
  }
}

/**
 * Opens what `folder` trusts. A root that is given or placed anew is begun from; what was kept stays as a guard against going
 * back wherever the new root's keys have signed it. Errors: update-no-root, update-root-invalid, and those of writing.
 */
export async function openTrustFolder(
  { folder, dataDir, resourcesDir, rootFile }: { readonly folder: string; readonly dataDir: string; readonly resourcesDir: string; readonly rootFile?: string | undefined },
): Promise<TrustFolder> {
  const trusted = metadataFolder(join(folder, 'trusted'));
  const kept: MetadataFolder = {
    read: (role) => trusted.read(role),
    keep: async (role, bytes) => {
      if (role === 'root') await keepRoot(join(folder, ROOTS_FOLDER), bytes);
      await trusted.keep(role, bytes);
    },
  };
  const file = join(folder, 'seen.json');
  const root = await findRoot({ dataDir, resourcesDir }, rootFile);
  const name = createHash('sha256').update(root).digest('hex');
  let known = await readSeen(file);
  const write = async (next: Seen): Promise<void> => {
    known = next;
    await writeFileAtomically(file, async (handle) => { await handle.writeFile(`${JSON.stringify(next)}\n`); });
  };
  if (known?.root !== name || (await kept.read('root')) === null) {
    await kept.keep('root', root);
    await write({ root: name, refreshed: known?.refreshed ?? null });
  }
  return {
    kept,
    timeFor(now, { clockBackMs }) {
      const last = Date.parse(known?.refreshed ?? '');
      return Number.isNaN(last) || now.getTime() >= last - clockBackMs ? now : new Date(last);
    },
    noteRefresh: (now) => write({ root: name, refreshed: now.toISOString() }),
  };
}

/** Until when what is trusted is good by its timestamp, UTC; null when nothing was ever trusted. */
export async function trustedUntil(folder: string): Promise<string | null> {
  try {
    const bytes = await metadataFolder(join(folder, 'trusted')).read('timestamp');
    return timestamp.parse(JSON.parse(bytes?.toString('utf8') ?? '')).signed.expires;
  } catch {
    return null;
  }
}
