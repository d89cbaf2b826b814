/** Pack files that the page sends: streamed to the data folder under an opaque handle, gone when the host ends. */
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { toWriteError } from '../../db/files/atomic-write.ts';
import { CodedError } from '../../shared/kernel/errors.ts';
import { newSecret } from './guard.ts';

/** What a pack may be at most: its frame, its first line and its checksum. */
const MOST_BYTES = 4 * 1024 ** 3 + 1024 * 1024;
const MOST_WAITING = 2;

export interface Incoming {
  /** Takes a file in; errors: too-large, disk-full, folder-not-writable, file-write-failed. */
  receive(body: Readable): Promise<string>;
  /** Where the file of a handle lies. Error: file-handle-unknown. */
  locate(handle: string): string;
  clear(): Promise<void>;
}

/** `folder` holds nothing else: what an earlier run left there goes. */
export async function createIncoming(folder: string): Promise<Incoming> {
  const waiting = new Map<string, string>();
  await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  const forgetOldest = async (): Promise<void> => {
    const [oldest] = waiting;
    if (waiting.size < MOST_WAITING || !oldest) return;
    waiting.delete(oldest[0]);
    await rm(oldest[1], { force: true }).catch(() => undefined);
  };
  return {
    receive: async (body) => {
      await forgetOldest();
      const handle = newSecret();
      const path = join(folder, `${handle}.pack`);
      try {
        await mkdir(folder, { recursive: true });
        await pipeline(body, async function* (pieces: AsyncIterable<Buffer>) {
          let total = 0;
          for await (const piece of pieces) {
            total += piece.length;
            if (total > MOST_BYTES) throw new CodedError('too-large', { file: 'pack' });
            yield piece;
          }
        }, createWriteStream(path));
      } catch (error) {
        await rm(path, { force: true }).catch(() => undefined);
        throw toWriteError(error);
      }
      waiting.set(handle, path);
      return handle;
    },
    locate: (handle) => {
      const path = waiting.get(handle);
      if (path === undefined) throw new CodedError('file-handle-unknown');
      return path;
    },
    clear: async () => {
      waiting.clear();
      await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    },
  };
}
