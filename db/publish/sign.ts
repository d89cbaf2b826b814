/** Signs metadata of one role with one key, and publishes when that was the last signature needed. */
import { CodedError } from '../../shared/kernel/errors.ts';
import { composeRoot, composeSnapshot, composeTargets, composeTimestamp, rolesOf, saysOf } from './compose.ts';
import type { openKeyFile } from './key-file.ts';
import { publishWhole, type Step } from './publish.ts';
import { readPublished, readSettings, readStaged, writeStaged, type RepositorySettings, type RoleKinds, type RoleName, type Store } from './repository.ts';
import { delegators, signaturesOf, whole } from './signing.ts';

export type OpenedKey = Awaited<ReturnType<typeof openKeyFile>>;

/** What waits, unless it is past its date by now: no client would take it, so it is made anew and signed from the start. */
const stillGood = <R extends RoleName>(waits: Store[R], now: Date): RoleKinds[R] | undefined => (waits === null || waits.metadata.signed.isExpired(now) ? undefined : waits.metadata);

/** What is to be signed: what waits, else the same again with a new date; snapshot and timestamp follow what is signed above them. */
function toSign(role: RoleName, published: Store, staged: Store, settings: RepositorySettings, now: Date): RoleKinds[RoleName] {
  if (role === 'root') {
    const root = staged.root ?? published.root;
    if (root === null) throw new CodedError('repository-missing');
    return stillGood<'root'>(staged.root, now) ?? composeRoot(rolesOf(root.metadata), published, settings, now);
  }
  const all = whole(published, staged);
  if (role === 'targets') {
    const targets = staged.targets ?? published.targets;
    if (targets === null) throw new CodedError('repository-missing');
    return stillGood<'targets'>(staged.targets, now) ?? composeTargets(targets.metadata.signed.targets, published, settings, now);
  }
  if (all.targets === null || (staged.targets !== null && all.targets !== staged.targets)) throw new CodedError('repository-unsigned', { role: 'targets' });
  if (role === 'snapshot') {
    const waits = stillGood<'snapshot'>(staged.snapshot, now);
    return waits && saysOf(waits.signed.meta['targets.json'], all.targets) ? waits : composeSnapshot(all.targets, published, settings, now);
  }
  if (all.snapshot === null || !saysOf(all.snapshot.metadata.signed.meta['targets.json'], all.targets)) throw new CodedError('repository-unsigned', { role: 'snapshot' });
  const waits = stillGood<'timestamp'>(staged.timestamp, now);
  return waits && saysOf(waits.signed.snapshotMeta, all.snapshot) ? waits : composeTimestamp(all.snapshot, published, settings, now);
}

export interface SignOutcome {
  /** Roles that became public by this signature. */
  readonly published: readonly RoleName[];
  /** Signatures of the role so far, while it waits for more. */
  readonly signed: number;
  readonly threshold: number;
}

/** Errors: repository-missing, repository-damaged, repository-unsigned (another role comes first), repository-key-stranger, and those of writing. */
export async function signRole(dir: string, role: RoleName, { key, sign }: OpenedKey, now: Date, step: Step = () => undefined): Promise<SignOutcome> {
  const settings = await readSettings(dir);
  await publishWhole(dir, now, step);
  const published = await readPublished(dir);
  const staged = await readStaged(dir, published);
  const metadata = toSign(role, published, staged, settings, now);
  // A first root names its own signers.
  const by = role === 'root' && published.root === null && staged.root ? [staged.root.metadata] : delegators(role, published, staged);
  if (by.length === 0) throw new CodedError('repository-unsigned', { role: 'root' });
  if (!by.some((root) => root.signed.roles[role]?.keyIDs.includes(key.keyID))) throw new CodedError('repository-key-stranger', { role });
  metadata.sign((bytes) => sign(bytes));
  step(`stage ${role}`);
  await writeStaged(dir, role, metadata);
  const after = await readStaged(dir, published);
  const stored = after[role];
  const { signed, threshold } = stored ? signaturesOf(role, stored, published, after) : { signed: [], threshold: 0 };
  return { published: await publishWhole(dir, now, step), signed: signed.length, threshold };
}
