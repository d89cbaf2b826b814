/**
 * Bugs to be planted into the source of the client and the publisher, one at a time, for the simulation to find. What a bug
 * replaces has to stand in its file exactly once; when that changes, the bug is written anew.
 */
export interface Edit {
  /** From the root of the checkout. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}
export interface Plant {
  /** The first history that finds it, as `npm run bench -- update-sim` tells. */
  readonly seed: number;
  readonly edits: readonly Edit[];
}

export function plantIn(source: string, { file, from, to }: Edit): string {
  const parts = source.split(from);
  if (parts.length !== 2) throw new Error(`${file} has "${from}" ${parts.length - 1} times: the planted bug has to be written anew.`);
  return parts.join(to);
}

const one = (seed: number, file: string, from: string, to: string): Plant => ({ seed, edits: [{ file, from, to }] });
const ATOMIC = 'db/files/atomic-write.ts';
const TRUST = 'db/update/trust.ts';

export const PLANTS: Readonly<Record<string, Plant>> = {
  'a file is not synced before its rename': one(1, ATOMIC, '    await handle.sync();\n  } finally {\n    await handle.close();\n  }\n  await renameOver', '  } finally {\n    await handle.close();\n  }\n  await renameOver'),
  'a rename is not synced': one(41, ATOMIC, '  await renameOver(temporary, path);\n  await syncFolder(dirname(path));', '  await renameOver(temporary, path);'),
  'a new folder is not synced': one(41, 'db/files/make-folder.ts', 'await syncFolder(dirname(made))', 'await Promise.resolve()'),
  'the timestamp is published first': one(20, 'db/publish/publish.ts', "['targets', 'snapshot', 'root', 'timestamp']", "['timestamp', 'targets', 'snapshot', 'root']"),
  'metadata is published before its files are synced': one(1, 'db/publish/put-target.ts', '    await putInPlace(temporary, targetFileOf(dir, path, target.hashes));', "    await (await import('node:fs/promises')).rename(temporary, targetFileOf(dir, path, target.hashes));"),
  'the hash of a fetched file is not looked at': { seed: 6, edits: [
    { file: 'db/update/fetch-target.ts', from: "    if (!got.whole) throw new CodedError('update-target-changed');\n", to: '' },
    { file: 'db/update/fetch-target.ts', from: '  return fits(hashes, signed);\n}\n\n/** The part file', to: '  return true;\n}\n\n/** The part file' },
  ] },
  'metadata past its date is taken': one(26, TRUST, "Reflect.set(store, 'referenceTime', now);", "Reflect.set(store, 'referenceTime', new Date(0));"),
  'the time is noted before the refresh was good': one(39, 'db/update/look-for-update.ts', '  await trust.refresh();\n', '  await trusted.noteRefresh(trusted.timeFor(now, limits));\n  await trust.refresh();\n'),
  'metadata is kept before it was looked at': one(1, TRUST, "    const bytes = await fetchRole('timestamp', 'timestamp.json', limits.timestampBytes);\n", "    const bytes = await fetchRole('timestamp', 'timestamp.json', limits.timestampBytes);\n    await kept.keep('root', bytes);\n"),
  'signatures are not looked at': one(1, '@tufjs/models/dist/metadata.js', 'if (signingKeys.size < role.threshold) {', 'if (signingKeys.size < 0) {'),
  'a full disk is told as something else': one(3, ATOMIC, "ENOSPC: 'disk-full', EDQUOT", 'EDQUOT'),
  'what a stop leaves behind is never cleared': one(13, 'db/update/leftovers.ts', '  await removeTemporaries(folder);\n', ''),
};
