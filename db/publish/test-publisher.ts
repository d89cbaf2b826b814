/** A repository with its keys, for tests: made as a publisher makes it, with cheap key files. */
import { join } from 'node:path';
import { composeSnapshot, composeTargets, composeTimestamp } from './compose.ts';
import { createRepository } from './create.ts';
import { addEdition } from './edition.ts';
import { makeKeyFile, openKeyFile } from './key-file.ts';
import type { Step } from './publish.ts';
import { bytesOf, readPublished, readSettings, USUAL_DAYS, writePublished, type RoleName } from './repository.ts';
import { signRole, type OpenedKey } from './sign.ts';

export const PASSPHRASE = 'a passphrase for tests';
export const CHEAP_COST = 1024;

export async function newKey(folder: string, name: string): Promise<OpenedKey> {
  const file = join(folder, `${name}.key.json`);
  await makeKeyFile(file, PASSPHRASE, CHEAP_COST);
  return openKeyFile(file, PASSPHRASE);
}

export interface Publisher {
  readonly dir: string;
  readonly keys: Readonly<Record<'root1' | 'root2' | 'root3' | 'targets' | 'snapshot' | 'timestamp', OpenedKey>>;
  sign(role: RoleName, key: OpenedKey, now?: Date, step?: Step): ReturnType<typeof signRole>;
  /** Adds a pack and signs it through to the timestamp. */
  publish(pack: string, now?: Date, step?: Step): Promise<void>;
}

/** An empty repository in `folder`/repository, public. */
export async function newPublisher(folder: string, { scope = 'us', now = new Date() }: { readonly scope?: string; readonly now?: Date } = {}): Promise<Publisher> {
  const dir = join(folder, 'repository');
  const [root1, root2, root3, targets, snapshot, timestamp] = await Promise.all(
    ['root-1', 'root-2', 'root-3', 'targets', 'snapshot', 'timestamp'].map((name) => newKey(folder, name)),
  );
  if (!root1 || !root2 || !root3 || !targets || !snapshot || !timestamp) throw new Error('A key is missing.');
  const keys = { root1, root2, root3, targets, snapshot, timestamp };
  await createRepository(dir, { name: 'Test updates', scope, days: USUAL_DAYS }, { root: [root1.key, root2.key, root3.key], targets: targets.key, snapshot: snapshot.key, timestamp: timestamp.key }, now);
  const sign: Publisher['sign'] = (role, key, at = now, step) => signRole(dir, role, key, at, step);
  const signThrough = async (at: Date, step?: Step): Promise<void> => {
    await sign('targets', targets, at, step);
    await sign('snapshot', snapshot, at, step);
    await sign('timestamp', timestamp, at, step);
  };
  await sign('root', root1);
  await sign('root', root2);
  await signThrough(now);
  return {
    dir, keys, sign,
    async publish(pack, at = now, step) {
      await addEdition(dir, pack, at, step);
      await signThrough(at, step);
    },
  };
}

/** Publishes targets past the publisher's own checks, as somebody who has stolen the keys of targets, snapshot and timestamp. */
export async function signPast({ dir, keys }: Publisher, files: Parameters<typeof composeTargets>[0], now = new Date()): Promise<void> {
  const settings = await readSettings(dir);
  const published = await readPublished(dir);
  const targets = composeTargets(files, published, settings, now);
  targets.sign((bytes) => keys.targets.sign(bytes));
  const storedTargets = { metadata: targets, bytes: bytesOf(targets) };
  const snapshot = composeSnapshot(storedTargets, published, settings, now);
  snapshot.sign((bytes) => keys.snapshot.sign(bytes));
  const storedSnapshot = { metadata: snapshot, bytes: bytesOf(snapshot) };
  const timestamp = composeTimestamp(storedSnapshot, published, settings, now);
  timestamp.sign((bytes) => keys.timestamp.sign(bytes));
  await writePublished(dir, 'targets', storedTargets);
  await writePublished(dir, 'snapshot', storedSnapshot);
  await writePublished(dir, 'timestamp', { metadata: timestamp, bytes: bytesOf(timestamp) });
}
