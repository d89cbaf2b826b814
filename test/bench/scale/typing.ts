/** Types the recorded queries into something that searches, letter by letter, and takes the time of each answer. */
import { summarize, type Summary } from '../../../scripts/lib/bench.ts';
import { progress } from './part.ts';
import { keystrokesOf, type Query } from './queries.ts';

export interface Typed {
  /** Milliseconds from the question to the answer, of every keystroke that was typed. */
  readonly ms: Summary;
  /**
   * Milliseconds of processor that the thread took for them: what is left of them on a machine that does nothing else.
   * Systems count it by ticks of some milliseconds, so that only the mean is exact.
   */
  readonly cpuMs: { readonly mean: number; readonly p95: number };
  /** Queries typed before the time was over, of all that were asked for. */
  readonly queries: number;
  readonly asked: number;
  /** The slowest answers, for those who want to know why. */
  readonly slowest: readonly { readonly text: string; readonly ms: number; readonly total: number }[];
  /** Sum of all totals: says at a glance whether two runs gave the same answers. */
  readonly totals: number;
}

export interface TypingOptions {
  readonly queries: readonly Query[];
  /** Seconds after which it stops after a whole query; after twice as many it stops within one. */
  readonly seconds: number;
  /** What a query asks: as it is typed by default, or once as a whole. */
  readonly textsOf?: (typed: string) => readonly string[];
}

const WARM_UP = ['nurse', 'elec', 'w'];
const SLOWEST = 8;
const TELL_EVERY_MS = 20_000;

/** Microseconds of processor that this thread has had; of the whole program where Node cannot tell threads apart. */
function processorTime(): number {
  const ofThread: (() => NodeJS.CpuUsage) | undefined = (process as Partial<Pick<NodeJS.Process, 'threadCpuUsage'>>).threadCpuUsage;
  const { user, system } = ofThread ? ofThread() : process.cpuUsage();
  return user + system;
}

/** Each text is asked once, as people type it: what answers had no time to learn it. `search` gives the total of its answer. */
export async function typeAll(search: (text: string, query: Query) => number | Promise<number>, { queries, seconds, textsOf = keystrokesOf }: TypingOptions): Promise<Typed> {
  const warming = performance.now();
  for (const text of WARM_UP) if (performance.now() - warming < seconds * 1000) await search(text, { typed: text, lang: 'en', kind: 'warm-up' });
  const [samples, processor]: [number[], number[]] = [[], []];
  const slowest: { text: string; ms: number; total: number }[] = [];
  const began = performance.now();
  let [told, typed, totals] = [began, 0, 0];
  for (const query of queries) {
    if (performance.now() - began > seconds * 1000) break;
    for (const text of textsOf(query.typed)) {
      if (performance.now() - began > seconds * 2000) break;
      const [start, startCpu] = [performance.now(), processorTime()];
      const total = await search(text, query);
      const ms = performance.now() - start;
      processor.push((processorTime() - startCpu) / 1000);
      samples.push(ms);
      totals += total;
      if (ms > (slowest.at(-1)?.ms ?? 0) || slowest.length < SLOWEST) {
        slowest.push({ text, ms, total });
        slowest.sort((a, b) => b.ms - a.ms).splice(SLOWEST);
      }
    }
    if (performance.now() - began <= seconds * 2000) typed += 1;
    if (performance.now() - told > TELL_EVERY_MS) {
      told = performance.now();
      progress(`${typed} of ${queries.length} queries typed`);
    }
  }
  return { ms: summarize(samples), cpuMs: { mean: processor.reduce((sum, ms) => sum + ms, 0) / processor.length, p95: summarize(processor).p95 }, queries: typed, asked: queries.length, slowest, totals };
}
