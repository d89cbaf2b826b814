/** Plays many histories in threads of their own; gives the first that breaks, with its seed, as short as it could be made. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { History } from './events.ts';
import type { Found } from './simulate.ts';
import type { Answer, GivenAnswer, GivenTask, Task, WorkerData } from './worker.ts';

const AT_ONCE = 25;

export interface Simulation {
  readonly first: number;
  readonly count: number;
  readonly threads?: number;
  /** Name of a bug to plant (`plants.ts`). */
  readonly plant?: string;
  readonly onPlayed?: (played: number) => void;
}
export interface Simulated {
  readonly played: number;
  readonly found: Found | null;
}

const start = (workerData: WorkerData): Worker => new Worker(new URL('./worker.ts', import.meta.url), { workerData, execArgv: ['--disable-warning=ExperimentalWarning'] });

/** Plays histories that were not drawn; an answer for each. */
export async function playHistories(given: readonly History[]): Promise<readonly GivenAnswer[]> {
  const worker = start({});
  try {
    worker.postMessage({ given } satisfies GivenTask);
    const [answers] = await once(worker, 'message') as [readonly GivenAnswer[]];
    return answers;
  } finally {
    await worker.terminate();
  }
}

export async function runSimulation({ first, count, threads = 1, plant, onPlayed }: Simulation): Promise<Simulated> {
  let [next, played, found] = [first, 0, null as Found | null];
  const thread = async (): Promise<void> => {
    const worker = start(plant === undefined ? {} : { plant });
    try {
      while (next < first + count && found === null) {
        const task: Task = { first: next, count: Math.min(AT_ONCE, first + count - next) };
        next += task.count;
        worker.postMessage(task);
        const [answer] = await once(worker, 'message') as [Answer];
        played += answer.played;
        found ??= answer.found;
        onPlayed?.(played);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: threads }, thread));
  return { played, found };
}

/** What broke, so that it can be played again. */
export const tellFound = ({ seed, message, events }: Found): string => `seed ${seed}: ${message}\n  ${events.join('\n  ')}`;
