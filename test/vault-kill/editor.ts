/**
 * The program that is killed. `editor.ts FOLDER SEED FIRST-STEP`: unlocks, then makes one step after another and says each on
 * its standard output once it is on the disk. With `boast` as a last word it says each step before it is made: a vault that
 * lost acknowledged edits would look like that, and the harness must notice.
 */
import { writeSync } from 'node:fs';
import { openAgain, PASSPHRASE } from '../../db/vault/testing.ts';
import { makeStepWorld, performStep } from './script.ts';

const STDOUT = 1;

/** Returns when the operating system has taken the line: from then on it is read even if this process is dead. */
function say(line: string): void {
  for (;;) {
    try {
      writeSync(STDOUT, `${line}\n`);
      return;
    } catch (error) {
      // A full pipe: the harness is behind.
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
    }
  }
}

const [dir, seed, first] = [process.argv[2] ?? '', Number(process.argv[3]), Number(process.argv[4])];
const boasts = process.argv[5] === 'boast';
const world = makeStepWorld();
world.begin(first);
const vault = openAgain(dir, world);
await vault.unlock(PASSPHRASE);
say('ready');
for (let step = first; ; step += 1) {
  if (boasts) say(String(step));
  performStep(vault, world, seed, step);
  if (!boasts) say(String(step));
  // Backups, locking and unlocking are interrupted too.
  if (step % 23 === 22) await vault.backUp();
  if (step % 61 === 60) {
    await vault.lock();
    await vault.unlock(PASSPHRASE);
  }
}
