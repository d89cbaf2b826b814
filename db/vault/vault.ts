/** The vault as the service uses it: one folder, locked or unlocked. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { CodedError, type ErrorCode } from '../../shared/kernel/errors.ts';
import { syncFolder } from '../files/atomic-write.ts';
import { listBackups, type BackupInfo } from './backup-files.ts';
import { openForWork } from './connection.ts';
import { checkWritable, FILES, makePrivateFolder, makeTemporary, moveFolder, pathsOf, removeFolder, settle, takeLock, vaultExists, type VaultPaths } from './folder.ts';
import type { VaultReader, VaultWorld, VaultWriter } from './handles.ts';
import { makeHeader, openSlot, withSlot, writeHeaders, type Slot, type VaultHeader } from './header.ts';
import { KEY_BYTES, PRODUCTION_COST, type ScryptCost } from './key-wrap.ts';
import { migrate, type Migration } from './migrate.ts';
import { MIGRATIONS } from './migrations/released.ts';
import type { History, Settled, Written } from './open-vault.ts';
import { checkPassphrase, normalizePassphrase } from './passphrase.ts';
import { makeRecoveryCode, normalizeRecoveryCode } from './recovery-code.ts';
import { restoreBackup } from './restore.ts';
import { backUpSession, closeDatabase, commitHeader, findHeader, mendHeaders, openSession, type Session, type SessionSetting } from './session.ts';
import { toVaultError } from './vault-errors.ts';

/** The vault is locked whatever happens; a backup that could not be made is told by its code. */
export interface LockOutcome {
  readonly backup: BackupInfo | null;
  readonly problem: ErrorCode | null;
}
/** A recovery code as it is printed; it exists nowhere else. */
export interface NewRecoveryCode { readonly recoveryCode: string }

export class Vault {
  /** Where everything is, for the page that says what is stored on this machine. */
  readonly paths: VaultPaths;
  readonly #setting: SessionSetting;
  #session: Session | null = null;
  #tail: Promise<unknown> = Promise.resolve();

  constructor(setting: SessionSetting) {
    this.#setting = setting;
    this.paths = setting.paths;
  }

  state(): 'none' | 'locked' | 'unlocked' {
    if (this.#session) return 'unlocked';
    return vaultExists(this.paths) ? 'locked' : 'none';
  }

  /**
   * Makes a vault and leaves it unlocked. `scryptCost` is for tests: it is kept in the vault's header and nothing else
   * can lower it. Errors: vault-exists, vault-weak-passphrase, vault-read-only, vault-disk-full, vault-open-elsewhere.
   */
  create(passphrase: string, { scryptCost = PRODUCTION_COST }: { readonly scryptCost?: ScryptCost } = {}): Promise<NewRecoveryCode> {
    return this.#alone(async () => {
      checkPassphrase(passphrase);
      if (this.state() !== 'none') throw new CodedError('vault-exists');
      await makePrivateFolder(this.paths.dir);
      const release = await takeLock(this.paths);
      const dataKey = randomBytes(KEY_BYTES);
      const recoveryCode = makeRecoveryCode();
      let header: VaultHeader;
      try {
        await settle(this.paths);
        if (vaultExists(this.paths)) throw new CodedError('vault-exists');
        header = await makeHeader(dataKey, {
          vaultId: this.#setting.world.newId(), createdAt: this.#setting.world.now(), passphrase: normalizePassphrase(passphrase), recoveryCode, cost: scryptCost,
        });
        await this.#make(dataKey, header);
      } catch (error) {
        dataKey.fill(0);
        release();
        throw error;
      }
      this.#session = await openSession(this.#setting, { dataKey, header, release });
      return { recoveryCode };
    });
  }

  /** Errors: vault-missing, vault-wrong-passphrase, vault-damaged, vault-newer, vault-migration-failed, vault-read-only, vault-disk-full, vault-open-elsewhere. */
  unlock(passphrase: string): Promise<void> {
    return this.#alone(async () => {
      await this.#open('passphrase', normalizePassphrase(passphrase));
    });
  }

  /**
   * Unlocks with the recovery code and puts a new passphrase and a new code in force together. Errors: as unlock, with
   * vault-wrong-recovery-code {reason} instead of the passphrase, and vault-weak-passphrase.
   */
  unlockWithRecoveryCode(code: string, newPassphrase: string): Promise<NewRecoveryCode> {
    return this.#alone(async () => {
      checkPassphrase(newPassphrase);
      const wasOpen = this.#session !== null;
      const session = await this.#open('recoveryCode', normalizeRecoveryCode(code));
      try {
        const recoveryCode = makeRecoveryCode();
        const next = await withSlot(session.header, 'passphrase', session.dataKey, normalizePassphrase(newPassphrase));
        await this.#commit(session, await withSlot(next, 'recoveryCode', session.dataKey, recoveryCode));
        return { recoveryCode };
      } catch (error) {
        if (!wasOpen) this.#close(session);
        throw error;
      }
    });
  }

  /**
   * Makes a backup if something changed, closes the database and forgets the key. Does nothing when locked already.
   * `onLocked` is called when nothing can be read any more, before the backup takes its time.
   */
  lock(onLocked: () => void = () => undefined): Promise<LockOutcome> {
    return this.#alone(async () => {
      const session = this.#session;
      if (!session) return { backup: null, problem: null };
      // From here on nothing is read or written any more.
      this.#session = null;
      try {
        onLocked();
        return { backup: await backUpSession(this.paths, session, this.#setting.world.now(), 'close'), problem: null };
      } catch (error) {
        const known = toVaultError(error);
        return { backup: null, problem: known instanceof CodedError ? known.code : 'internal' };
      } finally {
        this.#close(session);
      }
    });
  }

  /** Errors: vault-locked, vault-wrong-passphrase, vault-weak-passphrase, vault-read-only, vault-disk-full. */
  changePassphrase(current: string, next: string): Promise<void> {
    return this.#alone(async () => {
      const session = this.#need();
      checkPassphrase(next);
      (await this.#verify(session.header, 'passphrase', normalizePassphrase(current))).fill(0);
      await this.#commit(session, await withSlot(session.header, 'passphrase', session.dataKey, normalizePassphrase(next)));
    });
  }

  /** A new recovery code; the old one opens nothing afterwards. Errors: vault-locked, vault-wrong-passphrase, vault-read-only, vault-disk-full. */
  makeRecoveryCode(passphrase: string): Promise<NewRecoveryCode> {
    return this.#alone(async () => {
      const session = this.#need();
      (await this.#verify(session.header, 'passphrase', normalizePassphrase(passphrase))).fill(0);
      const recoveryCode = makeRecoveryCode();
      await this.#commit(session, await withSlot(session.header, 'recoveryCode', session.dataKey, recoveryCode));
      return { recoveryCode };
    });
  }

  /** Errors: vault-locked, vault-read-only, vault-disk-full, vault-backup-damaged. */
  backUp(): Promise<BackupInfo> {
    return this.#alone(() => backUpSession(this.paths, this.#need(), this.#setting.world.now(), 'manual'));
  }

  /** Newest first. Needs no key. */
  listBackups(): Promise<BackupInfo[]> {
    return listBackups(this.paths.backups);
  }

  /**
   * Puts a backup in the vault's place; the present vault is kept as a backup of its own, and the restored one is locked.
   * A backup of the present vault opens with its present passphrase, another one with the passphrase of its time.
   * Errors: vault-backup-missing, vault-backup-damaged, vault-read-only, vault-disk-full, vault-open-elsewhere.
   */
  restore(id: string): Promise<void> {
    return this.#alone(async () => {
      const session = this.#session;
      await makePrivateFolder(this.paths.dir);
      const release = session?.release ?? (await takeLock(this.paths));
      const known = session && { vaultId: session.header.vaultId, dataKey: Buffer.from(session.dataKey) };
      const closeVault = (): void => {
        this.#session = null;
        if (session) closeDatabase(session);
      };
      try {
        if (!session) await settle(this.paths);
        await restoreBackup(this.paths, id, this.#setting.world, { known, closeVault });
      } finally {
        known?.dataKey.fill(0);
        // A backup that was refused leaves an open vault open.
        if (this.#session === null) release();
      }
    });
  }

  /** Errors: vault-locked, and what `ask` throws. */
  read<T>(ask: (reader: VaultReader) => T): T {
    return this.#need().vault.read(ask);
  }

  /** One command, one transaction, one undo. Errors: vault-locked, vault-disk-full, vault-read-only, conflict, and what `run` throws. */
  write<T>(operation: string, run: (writer: VaultWriter) => Settled<T>): Written<Settled<T>> {
    return this.#need().vault.write<T>(operation, run);
  }

  history(): History {
    return this.#need().vault.history();
  }

  /** Takes the newest command back; `value` is its name. Errors: vault-locked, nothing-to-undo, conflict. */
  undo(): Written<string> {
    return this.#need().vault.step('undo');
  }

  /** Does again what was undone last. Errors: vault-locked, nothing-to-redo, conflict. */
  redo(): Written<string> {
    return this.#need().vault.step('redo');
  }

  /** Runs what touches files or the key one after the other. */
  #alone<T>(run: () => Promise<T>): Promise<T> {
    const result = this.#tail.then(run);
    this.#tail = result.catch(() => undefined);
    return result.catch((error: unknown) => { throw toVaultError(error); });
  }

  #need(): Session {
    if (!this.#session) throw new CodedError('vault-locked');
    return this.#session;
  }

  #close(session: Session): void {
    this.#session = null;
    closeDatabase(session);
    session.release();
  }

  /** Database and header in a temporary folder, which becomes the vault by one rename. */
  async #make(dataKey: Buffer, header: VaultHeader): Promise<void> {
    const { world, migrations, paths } = this.#setting;
    const making = await makeTemporary(paths, world.newId());
    try {
      const database = openForWork(join(making, FILES.database), dataKey, { create: true });
      try {
        await migrate(database, migrations, () => Promise.resolve());
      } finally {
        database.close();
      }
      await writeHeaders([join(making, FILES.header), join(making, FILES.headerCopy)], header);
      await syncFolder(making);
      await moveFolder(making, paths.vault, [paths.dir]);
    } catch (error) {
      await removeFolder(making);
      throw error;
    }
  }

  async #verify(header: VaultHeader, slot: Slot, secret: string): Promise<Buffer> {
    const dataKey = await openSlot(header, slot, secret);
    if (dataKey) return dataKey;
    throw slot === 'passphrase' ? new CodedError('vault-wrong-passphrase') : new CodedError('vault-wrong-recovery-code', { reason: 'other' });
  }

  /** The session, opened with a secret; of an open vault the secret is only verified. */
  async #open(slot: Slot, secret: string): Promise<Session> {
    if (this.#session) {
      (await this.#verify(this.#session.header, slot, secret)).fill(0);
      return this.#session;
    }
    if (this.state() === 'none') throw new CodedError('vault-missing');
    const release = await takeLock(this.paths);
    let dataKey: Buffer;
    let header: VaultHeader;
    try {
      await settle(this.paths);
      await checkWritable([this.paths.vault, join(this.paths.vault, FILES.database)]);
      header = await findHeader(this.paths);
      dataKey = await this.#verify(header, slot, secret);
    } catch (error) {
      release();
      throw error;
    }
    const session = await openSession(this.#setting, { dataKey, header, release });
    this.#session = session;
    await mendHeaders(this.paths, header);
    return session;
  }

  async #commit(session: Session, header: VaultHeader): Promise<void> {
    await commitHeader(this.paths, header);
    this.#session = { ...session, header };
  }
}

/**
 * The vault whose files are, or will be, in `dir`: `vault/`, `backups/` and a lock file. Opens nothing.
 * `migrations` is for tests of the runner.
 */
export function openVaultFolder(dir: string, world: VaultWorld, { migrations = MIGRATIONS }: { readonly migrations?: readonly Migration[] } = {}): Vault {
  return new Vault({ paths: pathsOf(dir), world, migrations });
}
