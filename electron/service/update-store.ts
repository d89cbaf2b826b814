/** What is remembered of updates from one start to the next: how they are wanted, what the last look brought, what is ready. No student is in it. */
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { nodeErrorCode, toWriteError, writeFileAtomically } from '../../db/files/atomic-write.ts';
import { installedEdition } from '../../db/reference/installed.ts';
import { UPDATES_FOLDER } from '../../db/update/look-for-update.ts';
import { ASK_ABOVE_MB } from '../../shared/contract/update-sizes.ts';
import { readyUpdate, updateState } from '../../shared/contract/updates.ts';

/** Raised when its shape changes: another is begun anew. */
const FORMAT = 1;
const { mode, last, found, bytesPerSecond, address } = updateState.shape;
/** With what the switch needs. */
const ready = readyUpdate.extend({ entry: installedEdition }).nullable();
const schema = z.strictObject({ format: z.literal(FORMAT), mode, askAboveMb: z.literal(ASK_ABOVE_MB), address, last, found, ready, bytesPerSecond });
export type UpdateMemory = Readonly<Omit<z.infer<typeof schema>, 'format'>>;

const FIRST: UpdateMemory = { mode: 'unasked', askAboveMb: 20, address: null, last: null, found: null, ready: null, bytesPerSecond: null };

export interface UpdateStore {
  get(): UpdateMemory;
  /** Errors: disk-full, folder-not-writable, file-write-failed. */
  set(change: Partial<UpdateMemory>): Promise<void>;
}

/** A file that is missing or cannot be understood is begun anew: it holds nothing that cannot be found again. */
export async function openUpdateStore(dataDir: string): Promise<UpdateStore> {
  const path = join(dataDir, UPDATES_FOLDER, 'state.json');
  let current = FIRST;
  try {
    const { format, ...read } = schema.parse(JSON.parse(await readFile(path, 'utf8')));
    if (format === FORMAT) current = read;
  } catch (error) {
    if (nodeErrorCode(error) === null && !(error instanceof z.ZodError) && !(error instanceof SyntaxError)) throw error;
  }
  let writing: Promise<unknown> = Promise.resolve();
  return {
    get: () => current,
    set: (change) => {
      const write = async (): Promise<void> => {
        const next = { ...current, ...change };
        await mkdir(dirname(path), { recursive: true }).catch((error: unknown) => { throw toWriteError(error); });
        await writeFileAtomically(path, async (file) => { await file.writeFile(`${JSON.stringify({ format: FORMAT, ...next }, null, 2)}\n`); });
        current = next;
      };
      // One write after another, each on top of the one before.
      const done = writing.catch(() => undefined).then(write);
      writing = done;
      return done;
    },
  };
}
