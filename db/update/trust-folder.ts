/** What a data folder trusts and has seen: the root it began with, kept metadata, and the time of the last good refresh. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { CodedError } from '../../shared/kernel/errors.ts';
import { nodeErrorCode, writeFileAtomically } from '../files/atomic-write.ts';
import type { UpdateLimits } from './limits.ts';
import { metadataFolder, type MetadataFolder } from './metadata-folder.ts';

/** Where IT places a root of its own in the data folder, and where one ships in the resources. */
const PLACED = ['trust', 'root.json'] as const;
const seen = z.strictObject({ root: z.string(), refreshed: z.string().nullable() });
type Seen = z.infer<typeof seen>;

export interface TrustFolder {
  readonly kept: MetadataFolder;
  /** The time to judge dates by: a clock that has gone far back since the last refresh does not make old metadata good again. */
  timeFor(now: Date, limits: UpdateLimits): Date;
  /** Notes a good refresh. */
  noteRefresh(now: Date): Promise<void>;
}

/** The first root there is. Errors: update-no-root. */
async function firstRoot(places: readonly (string | undefined)[]): Promise<Buffer> {
  for (const path of places) {
    if (path === undefined) continue;
    try {
      return await readFile(path);
    } catch (cause) {
      if (!['ENOENT', 'ENOTDIR'].includes(nodeErrorCode(cause) ?? '')) throw new CodedError('update-root-invalid', {}, { cause });
    }
  }
  throw new CodedError('update-no-root');
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
  const kept = metadataFolder(join(folder, 'trusted'));
  const file = join(folder, 'seen.json');
  const root = await firstRoot(rootFile === undefined ? [join(dataDir, ...PLACED), join(resourcesDir, ...PLACED)] : [rootFile]);
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
