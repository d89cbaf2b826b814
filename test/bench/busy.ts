/**
 * What a search waits for while the service has other work: an update by patch that is fetched and built, a pack that is built, a file of a school's own
 * entries that is taken in. `--size` credentials are in use (185,000 by default), `--work` keeps packs and databases.
 */
import { copyFile, link, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { REFERENCE_FOLDER } from '../../db/reference/ensure-reference.ts';
import { placePublisher } from '../../electron/service/test-stick.ts';
import { lineOf, type Series } from '../../scripts/lib/bench.ts';
import { DIST, RESOURCES } from '../../scripts/lib/paths.ts';
import { MOST_ENTRIES, type OverlayFile } from '../../shared/contract/overlay.ts';
import { startWatched, type WatchedService } from './busy/watched-service.ts';
import { packOf } from './patch/editions.ts';
import { makeEdition } from './scale/edition.ts';
import { keystrokesOf, readQueries } from './scale/queries.ts';
import { LIMIT } from './scale/service.ts';

export const name = 'busy';
export const takesFlags = true;
export const onlyNamed = true;

const CHANGED = 0.02;
const MOST_MS = 50;
const AREA = '39';
const IDLE_MS = 15_000;
/** A file is taken in sooner than a few searches are answered, so it is taken in again and again. */
const IMPORTS = 12;

/** A data folder of its own over the edition that lies in another one. */
async function dataFolder(of: string, folder: string): Promise<string> {
  const [from, to] = [join(of, REFERENCE_FOLDER), join(folder, 'data', REFERENCE_FOLDER)];
  await mkdir(to, { recursive: true });
  for (const file of readdirSync(from)) await (file.endsWith('.json') ? copyFile : link)(join(from, file), join(to, file));
  return join(folder, 'data');
}

/** As many entries as a file may have. */
function ownEntries(): OverlayFile {
  const entries = Array.from({ length: MOST_ENTRIES }, (_, at) => ({
    id: `entry${at}`, kind: 'contact' as const, credentialId: null, credentialName: null, topic: 'other' as const, name: `Office ${at}`, phone: '614-555-0100', hours: '', web: '', note: 'Ask for the list of dates.',
    checkedOn: '2026-11-20', checkedBy: '', school: 'West High', changedAt: '2026-11-20T09:00:00.000Z',
  }));
  return { format: 'waymark-overlay', version: 1, school: 'West High', madeOn: '2026-11-20', entries };
}

/** Types all the while the work goes on, each letter as soon as the one before is answered. */
async function during(service: WatchedService, what: string, letters: Iterator<string>, work: () => Promise<unknown>): Promise<Series> {
  const samples: number[] = [];
  let isOver = false;
  await service.stretch();
  const began = performance.now();
  const working = work().finally(() => { isOver = true; });
  // Told where it is awaited.
  working.catch(() => undefined);
  let away = { cpu: 0, wall: 0 };
  for (;;) {
    const [text, start] = [String(letters.next().value), performance.now()];
    await service.call('reference.search', { text, areaId: AREA, lang: 'en', limit: LIMIT });
    const ms = performance.now() - start;
    const { cpu, wall } = await service.stretch();
    // The one that the end of the work falls into may be answered out of the new edition: told apart.
    if (isOver) {
      process.stdout.write(`  ${what}: over after ${((performance.now() - began) / 1000).toFixed(1)} s; the search at that moment ${ms.toFixed(1)} ms\n`);
      break;
    }
    samples.push(ms);
    away = { cpu: Math.max(away.cpu, cpu), wall: Math.max(away.wall, wall) };
  }
  await working;
  const late = samples.filter((ms) => ms > MOST_MS).length;
  const series = { label: what, unit: 'ms', samples };
  process.stdout.write(`${lineOf(series)}; ${late} over ${MOST_MS} ms; longest stretch of the thread ${away.wall.toFixed(1)} ms, ${away.cpu.toFixed(1)} ms of the processor\n`);
  return series;
}

function* lettersForEver(): Generator<string, never> {
  const letters = readQueries().flatMap(({ typed }) => keystrokesOf(typed));
  for (let at = 0; ; at += 1) yield letters[at % letters.length] ?? '';
}

async function measure(folder: string, size: number, work: string): Promise<readonly Series[]> {
  const edition = await makeEdition(size, { work, reuse: true });
  const later = await packOf(work, { credentials: size, share: CHANGED, editions: 1 });
  const dataDir = await dataFolder(edition.dataDir, folder);
  const publisher = await placePublisher(folder, dataDir);
  for (const pack of [edition.pack.path, later]) await publisher.publish(pack);
  const file = join(folder, 'own.json');
  await writeFile(file, JSON.stringify(ownEntries()));
  const service = await startWatched(pathToFileURL(join(DIST, 'service', 'worker.js')), { dataDir, resourcesDir: RESOURCES }, { pack: later, folder: publisher.dir, file });
  const letters = lettersForEver();
  try {
    for (const text of ['nurse', 'elec', 'w']) await service.call('reference.search', { text, areaId: AREA, lang: 'en', limit: LIMIT });
    const idle = await during(service, 'with nothing else to do', letters, () => new Promise((done) => { setTimeout(done, IDLE_MS); }));
    const taken = await during(service, 'while a file of own entries is taken in', letters, async () => {
      for (let run = 0; run < IMPORTS; run += 1) {
        await service.call('overlay.importFile', { handle: 'file' });
        await service.call('overlay.undo', {});
      }
    });
    const fetched = await during(service, 'while an update by patch is made ready', letters, async () => {
      const { found } = await service.call('updates.check', { folder: 'folder' });
      if (found?.way !== 'patch') throw new Error(`found ${JSON.stringify(found)}`);
      const { ready } = await service.call('updates.fetch', {});
      if (ready === null) throw new Error('the update was not made ready');
    });
    await service.call('updates.cancel', {});
    const built = await during(service, 'while a pack is made ready', letters, () => service.call('packs.install', { handle: 'pack' }));
    return [idle, taken, fetched, built];
  } finally {
    await service.stop();
  }
}

export async function run(flags: readonly string[]): Promise<readonly Series[]> {
  const { values } = parseArgs({ args: [...flags], options: { size: { type: 'string', default: '185000' }, work: { type: 'string', default: join(tmpdir(), 'waymark scale') } } });
  const work = resolve(values.work);
  await mkdir(work, { recursive: true });
  // On the same disk, so that databases can be linked.
  const folder = await mkdtemp(join(work, 'busy '));
  try {
    return await measure(folder, Number(values.size), work);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
