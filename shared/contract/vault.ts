/** Methods about the vault as a whole: the encrypted file that holds all student data. */
import { z } from 'zod';
import { ERROR_CODES } from '../kernel/errors.ts';
import { command, done, nothing, query } from './method.ts';
import { text } from './schemas.ts';
import { vaultState } from './app.ts';

const passphrase = z.string().min(1).max(500);
const recoveryCode = text(80);
const writeErrors = ['vault-read-only', 'vault-disk-full', 'vault-open-elsewhere', 'file-write-failed'] as const;

export const backup = z.strictObject({
  id: text(80), madeAt: text(30), bytes: z.number().int(), reason: z.enum(['close', 'migration', 'manual', 'restore']),
});

export const vault = {
  'vault.getState': query({
    input: nothing,
    output: z.strictObject({
      state: vaultState,
      /** Minutes until auto-lock, when unlocked. */
      autoLockMinutes: z.number().int().nullable(),
      /** Why the backup that goes with the last lock could not be made; null when it was, or when nothing was locked. */
      backupProblem: z.enum(ERROR_CODES).nullable(),
    }),
  }),
  'vault.create': command({
    input: z.strictObject({ passphrase }), output: z.strictObject({ recoveryCode }), changes: ['vault', 'students', 'plans'],
    errors: ['vault-exists', 'vault-weak-passphrase', ...writeErrors],
  }),
  'vault.unlock': command({
    input: z.strictObject({ passphrase }), output: done, changes: ['vault', 'students', 'plans'],
    errors: ['vault-missing', 'vault-wrong-passphrase', 'vault-damaged', 'vault-newer', 'vault-migration-failed', ...writeErrors],
  }),
  'vault.unlockWithRecoveryCode': command({
    input: z.strictObject({ recoveryCode, newPassphrase: passphrase }), output: z.strictObject({ recoveryCode }), changes: ['vault', 'students', 'plans'],
    errors: ['vault-missing', 'vault-wrong-recovery-code', 'vault-weak-passphrase', 'vault-damaged', 'vault-newer', 'vault-migration-failed', ...writeErrors],
  }),
  'vault.lock': command({ input: nothing, output: done, changes: ['vault', 'students', 'plans'] }),
  'vault.changePassphrase': command({
    input: z.strictObject({ current: passphrase, next: passphrase }), output: done, changes: ['vault'], needs: 'unlocked vault',
    errors: ['vault-wrong-passphrase', 'vault-weak-passphrase', ...writeErrors],
  }),
  'vault.makeRecoveryCode': command({
    input: z.strictObject({ passphrase }), output: z.strictObject({ recoveryCode }), changes: ['vault'], needs: 'unlocked vault',
    errors: ['vault-wrong-passphrase', ...writeErrors],
  }),
  'vault.backUpNow': command({ input: nothing, output: backup, changes: ['vault'], needs: 'unlocked vault', errors: [...writeErrors] }),
  'vault.listBackups': query({ input: nothing, output: z.strictObject({ backups: z.array(backup) }) }),
  'vault.restoreBackup': command({
    // The present vault is kept beside it as a backup of its own; the restored vault is locked afterwards.
    input: z.strictObject({ id: text(80) }), output: done, changes: ['vault', 'students', 'plans'],
    errors: ['vault-backup-missing', 'vault-backup-damaged', ...writeErrors],
  }),
};
