/** What a folder of `backups/` is called and what its manifest says. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { nodeErrorCode, writeFileAtomically } from '../files/atomic-write.ts';
import { FILES, namesIn } from './folder.ts';

export const BACKUP_REASONS = ['close', 'migration', 'manual', 'restore'] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];

/** One backup, as it is listed. `bytes` is what it takes on the disk. */
export interface BackupInfo {
  readonly id: string; readonly madeAt: string; readonly bytes: number; readonly reason: BackupReason;
}

const NAME = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z(?:-\d{1,3})?-(close|migration|manual|restore)$/;

/** The name for a backup of that instant; `repeat` tells apart two of one millisecond. */
export function backupName(now: string, reason: BackupReason, repeat = 0): string {
  return `${now.replace(/[:.]/g, '-')}${repeat === 0 ? '' : `-${repeat}`}-${reason}`;
}

/** When and why, from a name; null for a folder that is no backup, and for anything that is not a plain name. */
export function parseBackupName(name: string): { readonly madeAt: string; readonly reason: BackupReason } | null {
  const found = NAME.exec(name);
  if (!found) return null;
  const [, day, hours, minutes, seconds, milliseconds, reason] = found;
  return { madeAt: `${day}T${hours}:${minutes}:${seconds}.${milliseconds}Z`, reason: reason as BackupReason };
}

const manifest = z.strictObject({
  format: z.literal('waymark-backup'),
  version: z.literal(1),
  /** The vault's revision at that time; null for a vault that was set aside without being opened. */
  revision: z.string().max(80).nullable(),
  vaultId: z.string().max(80).nullable(),
  files: z.array(z.strictObject({ name: z.enum([FILES.database, FILES.journal]), bytes: z.number().int(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
});
export type BackupManifest = Readonly<z.infer<typeof manifest>>;

/** The manifest, or null when there is none that can be understood. */
export async function readManifest(folder: string): Promise<BackupManifest | null> {
  try {
    return manifest.parse(JSON.parse(await readFile(join(folder, FILES.manifest), 'utf8')));
  } catch (error) {
    const code = nodeErrorCode(error);
    if (code !== null && code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
    return null;
  }
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

async function describeFiles(folder: string): Promise<BackupManifest['files']> {
  const names = new Set(await readdir(folder));
  const found = ([FILES.database, FILES.journal] as const).filter((name) => names.has(name));
  return Promise.all(found.map(async (name) => ({ name, bytes: (await stat(join(folder, name))).size, sha256: await sha256Of(join(folder, name)) })));
}

/** Describes the database files in `folder`, so that a changed byte is seen later without any key. */
export async function writeManifest(folder: string, { revision, vaultId }: Pick<BackupManifest, 'revision' | 'vaultId'>): Promise<void> {
  const content: BackupManifest = { format: 'waymark-backup', version: 1, revision, vaultId, files: await describeFiles(folder) };
  await writeFileAtomically(join(folder, FILES.manifest), async (file) => { await file.writeFile(`${JSON.stringify(content, null, 2)}\n`); }, { mode: 0o600 });
}

/** True when the files in `folder` are exactly those of the manifest. */
export async function matchesManifest(folder: string, { files }: BackupManifest): Promise<boolean> {
  const present = await describeFiles(folder);
  return files.length > 0 && JSON.stringify(present) === JSON.stringify(files);
}

async function bytesIn(folder: string): Promise<number> {
  const sizes = await Promise.all((await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** All backups, newest first; also those that somebody copied in. */
export async function listBackups(backups: string): Promise<BackupInfo[]> {
  const names = await namesIn(backups);
  const found = names.flatMap((id) => {
    const parsed = parseBackupName(id);
    return parsed ? [{ id, ...parsed }] : [];
  });
  const sized = await Promise.all(found.map(async (each) => ({ ...each, bytes: await bytesIn(join(backups, each.id)).catch(() => 0) })));
  return sized.map(({ id, madeAt, bytes, reason }) => ({ id, madeAt, bytes, reason })).sort((a, b) => (a.id < b.id ? 1 : -1));
}
