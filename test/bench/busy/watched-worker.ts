/**
 * The service's worker with a watch over its thread, for tests and benchmarks: how much of the processor the thread took at a
 * stretch without looking at its messages. Started with both in its environment, as a host keeps no query of an address; answers a word on that channel with a {@link Watched}.
 */
import { BroadcastChannel } from 'node:worker_threads';

export interface Watched {
  /** The longest stretch since the last word, milliseconds: of the processor, and by the clock. */
  readonly cpu: number;
  readonly wall: number;
}

const PULSE_MS = 5;
let watched: Watched = { cpu: 0, wall: 0 };
let [last, at] = [process.threadCpuUsage(), performance.now()];
setInterval(() => {
  const [now, time] = [process.threadCpuUsage(), performance.now()];
  watched = { cpu: Math.max(watched.cpu, (now.user + now.system - last.user - last.system) / 1000), wall: Math.max(watched.wall, time - at - PULSE_MS) };
  [last, at] = [now, time];
}, PULSE_MS).unref();

const channel = new BroadcastChannel(process.env['WAYMARK_WATCHED_CHANNEL'] ?? '');
channel.unref();
channel.onmessage = ({ data }) => {
  if (data !== 'told?') return;
  channel.postMessage(watched);
  watched = { cpu: 0, wall: 0 };
};

await import(process.env['WAYMARK_WATCHED_WORKER'] ?? '');
