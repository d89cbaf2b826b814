/**
 * The client's side of The Update Framework (specification 1.0.31, chapter 5): brings trusted metadata up to date, step by
 * step, and finds signed files. What is trusted is decided by the store of tuf-js; fetching, keeping and the clock are here.
 */
import type { TargetFile } from '@tufjs/models';
import { EqualVersionError } from 'tuf-js/dist/error.js';
import { TrustedMetadataStore } from 'tuf-js/dist/store.js';
import { CodedError } from '../../shared/kernel/errors.ts';
import type { MetadataFolder } from './metadata-folder.ts';
import { roleInAddress } from './names.ts';
import { receiveBytes, type Receiving } from './receive.ts';
import { refusalOf, toldRole } from './refusal.ts';
import { withRetries } from './retry.ts';

type Targets = NonNullable<ReturnType<TrustedMetadataStore['getRole']>>;

export interface Trust {
  /** Steps 5.3 to 5.6: root, timestamp, snapshot, top-level targets. */
  refresh(): Promise<void>;
  /** Step 5.7: the signed file of a path, by depth-first search; null when no role has it. Refreshes first where that was not done. */
  find(path: string): Promise<TargetFile | null>;
  /** How the repository names files: with the hash before the name, or plainly. */
  readonly consistentSnapshot: boolean;
  /** When the trusted timestamp ends, or null when there is none. */
  readonly expires: string | null;
}

/** A store that trusts one root, at a time of our choice (steps 5.1 and 5.2). Errors: update-root-invalid. */
export function trustRoot(bytes: Buffer, now: Date): TrustedMetadataStore {
  try {
    const store = new TrustedMetadataStore(bytes);
    // The store takes the system's time when it is made; ours comes in as a port. It has no setter for it.
    if (!Reflect.has(store, 'referenceTime')) throw new TypeError('The store keeps its time elsewhere.');
    Reflect.set(store, 'referenceTime', now);
    return store;
  } catch (cause) {
    throw new CodedError('update-root-invalid', {}, { cause });
  }
}

const isMissing = (error: unknown): boolean => error instanceof CodedError && error.code === 'update-missing';

/** Errors: update-root-invalid. `base` is where metadata is, from the base of the origin, ending with a slash or empty. */
export async function openTrust(
  { kept, receiving, now, base }: { readonly kept: MetadataFolder; readonly receiving: Receiving; readonly now: Date; readonly base: string },
): Promise<Trust> {
  const { limits } = receiving;
  const initial = await kept.read('root');
  if (initial === null) throw new CodedError('update-root-invalid');
  const store = trustRoot(initial, now);
  const fetch = (name: string, ceiling: number) => withRetries(limits, receiving.signal, () => receiveBytes(receiving, `${base}${name}`, ceiling));
  /** Metadata that is not there is told by its role. */
  const fetchRole = (role: string, name: string, ceiling: number) => fetch(name, ceiling).catch((error: unknown) => {
    throw isMissing(error) ? new CodedError('update-missing', { role: toldRole(role) }, { cause: error }) : error;
  });
  /** Looks at bytes; a web page in place of metadata (a portal that lies about its type) is told as what it is. */
  const look = (role: string, bytes: Buffer, action: () => void): void => {
    try {
      action();
    } catch (error) {
      if (error instanceof EqualVersionError) throw error;
      throw /^\s*</.test(bytes.toString('latin1', 0, 64)) ? new CodedError('update-captive-portal', {}, { cause: error }) : refusalOf(error, role);
    }
  };

  /** 5.3: every root in turn, each signed by the one before and by itself. */
  async function refreshRoot(): Promise<void> {
    const first = store.root.signed.version + 1;
    for (let version = first; version < first + limits.rootSteps; version += 1) {
      let bytes: Buffer;
      try {
        bytes = await fetch(`${version}.root.json`, limits.rootBytes);
      } catch (error) {
        if (isMissing(error)) return;
        throw error;
      }
      look('root', bytes, () => { store.updateRoot(bytes); });
      await kept.keep('root', bytes);
    }
  }

  /** 5.4: what is kept only guards against going back; it may be past its date. */
  async function refreshTimestamp(): Promise<void> {
    const before = await kept.read('timestamp');
    try {
      if (before !== null) store.updateTimestamp(before);
    } catch {
      // Expired, of another key, or damaged: the fetched one is judged by itself.
    }
    const bytes = await fetchRole('timestamp', 'timestamp.json', limits.timestampBytes);
    try {
      look('timestamp', bytes, () => { store.updateTimestamp(bytes); });
    } catch (error) {
      // 5.4.3: the same version again is no news, whatever its content.
      if (error instanceof EqualVersionError) return;
      throw error;
    }
    await kept.keep('timestamp', bytes);
  }

  const prefix = (version: number): string => (store.root.signed.consistentSnapshot ? `${version}.` : '');

  /** 5.5 */
  async function refreshSnapshot(): Promise<void> {
    const before = await kept.read('snapshot');
    try {
      if (before !== null) {
        store.updateSnapshot(before, true);
        return;
      }
    } catch {
      // Not the one of the timestamp, or past its date; it has served to guard against going back.
    }
    const meta = store.timestamp?.signed.snapshotMeta;
    if (meta === undefined) throw new CodedError('update-metadata-invalid', { role: 'timestamp' });
    const bytes = await fetchRole('snapshot', `${prefix(meta.version)}snapshot.json`, Math.min(meta.length ?? Infinity, limits.snapshotBytes));
    look('snapshot', bytes, () => { store.updateSnapshot(bytes); });
    await kept.keep('snapshot', bytes);
  }

  /** 5.6, for the top-level role and every delegated one. */
  async function loadTargets(role: string, delegator: string): Promise<Targets | undefined> {
    const loaded = store.getRole(role);
    if (loaded !== undefined) {
      // Another role may delegate to the same name with other keys.
      const by = store.getRole(delegator);
      if (by === undefined) throw new CodedError('update-metadata-invalid', { role: 'delegated' });
      look(role, Buffer.alloc(0), () => { by.verifyDelegate(role, loaded); });
      return loaded;
    }
    const before = await kept.read(role);
    try {
      if (before !== null) {
        store.updateDelegatedTargets(before, role, delegator);
        return store.getRole(role);
      }
    } catch {
      // Another version, or past its date.
    }
    const listed = store.snapshot?.signed.meta ?? {};
    const meta = Object.hasOwn(listed, `${role}.json`) ? listed[`${role}.json`] : undefined;
    if (meta === undefined) throw new CodedError('update-mixed', { role: toldRole(role) });
    const name = `${prefix(meta.version)}${roleInAddress(role)}.json`;
    const bytes = await fetchRole(role, name, Math.min(meta.length ?? Infinity, limits.targetsBytes));
    look(role, bytes, () => { store.updateDelegatedTargets(bytes, role, delegator); });
    await kept.keep(role, bytes);
    return store.getRole(role);
  }

  async function refresh(): Promise<void> {
    await refreshRoot();
    await refreshTimestamp();
    await refreshSnapshot();
    await loadTargets('targets', 'root');
  }

  /** 5.6.7: in the order in which roles are named, each before those it delegates to; a terminating one ends the search. */
  async function find(path: string): Promise<TargetFile | null> {
    if (store.targets === undefined) await refresh();
    const visited = new Set<string>();
    const waiting = [{ role: 'targets', delegator: 'root' }];
    for (let next = waiting.pop(); next !== undefined && visited.size <= limits.roles; next = waiting.pop()) {
      const { role, delegator } = next;
      if (visited.has(role)) continue;
      const signed = (await loadTargets(role, delegator))?.signed;
      if (signed === undefined) continue;
      if (Object.hasOwn(signed.targets, path)) return signed.targets[path] ?? null;
      visited.add(role);
      const children: { role: string; delegator: string }[] = [];
      for (const child of signed.delegations?.rolesForTarget(path) ?? []) {
        children.push({ role: child.role, delegator: role });
        if (!child.terminating) continue;
        waiting.length = 0;
        break;
      }
      waiting.push(...children.reverse());
    }
    return null;
  }

  return {
    refresh, find,
    get consistentSnapshot() { return store.root.signed.consistentSnapshot; },
    get expires() { return store.timestamp?.signed.expires ?? null; },
  };
}
