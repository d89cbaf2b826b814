/** Histories by their seeds; one that breaks is made as short as it goes and still breaks. */
import { Broken } from './checks.ts';
import { drawHistory, type History } from './events.ts';
import { Play } from './play.ts';
import type { World } from './world.ts';

export interface Found {
  readonly seed: number;
  readonly message: string;
  /** The shrunk history, an event a line. */
  readonly events: readonly string[];
}

async function breaks(world: World, history: History, play = new Play(world)): Promise<string | null> {
  try {
    await play.run(history);
    return null;
  } catch (error) {
    if (error instanceof Broken) return error.message;
    throw new Error(`Seed ${history.seed}: the simulation itself failed.`, { cause: error });
  }
}

/** Plays a history that was not drawn; null when all held. `troubled`: events whose trouble came. */
export async function playGiven(world: World, history: History): Promise<{ readonly message: string | null; readonly troubled: number }> {
  const play = new Play(world);
  return { message: await breaks(world, history, play), troubled: play.troubled };
}

/** Leaves out events, the last first, as long as what is left breaks. */
async function shrink(world: World, history: History): Promise<History> {
  let { events } = history;
  for (let index = events.length - 1; index >= 0; index -= 1) {
    const fewer = events.filter((_event, at) => at !== index);
    if (await breaks(world, { ...history, events: fewer }) !== null) events = fewer;
  }
  return { ...history, events };
}

/** Plays one; null when all held. `shrinks` false tells it as it was drawn. */
export async function simulate(world: World, seed: number, { shrinks }: { readonly shrinks: boolean }): Promise<Found | null> {
  const history = drawHistory(seed);
  const message = await breaks(world, history);
  if (message === null) return null;
  const short = shrinks ? await shrink(world, history) : history;
  return { seed, message: (shrinks ? await breaks(world, short) : null) ?? message, events: short.events.map((event) => JSON.stringify(event)) };
}
