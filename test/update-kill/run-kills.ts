/**
 * Ends a real `waymark update` by the system at moments nobody chose, over HTTPS and from a folder. After each kill the data folder
 * has to be read and hold an edition that was signed, not older than the one before; the next run of a copy has to give the newest.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { seededRandom } from '../../db/pack/test-edition.ts';
import { lockFileOf } from '../../db/update/update-lock.ts';
import { updateReference } from '../../db/update/update-reference.ts';
import { digestInUse, makeScene, startHost, type Scene } from './scene.ts';

const MAIN = fileURLToPath(new URL('../../db/cli/main.ts', import.meta.url));
const WAYS = ['https', 'folder'] as const;
export type Way = (typeof WAYS)[number];

export interface KillReport {
  readonly kills: Readonly<Record<Way, number>>;
  /** Runs that were done before they could be ended. */
  readonly done: number;
  /** Kills after which the new edition was in use already. */
  readonly switched: number;
  readonly reopenMs: readonly number[];
}

interface Run {
  readonly scene: Scene;
  readonly from: string;
  readonly rootFile: string;
  readonly dataDir: string;
  /** Place of the edition that was in use when it was looked at last. */
  rank: number;
}

/** Runs the command; ended `ms` after it has begun to work, or not at all. */
async function runUpdate({ scene, from, rootFile, dataDir }: Run, ms: number | null): Promise<{ readonly isKilled: boolean; readonly workedMs: number | null }> {
  // The lock is the first thing that an update makes; one of a run before tells nothing.
  const lock = lockFileOf(dataDir);
  await rm(lock, { force: true });
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, 'update', '--from', from, '--data', dataDir, '--json'], {
      stdio: 'ignore', env: { ...process.env, NODE_EXTRA_CA_CERTS: rootFile, WAYMARK_RESOURCES: scene.resourcesDir },
    });
    let begun: number | null = null;
    let timer: NodeJS.Timeout | undefined;
    const watch = setInterval(() => {
      if (begun !== null || !existsSync(lock)) return;
      begun = performance.now();
      if (ms !== null) timer = setTimeout(() => { child.kill('SIGKILL'); }, ms);
    }, 1);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearInterval(watch);
      clearTimeout(timer);
      if (signal === null && code !== 0) reject(new Error(`waymark update ended with ${String(code)}`));
      else resolve({ isKilled: signal !== null, workedMs: begun === null ? null : performance.now() - begun });
    });
  });
}

/** The next run, on a copy, so that the same folder can be killed in again. */
async function checkNextRun(folder: string, { scene, dataDir }: Run): Promise<void> {
  const copy = join(folder, 'copy');
  await cp(dataDir, copy, { recursive: true });
  const report = await updateReference({ from: scene.publisher.dir, dataDir: copy, resourcesDir: scene.resourcesDir, fetch, now: new Date() });
  const [found, newest] = [await digestInUse(copy, scene.resourcesDir), scene.digests.at(-1)];
  if (found !== newest || !['updated', 'up-to-date'].includes(report.outcome)) throw new Error(`the next run is ${report.outcome}: ${JSON.stringify(report.problems)}`);
  await rm(copy, { recursive: true, force: true });
}

/** Kills until `kills` have hit. Throws at the first data folder that is not as it should be. */
export async function runKills(kills: number, seed: number): Promise<KillReport> {
  const random = seededRandom(seed);
  const folder = await mkdtemp(join(tmpdir(), 'waymark update kill ñ '));
  const scene = await makeScene(folder);
  const host = await startHost(folder, scene.publisher.dir);
  const count: Record<Way, number> = { https: 0, folder: 0 };
  const reopenMs: number[] = [];
  let [done, switched] = [0, 0];
  try {
    const runIn = (way: Way, dataDir: string): Run => ({ scene, from: way === 'https' ? host.address : scene.publisher.dir, rootFile: host.rootFile, dataDir, rank: 0 });
    const usual: Record<Way, number> = { https: 0, folder: 0 };
    for (const way of WAYS) usual[way] = (await runUpdate(runIn(way, join(folder, `usual ${way}`)), null)).workedMs ?? 100;
    const running = new Map<Way, Run>();
    for (let turn = 0; count.https + count.folder < kills; turn += 1) {
      const way = WAYS[turn % WAYS.length] ?? 'folder';
      const run = running.get(way) ?? runIn(way, join(folder, `data ${turn}`));
      running.set(way, run);
      const { isKilled } = await runUpdate(run, random() * usual[way]);
      const start = performance.now();
      const rank = scene.digests.indexOf(await digestInUse(run.dataDir, scene.resourcesDir));
      reopenMs.push(performance.now() - start);
      if (rank < 0) throw new Error(`an edition is in use after kill ${count.https + count.folder} of seed ${seed} that nobody has signed`);
      if (rank < run.rank) throw new Error(`edition ${rank} is in use after kill ${count.https + count.folder} of seed ${seed} although ${run.rank} was`);
      run.rank = rank;
      const isNewest = rank === scene.digests.length - 1;
      if (isKilled) {
        count[way] += 1;
        if (isNewest) switched += 1;
        await checkNextRun(folder, run);
      } else done += 1;
      // What is up to date has nothing left to be ended in: the next turn begins with what ships.
      if (!isKilled || isNewest) {
        running.delete(way);
        await rm(run.dataDir, { recursive: true, force: true });
      }
    }
    return { kills: count, done, switched, reopenMs };
  } finally {
    await host.close();
    await rm(folder, { recursive: true, force: true });
  }
}
