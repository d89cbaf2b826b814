/** The service as the page meets it: in its worker thread, over the starter that was built. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { startServiceClient } from '../../electron/host/service-client.ts';
import type { ServiceClient } from '../../electron/host/service-client.ts';
import { CAPABILITIES, PASSPHRASE, recordHost } from '../../electron/service/testing.ts';
import type { InputOf, MethodName, OutputOf } from '../../shared/contract/index.ts';
import { time } from '../../scripts/lib/bench.ts';
import type { Series } from '../../scripts/lib/bench.ts';
import { DIST, RESOURCES } from '../../scripts/lib/paths.ts';

export const name = 'service';

/** What people type, each also as its beginnings: a search runs at every keystroke. */
const WORDS = ['electrician', 'comptia security', 'nurse', 'soldador', 'cosmetolgy', 'commercial driver', '29-1141', 'food'];
const KEYSTROKES = WORDS.flatMap((word) => Array.from(word, (_, at) => word.slice(0, at + 1)));
const AREAS = ['39', '06', '48', '36', '12', '17', '42', '13'];

/** Starts as a host starts it. `checkOutputs` is off, as in the app that ships. */
const start = (dataDir: string): Promise<ServiceClient> =>
  startServiceClient(pathToFileURL(join(DIST, 'service', 'worker.js')), { dataDir, resourcesDir: RESOURCES, version: '0', checkOutputs: false, capabilities: CAPABILITIES }, { ports: recordHost().ports, fetch }, () => undefined);

async function call<N extends MethodName>(client: ServiceClient, method: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const reply = await client.call(method, input);
  if (!reply.ok) throw new Error(`${method}: ${reply.code}`);
  return reply.value as OutputOf<N>;
}
/** Memory of a program that does nothing else, a few times. */
async function memory(dataDir: string, runs: number): Promise<readonly Series[]> {
  const script = fileURLToPath(new URL('./service-memory.ts', import.meta.url));
  const samples: Record<'before' | 'open' | 'used', number[]> = { before: [], open: [], used: [] };
  for (let run = 0; run < runs; run += 1) {
    const { stdout } = await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', script, join(DIST, 'service', 'worker.js'), RESOURCES, join(dataDir, `memory ${run}`)]);
    const found = JSON.parse(stdout) as Record<keyof typeof samples, number>;
    for (const key of ['before', 'open', 'used'] as const) samples[key].push(found[key]);
  }
  return [
    { label: 'memory of the process before the service', unit: 'MB', samples: samples.before }, { label: 'memory with the starter open', unit: 'MB', samples: samples.open },
    { label: 'memory after searches in four areas', unit: 'MB', samples: samples.used },
  ];
}

async function measure(dataDir: string): Promise<readonly Series[]> {
  const starts = await time('start, until it answers', 15, async () => {
    const started = await start(dataDir);
    await call(started, 'app.getStatus', {});
    await started.stop();
  });
  const client = await start(dataDir);
  const search = (text: string, areaId = '39') => call(client, 'reference.search', { text, areaId, lang: 'en' });
  const firsts = await time('first search in an area (judges it whole)', AREAS.length, (run) => search('nurse', AREAS[run] ?? '39'), { warmUps: 0 });
  await search('');
  const keystrokes = await time('search, one keystroke', 500, (run) => search(KEYSTROKES[(run + KEYSTROKES.length) % KEYSTROKES.length] ?? ''), { warmUps: KEYSTROKES.length });
  const browse = await time('browse everything, by pay', 100, () => call(client, 'reference.search', { text: '', areaId: '39', lang: 'en', sort: 'pay', limit: 100 }));
  const first = (await call(client, 'reference.search', { text: '', areaId: '39', lang: 'en', kinds: ['credential'] })).results[0]?.id ?? '';
  const page = await time('a credential page', 200, () => call(client, 'reference.getCredential', { id: first, areaId: '39' }));

  await call(client, 'vault.create', { passphrase: PASSPHRASE });
  const { id: studentId } = await call(client, 'students.create', {
    name: 'A', grade: 11, graduates: '2027-06', birthMonth: null, lang: 'en', areaId: '39', largePrint: false, studentNumber: '', hasDiploma: null, wageCents: null, hoursPerWeek: null, note: '',
  });
  const create = () => call(client, 'plans.create', { studentId, areaId: '39', lang: 'en', goal: '', credentialIds: [first] });
  const plans = await time('make a plan', 50, create);
  const { id } = await create();
  const edits = await time('save an edit', 300, (run) => call(client, 'plans.edit', { id, edit: { type: 'fields', fields: { goal: `goal ${run}` } } }));
  const open = await time('read a plan', 200, () => call(client, 'plans.get', { id }));
  const locks = await time('lock, with a backup', 10, async (run) => {
    await call(client, 'vault.unlock', { passphrase: PASSPHRASE });
    await call(client, 'plans.edit', { id, edit: { type: 'fields', fields: { goal: `again ${run}` } } });
    await call(client, 'vault.lock', {});
  });
  const unlocks: number[] = [];
  for (let run = -1; run < 15; run += 1) {
    const began = performance.now();
    await call(client, 'vault.unlock', { passphrase: PASSPHRASE });
    if (run >= 0) unlocks.push(performance.now() - began);
    await call(client, 'vault.lock', {});
  }
  await client.stop();
  return [
    starts, firsts, keystrokes, browse, page, { label: 'unlock', unit: 'ms', samples: unlocks }, plans, edits, open, { ...locks, label: 'unlock, edit, lock with a backup' },
    ...(await memory(dataDir, 5)),
  ];
}

export async function run(): Promise<readonly Series[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'waymark bench '));
  try {
    return await measure(dataDir);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
