/** The side of a part: reads its order, says how it goes, answers with what it found and the most memory that it held. */
import { fileURLToPath } from 'node:url';
import { peakOf } from './child.ts';

/** On Linux from /proc: what getrusage tells there begins with what the program that started this one held. */
const peakMegabytes = (): number => peakOf(process.pid) || process.resourceUsage().maxRSS / 1024;
/** Memory that the process holds now, in megabytes. */
export const residentMegabytes = (): number => process.memoryUsage.rss() / 1024 / 1024;

/** A line of progress, shown by whoever started the part. */
export const progress = (text: string): void => void process.stderr.write(`… ${text}\n`);

/** Runs a part when its file is the program that was started; importing it does nothing. */
export async function asPart<O, V>(url: string, action: (order: O) => Promise<V> | V): Promise<void> {
  const [, file, order] = process.argv;
  if (file === undefined || order === undefined || fileURLToPath(url) !== file) return;
  const value = await action(JSON.parse(order) as O);
  process.stdout.write(JSON.stringify({ value, peakMegabytes: peakMegabytes() }));
}
