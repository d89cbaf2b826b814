/** Handlers over the vault as a whole. */
import type { ErrorCode } from '../../../shared/kernel/errors.ts';
import type { Vault } from '../../../db/vault/vault.ts';
import type { Handlers } from '../dispatcher.ts';

type VaultHandlers = Pick<Handlers, Extract<keyof Handlers, `vault.${string}`>>;

export interface VaultContext {
  readonly vault: Vault;
  readonly autoLockMinutes: () => number;
  /** Locks and remembers whether the backup that goes with it could be made. */
  readonly lock: () => Promise<void>;
  readonly backupProblem: () => ErrorCode | null;
  /** To be called after anything that may have changed the state. */
  readonly announce: () => void;
}

export function vaultHandlers({ vault, autoLockMinutes, lock, backupProblem, announce }: VaultContext): VaultHandlers {
  /** Failures too may change the state: a restore that is refused late leaves the vault locked. */
  const announcing = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } finally {
      announce();
    }
  };
  return {
    'vault.getState': () => {
      const state = vault.state();
      return { state, autoLockMinutes: state === 'unlocked' ? autoLockMinutes() : null, backupProblem: backupProblem() };
    },
    'vault.create': ({ passphrase }) => announcing(vault.create(passphrase)),
    'vault.unlock': async ({ passphrase }) => {
      await announcing(vault.unlock(passphrase));
      return {};
    },
    'vault.unlockWithRecoveryCode': ({ recoveryCode, newPassphrase }) => announcing(vault.unlockWithRecoveryCode(recoveryCode, newPassphrase)),
    'vault.lock': async () => {
      await lock();
      return {};
    },
    'vault.changePassphrase': async ({ current, next }) => {
      await vault.changePassphrase(current, next);
      return {};
    },
    'vault.makeRecoveryCode': ({ passphrase }) => vault.makeRecoveryCode(passphrase),
    'vault.backUpNow': () => vault.backUp(),
    'vault.listBackups': async () => ({ backups: await vault.listBackups() }),
    'vault.restoreBackup': async ({ id }) => {
      await announcing(vault.restore(id));
      return {};
    },
  };
}
