/** A thread that plays histories, over a client and publisher that see the virtual disk alone. */
import { parentPort, workerData } from 'node:worker_threads';
import './hooks.ts';
import type { History } from './events.ts';
import type { Found } from './simulate.ts';

/** A task: histories from one seed on, so many; the next is begun when the answer is here. */
export interface Task {
  readonly first: number;
  readonly count: number;
}
export interface Answer {
  readonly played: number;
  readonly found: Found | null;
}
/** Histories that were not drawn, to be played one after another. */
export interface GivenTask {
  readonly given: readonly History[];
}
export interface GivenAnswer {
  readonly message: string | null;
  readonly troubled: number;
}
export interface WorkerData {
  readonly plant?: string;
}

// Errors are what a history is full of; where they come from is told by the history itself.
Error.stackTraceLimit = 0;
const { makeWorld } = await import('./world.ts');
const { playGiven, simulate } = await import('./simulate.ts');
const world = await makeWorld();

async function play({ first, count }: Task): Promise<Answer> {
  for (let seed = first; seed < first + count; seed += 1) {
    const found = await simulate(world, seed, { shrinks: (workerData as WorkerData).plant === undefined });
    if (found) return { played: seed - first + 1, found };
  }
  return { played: count, found: null };
}

async function playAll({ given }: GivenTask): Promise<readonly GivenAnswer[]> {
  const answers: GivenAnswer[] = [];
  for (const history of given) answers.push(await playGiven(world, history));
  return answers;
}

parentPort?.on('message', (task: Task | GivenTask) => {
  ('given' in task ? playAll(task) : play(task)).then((answer) => parentPort?.postMessage(answer), (error: unknown) => { throw error; });
});
