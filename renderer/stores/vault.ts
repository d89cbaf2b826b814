/**
 * The vault as a whole: making, opening and closing it, its secrets and its backups. A passphrase
 * passes through and is kept nowhere; a recovery code is held only until the person says it is safe.
 */
import { create } from 'zustand';
import type { OutputOf } from '../../shared/contract/index.ts';
import { call } from '../client/client.ts';
import { onChanged, onVaultLocked, selectVault, useApp } from './app.ts';
import { createAsker, IDLE } from './request.ts';
import type { Failure, Request } from './request.ts';

export type Backup = OutputOf<'vault.listBackups'>['backups'][number];
/** What the person asked for; each has its own busy and failed state. */
export type VaultTask = 'create' | 'unlock' | 'recover' | 'lock' | 'change-passphrase' | 'new-code' | 'back-up' | 'restore';

interface VaultPage {
  /** Whether the dialog that makes or opens the vault is open. */
  readonly dialog: boolean;
  readonly busy: VaultTask | null;
  readonly failed: { readonly task: VaultTask; readonly failure: Failure } | null;
  /** The task that was done last, for the line that says so. */
  readonly done: VaultTask | null;
  /** A recovery code that nobody has written down yet, and what made it. */
  readonly newCode: { readonly code: string; readonly from: 'create' | 'recover' | 'new-code' } | null;
  /** The vault was locked before the person said that the code is safe. */
  readonly codeLost: boolean;
  /** Why it is locked: nobody did anything for these minutes. */
  readonly lockedAfterMinutes: number | null;
  readonly backups: Request<OutputOf<'vault.listBackups'>>;
  /** State as the service tells it, with what went wrong with the last backup. */
  readonly state: Request<OutputOf<'vault.getState'>>;
}

const START: VaultPage = {
  dialog: false, busy: null, failed: null, done: null, newCode: null, codeLost: false, lockedAfterMinutes: null, backups: IDLE, state: IDLE,
};
export const useVault = create<VaultPage>(() => START);
const { getState: get, setState: set } = useVault;

const backups = createAsker('vault.listBackups', () => get().backups, (request) => set({ backups: request }));
const state = createAsker('vault.getState', () => get().state, (request) => set({ state: request }));

/** Opens the dialog that makes the vault or unlocks it, whichever is due. */
export const openVault = (): void => set({ dialog: true, failed: null, done: null });
export const closeVaultDialog = (): void => set({ dialog: false, failed: null });
export const forgetVaultFailure = (): void => set({ failed: null, done: null });

type Reply = { readonly ok: true } | ({ readonly ok: false } & Failure);

/** Runs one task at a time; true when it was done. */
async function run<R extends Reply>(task: VaultTask, ask: () => Promise<R>, done: (reply: Extract<R, { ok: true }>) => void): Promise<boolean> {
  if (get().busy !== null) return false;
  set({ busy: task, failed: null, done: null });
  const reply = await ask();
  if (reply.ok) {
    set({ busy: null, done: task });
    done(reply as Extract<R, { ok: true }>);
    return true;
  }
  set({ busy: null, failed: { task, failure: { code: reply.code, params: reply.params } } });
  return false;
}

const opened = { dialog: false, lockedAfterMinutes: null } as const;

export const createVault = (passphrase: string): Promise<boolean> =>
  run('create', () => call('vault.create', { passphrase }), ({ value }) => set({ ...opened, codeLost: false, newCode: { code: value.recoveryCode, from: 'create' } }));

export const unlockVault = (passphrase: string): Promise<boolean> =>
  run('unlock', () => call('vault.unlock', { passphrase }), () => set(opened));

export const recoverVault = (recoveryCode: string, newPassphrase: string): Promise<boolean> =>
  run('recover', () => call('vault.unlockWithRecoveryCode', { recoveryCode, newPassphrase }), ({ value }) =>
    set({ ...opened, codeLost: false, newCode: { code: value.recoveryCode, from: 'recover' } }));

/** Locks; the page is told at once, while the backup that goes with it may still be made. So nothing waits for this. */
export async function lockVault(): Promise<boolean> {
  if (selectVault(useApp.getState()) !== 'unlocked') return false;
  const reply = await call('vault.lock', {});
  if (!reply.ok) set({ failed: { task: 'lock', failure: { code: reply.code, params: reply.params } } });
  return reply.ok;
}

export const changePassphrase = (current: string, next: string): Promise<boolean> =>
  run('change-passphrase', () => call('vault.changePassphrase', { current, next }), () => undefined);

export const makeRecoveryCode = (passphrase: string): Promise<boolean> =>
  run('new-code', () => call('vault.makeRecoveryCode', { passphrase }), ({ value }) => set({ codeLost: false, newCode: { code: value.recoveryCode, from: 'new-code' } }));

/** The person has printed or written the code down: it is forgotten here. */
export const keepRecoveryCode = (): void => set({ newCode: null });

export const backUpNow = (): Promise<boolean> =>
  run('back-up', () => call('vault.backUpNow', {}), () => void loadBackups());

export const loadBackups = async (): Promise<void> => { await Promise.all([backups.ask({}), state.ask({})]); };

/** Puts a backup in the vault's place; the present one is kept beside it, and the restored one is locked. */
export const restoreBackup = (id: string): Promise<boolean> =>
  run('restore', () => call('vault.restoreBackup', { id }), () => void loadBackups());

/** Told by the watch of activity when the service locks by itself. */
export const noteAutoLock = (minutes: number): void => set({ lockedAfterMinutes: minutes });

onVaultLocked(() => set((page) => ({
  newCode: null, codeLost: page.codeLost || page.newCode !== null, dialog: page.dialog && page.busy !== null,
  ...(page.busy === null ? { failed: null, done: null } : {}),
})));
onChanged((kinds) => {
  if (kinds.includes('vault') && get().backups.status !== 'idle') void loadBackups();
});
