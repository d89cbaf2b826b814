/**
 * Kills a program that writes to a vault, again and again, at moments nobody chose, and looks whether the vault still
 * holds every step that was acknowledged. What this cannot show is a power cut: the operating system survives here. For
 * that the vault writes with synchronous=FULL, which connection.test.ts asserts.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { CHEAP, makeTestFolder, openAgain, PASSPHRASE } from '../../db/vault/testing.ts';
import type { TestFolder } from '../../db/vault/testing.ts';
import type { Vault } from '../../db/vault/vault.ts';
import { dumpAll, makeStepWorld, performStep } from './script.ts';

const EDITOR = fileURLToPath(new URL('./editor.ts', import.meta.url));
/** Kills in a row that one vault goes through. */
const KILLS_PER_VAULT = 10;

export interface KillReport {
  readonly kills: number;
  /** Steps that were acknowledged and are there. */
  readonly acknowledged: number;
  /** Kills between a commit and its acknowledgement: the step is there though nobody was told. */
  readonly unacknowledged: number;
  /** Kills before the vault was unlocked again. */
  readonly beforeReady: number;
  /** Time to unlock after each kill. */
  readonly reopenMs: readonly number[];
}

interface Editor {
  readonly dir: string;
  readonly seed: number;
  readonly first: number;
  readonly boasts: boolean;
}

/** Starts the editor, kills it, and gives back the first step that was not acknowledged. */
async function killOnce({ dir, seed, first, boasts }: Editor, random: () => number): Promise<{ readonly next: number; readonly ready: boolean }> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', EDITOR, dir, String(seed), String(first), boasts ? 'boast' : ''], { stdio: ['ignore', 'pipe', 'pipe'] });
  let next = first;
  let ready = false;
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => { complaint += chunk.toString(); });
  const kill = (): void => void child.kill('SIGKILL');
  // One in eight dies while it starts and unlocks; the others after some steps, and a moment more.
  const early = random() < 1 / 8;
  const after = Math.floor(random() * 90);
  const moment = random() * 4;
  if (early) setTimeout(kill, random() * 300);
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    if (line === 'ready') ready = true;
    else if (Number(line) === next) next += 1;
    else complaint += `step ${line} was acknowledged after step ${next - 1}`;
    if (!early && ready && next - first === after) setTimeout(kill, moment);
  });
  const ended = await new Promise<NodeJS.Signals | number | null>((resolve) => {
    let left = 2;
    let how: NodeJS.Signals | number | null = null;
    const one = (): void => { left -= 1; if (left === 0) resolve(how); };
    child.on('exit', (code, signal) => { how = signal ?? code; one(); });
    lines.on('close', one);
  });
  if (complaint !== '' || (ended !== 'SIGKILL' && process.platform !== 'win32')) throw new Error(`the editor ended by itself (${String(ended)}): ${complaint}`);
  return { next, ready };
}

/** What a vault that nobody killed holds after the same steps. */
interface Replay {
  readonly vault: Vault;
  /** Goes on to the given number of steps and tells what is there. */
  dumpAt(steps: number): string;
}
async function startReplay(folder: TestFolder, seed: number): Promise<Replay> {
  const world = makeStepWorld();
  const vault = openAgain(folder.dir, world);
  await vault.create(PASSPHRASE, CHEAP);
  let done = 0;
  return {
    vault,
    dumpAt: (steps) => {
      for (; done < steps; done += 1) performStep(vault, world, seed, done);
      return dumpAll(vault);
    },
  };
}

/** A new folder, or folders, that go away whatever happens. */
async function withFolders<T>(work: (killed: TestFolder, replayed: TestFolder) => Promise<T>): Promise<T> {
  const [killed, replayed] = [await makeTestFolder(), await makeTestFolder()];
  try {
    return await work(killed, replayed);
  } finally {
    await killed.remove();
    await replayed.remove();
  }
}

/** A generator of numbers in [0, 1) by a seed. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Kills `kills` times. Throws at the first vault that does not open, or holds anything else than its steps. `boasts` is for the harness's own test. */
export async function runKills(kills: number, seed: number, { boasts = false }: { readonly boasts?: boolean } = {}): Promise<KillReport> {
  const random = seeded(seed);
  const reopenMs: number[] = [];
  let [acknowledged, unacknowledged, beforeReady] = [0, 0, 0];
  for (let done = 0; done < kills; done += KILLS_PER_VAULT) {
    const own = seed + done;
    await withFolders(async (killed, replayed) => {
      const replay = await startReplay(replayed, own);
      const first = openAgain(killed.dir, makeStepWorld());
      await first.create(PASSPHRASE, CHEAP);
      await first.lock();
      let steps = 0;
      for (let kill = done; kill < Math.min(kills, done + KILLS_PER_VAULT); kill += 1) {
        const { next, ready } = await killOnce({ dir: killed.dir, seed: own, first: steps, boasts }, random);
        const vault = openAgain(killed.dir, makeStepWorld());
        const start = performance.now();
        await vault.unlock(PASSPHRASE);
        reopenMs.push(performance.now() - start);
        const there = dumpAll(vault);
        acknowledged += next - steps;
        steps = next;
        if (there !== replay.dumpAt(next)) {
          // The step that was under way is there whole, or not at all.
          if (there !== replay.dumpAt(next + 1)) throw new Error(`kill ${kill} of seed ${seed}: the vault is not what ${next} or ${next + 1} steps make`);
          unacknowledged += 1;
          steps = next + 1;
        }
        if (!ready) beforeReady += 1;
        await vault.lock();
      }
      await replay.vault.lock();
    });
  }
  return { kills, acknowledged, unacknowledged, beforeReady, reopenMs };
}
