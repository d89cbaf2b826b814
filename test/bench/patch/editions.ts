/** Packs of generated editions: a first one and what follows it. */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writePack } from '../../../db/pack/pack-writer.ts';
import { readStarter } from '../../../db/pack/starter.ts';
import { changesOf, giantSource } from '../giant/source.ts';
import { step } from './measured.ts';

export interface Made {
  readonly credentials: number;
  /** Share of the credentials that differ from one edition to the next, from 0 to 1. */
  readonly share: number;
  /** How many editions after the first one. */
  readonly editions: number;
}

const resources = fileURLToPath(new URL('../../../resources', import.meta.url));

/** Writes the pack of an edition. */
export async function editionPack(out: string, { credentials, share, editions }: Made): Promise<void> {
  const starter = await readStarter({ starterDir: join(resources, 'starter'), rubricsDir: join(resources, 'rubrics') });
  const change = editions > 0 ? changesOf(share, editions) : null;
  await writePack({ rows: giantSource({ starter, credentials, change, edition: `2027-0${editions + 1}` }), out });
}

/** Path of an edition's pack: one that lies in the folder already, or made now in a process of its own. */
export async function packOf(folder: string, made: Made): Promise<string> {
  const { credentials, share, editions } = made;
  await mkdir(folder, { recursive: true });
  const path = join(folder, editions === 0 ? `giant-${credentials}.pack` : `giant-${credentials}-${share}-${editions}.pack`);
  if (!existsSync(path)) await step('edition', path, JSON.stringify(made));
  return path;
}
