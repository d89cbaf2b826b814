/** A file among the targets of a repository: made beside its place, looked at as it arrived, and put there under its hash. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { TargetFile } from '@tufjs/models';
import { putInPlace, removeFile, temporaryBeside, toWriteError } from '../files/atomic-write.ts';
import { makeFolder } from '../files/make-folder.ts';
import { targetFileOf } from './publish.ts';

async function targetOf(path: string, file: string): Promise<TargetFile> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 })) hash.update(chunk as Buffer);
  return new TargetFile({ path, length: (await stat(file)).size, hashes: { sha256: hash.digest('hex') } });
}

/** `make` writes the file where it is told to. Errors: those of `make`, and of writing. */
export async function putTarget(dir: string, path: string, make: (temporary: string) => Promise<unknown>): Promise<TargetFile> {
  const temporary = temporaryBeside(targetFileOf(dir, path, { sha256: '0' }));
  try {
    await makeFolder(dirname(temporary));
    await make(temporary);
    const target = await targetOf(path, temporary);
    await putInPlace(temporary, targetFileOf(dir, path, target.hashes));
    return target;
  } catch (error) {
    await removeFile(temporary).catch(() => undefined);
    throw toWriteError(error);
  }
}
