/** A vault in a throw-away folder: made, refused to a second program, locked, opened again, unreadable to others. */
import { randomBytes } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '../../shared/kernel/errors.ts';
import { expectThat } from '../../shared/kernel/check.ts';
import type { Check } from '../../shared/kernel/check.ts';
import { openVaultFolder } from '../vault/vault.ts';

const PASSPHRASE = 'a self-test tells true from false';

/** The code that an action is refused with, or 'done'. */
async function codeOf(action: () => Promise<unknown>): Promise<string> {
  try {
    await action();
    return 'done';
  } catch (error) {
    if (error instanceof CodedError) return error.code;
    throw error;
  }
}

export const vaultCheck = (folder: string): Check => ({
  name: 'a vault opened twice',
  run: async () => {
    const world = { now: () => new Date().toISOString(), newId: () => randomBytes(16).toString('base64url') };
    const [first, second] = [openVaultFolder(folder, world), openVaultFolder(folder, world)];
    try {
      await first.create(PASSPHRASE);
      expectThat((await codeOf(() => second.unlock(PASSPHRASE))) === 'vault-open-elsewhere', 'a second program opened the same vault');
      await first.lock();
      expectThat((await codeOf(() => second.unlock(`${PASSPHRASE}!`))) === 'vault-wrong-passphrase', 'a wrong passphrase was not refused');
      const startedAt = performance.now();
      expectThat((await codeOf(() => second.unlock(PASSPHRASE))) === 'done' && second.state() === 'unlocked', 'the vault did not open again');
      const tookMs = Math.round(performance.now() - startedAt);
      await second.lock();
      for (const file of await readdir(first.paths.vault, { withFileTypes: true })) {
        const bytes = file.isFile() ? await readFile(join(file.parentPath, file.name)) : Buffer.alloc(0);
        expectThat(!bytes.subarray(0, 16).toString('latin1').startsWith('SQLite format 3'), 'the vault is not encrypted');
      }
      return `opened again in ${tookMs} ms with scrypt of full cost`;
    } finally {
      await first.lock();
      await second.lock();
    }
  },
});
