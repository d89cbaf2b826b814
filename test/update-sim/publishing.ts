/** The publisher of a history: does what one at the desk does, and after a stop goes on with it. */
import { CodedError } from '../../shared/kernel/errors.ts';
import { composeTargets } from '../../db/publish/compose.ts';
import { addEdition } from '../../db/publish/edition.ts';
import { publishWhole } from '../../db/publish/publish.ts';
import { putTarget } from '../../db/publish/put-target.ts';
import { readPublished, readSettings, readStaged, writeStaged } from '../../db/publish/repository.ts';
import { signRole } from '../../db/publish/sign.ts';
import { REPOSITORY, type World } from './world.ts';

/** Targets that wait are signed, then what says of them; what is signed already is signed again with a new date. */
async function signThrough({ publisher: { keys } }: World, now: Date, roles: readonly ('targets' | 'snapshot' | 'timestamp')[]): Promise<void> {
  for (const role of roles) await signRole(REPOSITORY, role, keys[role], now);
}

/** By mistake the newest patches are other bytes than they should be; they are signed all the same. */
async function spoilPatches(now: Date): Promise<void> {
  const published = await readPublished(REPOSITORY);
  const files = { ...(await readStaged(REPOSITORY, published)).targets?.metadata.signed.targets };
  for (const path of Object.keys(files).filter((each) => each.endsWith('.patch'))) {
    files[path] = await putTarget(REPOSITORY, path, async (temporary) => {
      const { writeFileAtomically } = await import('../../db/files/atomic-write.ts');
      await writeFileAtomically(temporary, (file) => file.writeFile('no patch'));
    });
  }
  await writeStaged(REPOSITORY, 'targets', composeTargets(files, published, await readSettings(REPOSITORY), now));
}

/** Adds the edition of this rank, if it is not there yet, and signs all through. */
export async function publishEdition(world: World, rank: number, now: Date, { spoils = false } = {}): Promise<void> {
  const edition = world.editions[rank];
  if (edition === undefined) throw new Error(`There is no edition ${rank}.`);
  try {
    await addEdition(REPOSITORY, edition.pack, now);
    if (spoils) await spoilPatches(now);
  } catch (error) {
    if (!(error instanceof CodedError) || error.code !== 'repository-edition-known') throw error;
    // It was added before a stop; maybe all of it is public already.
    await publishWhole(REPOSITORY, now);
  }
  await signThrough(world, now, ['targets', 'snapshot', 'timestamp']);
}

/** New dates for what is public. */
export const renew = (world: World, now: Date): Promise<void> => signThrough(world, now, ['targets', 'snapshot', 'timestamp']);
