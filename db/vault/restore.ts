/** Putting a backup in the vault's place. What was there becomes a backup itself, whatever state it is in. */
import { copyFile, open } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '../../shared/kernel/errors.ts';
import { syncFolder } from '../files/atomic-write.ts';
import { matchesManifest, parseBackupName, readManifest, writeManifest } from './backup-files.ts';
import { checkCopy, freeBackupName, thinBackups } from './backups.ts';
import { FILES, makePrivateFolder, makeTemporary, moveFolder, removeFolder, type VaultPaths } from './folder.ts';
import { readFirstHeader, writeHeaders, type VaultHeader } from './header.ts';
import type { VaultWorld } from './handles.ts';
import { toVaultError } from './vault-errors.ts';

const headersIn = (folder: string): string[] => [join(folder, FILES.header), join(folder, FILES.headerCopy)];

async function headerOrNull(folder: string): Promise<VaultHeader | null> {
  try {
    return (await readFirstHeader(headersIn(folder))).header;
  } catch (error) {
    if (error instanceof CodedError && ['vault-damaged', 'vault-newer'].includes(error.code)) return null;
    throw error;
  }
}

/** The header to restore with: of one and the same vault, the present one, whose passphrase the person uses now. */
async function chooseHeader(paths: VaultPaths, folder: string): Promise<VaultHeader> {
  const own = await headerOrNull(folder);
  if (own === null) throw new CodedError('vault-backup-damaged');
  const present = await headerOrNull(paths.vault);
  return present?.vaultId === own.vaultId ? present : own;
}

async function copySynced(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  const file = await open(to, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A complete vault from the backup, in a temporary folder. */
async function prepare(paths: VaultPaths, folder: string, world: VaultWorld, known: { readonly vaultId: string; readonly dataKey: Buffer } | null): Promise<string> {
  const manifest = await readManifest(folder);
  if (manifest === null) throw new CodedError('vault-backup-damaged');
  const header = await chooseHeader(paths, folder);
  const making = await makeTemporary(paths, world.newId());
  try {
    for (const { name } of manifest.files) {
      if (!existsSync(join(folder, name))) throw new CodedError('vault-backup-damaged');
      await copySynced(join(folder, name), join(making, name));
    }
    if (!(await matchesManifest(making, manifest))) throw new CodedError('vault-backup-damaged');
    // A vault that was set aside as it stood is given back as it stood; a real backup must be sound.
    if (manifest.revision !== null && known?.vaultId === header.vaultId) checkCopy(join(making, FILES.database), known.dataKey);
    await writeHeaders(headersIn(making), header);
    await syncFolder(making);
    return making;
  } catch (error) {
    await removeFolder(making);
    throw error;
  }
}

/**
 * Restores backup `id`, with the folder's lock held. `closeVault` is called when a complete copy stands ready: until then
 * the vault stays open and untouched. The old vault moves among the backups (reason 'restore') between two renames; a crash
 * there is finished at the next start, see folder.ts. `known` is the key of the vault that was open, to look deeper.
 * Errors: vault-backup-missing, vault-backup-damaged, vault-disk-full, vault-read-only.
 */
export async function restoreBackup(
  paths: VaultPaths, id: string, world: VaultWorld,
  { known, closeVault }: { readonly known: { readonly vaultId: string; readonly dataKey: Buffer } | null; readonly closeVault: () => void },
): Promise<void> {
  const folder = join(paths.backups, id);
  if (parseBackupName(id) === null || !existsSync(folder)) throw new CodedError('vault-backup-missing');
  try {
    const making = await prepare(paths, folder, world, known);
    closeVault();
    await moveFolder(making, paths.next, [paths.dir]);
    if (existsSync(paths.vault)) {
      await makePrivateFolder(paths.backups);
      await writeManifest(paths.vault, { revision: null, vaultId: (await headerOrNull(paths.vault))?.vaultId ?? null });
      await moveFolder(paths.vault, join(paths.backups, freeBackupName(paths.backups, world.now(), 'restore')), [paths.backups, paths.dir]);
    }
    await moveFolder(paths.next, paths.vault, [paths.dir]);
    await thinBackups(paths.backups);
  } catch (error) {
    throw toVaultError(error);
  }
}
