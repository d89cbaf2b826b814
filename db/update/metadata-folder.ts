/** Metadata that was found trustworthy, kept under unversioned names; each file is the old one or the new one. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomically } from '../files/atomic-write.ts';
import { makeFolder } from '../files/make-folder.ts';
import { metadataFile } from './names.ts';

export interface MetadataFolder {
  /** The kept bytes of a role; null when there are none or they cannot be read: then they are fetched. */
  read(role: string): Promise<Buffer | null>;
  keep(role: string, bytes: Buffer): Promise<void>;
}

export function metadataFolder(folder: string): MetadataFolder {
  return {
    async read(role) {
      const name = metadataFile(role);
      // A disk that takes A for a would give the file of another role.
      const names = await readdir(folder).catch((): string[] => []);
      return names.includes(name) ? readFile(join(folder, name)).catch(() => null) : null;
    },
    async keep(role, bytes) {
      await makeFolder(folder);
      await writeFileAtomically(join(folder, metadataFile(role)), async (file) => { await file.writeFile(bytes); });
    },
  };
}
