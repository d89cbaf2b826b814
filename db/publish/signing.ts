/** Who has signed what, and who still has to. */
import type { Metadata, Root } from '@tufjs/models';
import type { RoleKinds, RoleName, Store, Stored } from './repository.ts';

const isSignedBy = (delegator: Metadata<Root>, role: RoleName, metadata: RoleKinds[RoleName]): boolean => {
  try {
    delegator.verifyDelegate(role, metadata);
    return true;
  } catch {
    return false;
  }
};

/** The roots whose threshold metadata of a role has to reach: a new root needs the one before it as well as itself. */
export function delegators(role: RoleName, published: Store, staged: Store): Metadata<Root>[] {
  const [before, next] = [published.root?.metadata, staged.root?.metadata];
  if (role === 'root') return [before, next].filter((root) => root !== undefined);
  // A role's keys may be changed by the root that waits; until that is signed, the one in force decides.
  const isNextSigned = next !== undefined && [before, next].every((root) => root === undefined || isSignedBy(root, 'root', next));
  const inForce = isNextSigned ? next : before;
  return inForce === undefined ? [] : [inForce];
}

export interface Signatures {
  readonly isWhole: boolean;
  /** Keys that have signed rightly, and those that may still do. */
  readonly signed: readonly string[];
  readonly waiting: readonly string[];
  readonly threshold: number;
}

export function signaturesOf<R extends RoleName>(role: R, { metadata }: Stored<R>, published: Store, staged: Store): Signatures {
  const by = delegators(role, published, staged);
  const asked = new Set(by.flatMap((root) => root.signed.roles[role]?.keyIDs ?? []));
  const signed = [...asked].filter((keyid) => {
    const key = by.map((root) => root.signed.keys[keyid]).find((each) => each !== undefined);
    try {
      key?.verifySignature(metadata);
      return key !== undefined;
    } catch {
      return false;
    }
  });
  return {
    isWhole: by.length > 0 && by.every((root) => isSignedBy(root, role, metadata)), signed,
    waiting: [...asked].filter((keyid) => !signed.includes(keyid)),
    threshold: Math.max(0, ...by.map((root) => root.signed.roles[role]?.threshold ?? 0)),
  };
}

/** What clients would see if all that is fully signed were published. */
export function whole(published: Store, staged: Store): Store {
  const choose = <R extends RoleName>(role: R): Stored<R> | null => {
    const next: Stored<R> | null = staged[role];
    return next !== null && signaturesOf(role, next, published, staged).isWhole ? next : published[role];
  };
  return { root: choose('root'), targets: choose('targets'), snapshot: choose('snapshot'), timestamp: choose('timestamp') };
}
