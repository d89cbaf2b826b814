/** An edition as large as the country: made, opened and searched, at three sizes, beside other ways to search the same documents. `--sizes`, `--engines`, `--work`, `--out` and more: scale/options.ts. */
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import type { Series } from '../../scripts/lib/bench.ts';
import { DIST, RESOURCES } from '../../scripts/lib/paths.ts';
import { runPart } from './scale/child.ts';
import { makeEdition, type Edition } from './scale/edition.ts';
import { engineIndexTable, engineSearchTable } from './scale/engine-tables.ts';
import { measureEngine, type EngineFigures } from './scale/measure-engines.ts';
import { readOptions, type ScaleOptions } from './scale/options.ts';
import { editionTable, memoryTable, searchTable, type OwnFigures } from './scale/own-tables.ts';
import { lossesTable, measureRelevance, relevanceTable } from './scale/relevance.ts';
import type { ServiceFigures, ServiceOrder } from './scale/service.ts';
import { asMarkdown, asText, countOf, type Table } from './scale/tables.ts';

export const name = 'scale';
export const takesFlags = true;
export const onlyNamed = true;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function measureOwn(edition: Edition, { queries, searchSeconds }: ScaleOptions): Promise<OwnFigures> {
  const service = (mode: ServiceOrder['mode']) => runPart<ServiceFigures>('./service.ts', {
    mode, dataDir: edition.dataDir, resourcesDir: RESOURCES, worker: join(DIST, 'service', 'worker.js'), queries, seconds: searchSeconds,
  } satisfies ServiceOrder, { timeoutSeconds: searchSeconds * 2 + 600 });
  say('  searching, in the service thread');
  const thread = await service('thread');
  say('  searching, there and back');
  return { edition, thread, roundTrip: await service('round-trip') };
}

/** The machine, and how busy it was with other things when the run began. */
function machine(): string {
  const [cpu] = cpus();
  return `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpu?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB of memory, load ${loadavg().map((each) => each.toFixed(1)).join(' ')} at the start.`;
}

export async function run(flags: readonly string[]): Promise<readonly Series[]> {
  const options = readOptions(flags);
  const where = machine();
  say(`  ${where}\n  work folder: ${options.work}`);
  const tables: Table[] = [];
  const tell = (table: Table): void => { tables.push(table); say(asText(table)); };
  const own: OwnFigures[] = [];
  const others: EngineFigures[] = [];
  let smallest: Edition | null = null;
  for (const size of options.sizes) {
    say(`  ${countOf(size)} credentials`);
    const edition = await makeEdition(size, options);
    smallest ??= edition;
    for (const engine of options.engines) if (engine !== 'ours') others.push(await measureEngine(engine, edition, options, (text) => say(`  ${text}`)));
    if (options.engines.includes('ours')) own.push(await measureOwn(edition, options));
  }
  if (own.length > 0) for (const table of [editionTable, searchTable, memoryTable]) tell(table(own));
  if (others.length > 0) for (const table of [engineIndexTable, engineSearchTable]) tell(table(others, own));
  if (options.relevance && smallest) {
    const graded = await measureRelevance(smallest, options, (text) => say(`  ${text}`));
    tell(relevanceTable(graded, smallest));
    if (options.losses) tell(lossesTable(graded));
  }
  if (options.out !== null) {
    await mkdir(dirname(options.out), { recursive: true });
    await writeFile(options.out, [`Measured with ${where}`, '', ...tables.map(asMarkdown)].join('\n'));
  }
  const failed = own.flatMap(({ thread, roundTrip }) => [thread.failure, roundTrip.failure]).filter((failure) => failure !== '');
  if (failed.length > 0) throw new Error(`The service did not answer to the end: ${failed.join('; ')}`);
  return [];
}
