/**
 * A hundred updates from a server that misbehaves at a request nobody chose (`WAYMARK_BAD_SERVERS` and `WAYMARK_BAD_SERVER_SEED` ask
 * for others): each ends with a code, what was in use stays or the new edition is whole, and the next update from a good server succeeds.
 */
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { digestInUse, makeScene, type Scene } from '../../test/update-kill/scene.ts';
import { seededRandom } from '../pack/test-edition.ts';
import { UPDATE_LIMITS, type UpdateLimits } from './limits.ts';
import { startServer, type TestServer } from './test-bench.ts';
import { updateReference, type UpdateReport } from './update-reference.ts';

const TIMES = Number(process.env['WAYMARK_BAD_SERVERS'] ?? 100);
const SEED = Number(process.env['WAYMARK_BAD_SERVER_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
/** A patience that a test can wait for; how patient the client is in use is in limits.ts. */
const IMPATIENT: UpdateLimits = { ...UPDATE_LIMITS, attempts: 2, pauseMs: 1, answerMs: 400, stallMs: 150, slowMs: 200, metadataMs: 2_000 };
/** Requests of an update that fetches a patch. */
const REQUESTS = 6;

type Bad = (response: ServerResponse, bytes: Buffer, random: () => number) => void;
const part = (bytes: Buffer, random: () => number): Buffer => bytes.subarray(0, Math.floor(bytes.length * random()));
const HTML = '<!doctype html><html><title>Sign in</title></html>';

const BAD: Readonly<Record<string, Bad>> = {
  'cuts the line in the middle': (response, bytes, random) => { response.writeHead(200, { 'content-length': bytes.length }).write(part(bytes, random), () => { setTimeout(() => response.destroy(), 5); }); },
  'closes the line at once': (response) => { response.destroy(); },
  'stalls in the middle': (response, bytes, random) => { response.writeHead(200, { 'content-length': bytes.length }).write(part(bytes, random)); },
  'never answers': () => undefined,
  'sends a byte at a time': (response, bytes) => {
    response.writeHead(200, { 'content-length': bytes.length });
    let at = 0;
    const drip = setInterval(() => {
      if (response.destroyed || at >= bytes.length) { clearInterval(drip); response.end(); return; }
      response.write(bytes.subarray(at, at + 1));
      at += 1;
    }, 20);
  },
  'says a longer length': (response, bytes) => { response.writeHead(200, { 'content-length': bytes.length + 7 }).write(bytes, () => { setTimeout(() => response.destroy(), 5); }); },
  'sends more than is signed': (response, bytes) => { response.writeHead(200, { 'content-length': bytes.length + 7 }).end(Buffer.concat([bytes, Buffer.alloc(7, 0x20)])); },
  'sends less and says so': (response, bytes, random) => { const less = part(bytes, random); response.writeHead(200, { 'content-length': less.length }).end(less); },
  'redirects': (response) => { response.writeHead(302, { location: '/elsewhere' }).end(); },
  'redirects for good': (response) => { response.writeHead(308, { location: 'https://127.0.0.1:1/' }).end(); },
  'compresses': (response, bytes) => { response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(bytes)); },
  'asks for a sign-in': (response) => { response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(HTML); },
  'asks for a sign-in and calls it data': (response) => { response.writeHead(200, { 'content-type': 'application/json' }).end(HTML); },
  'needs a sign-in': (response) => { response.writeHead(511).end(HTML); },
  'is broken': (response) => { response.writeHead(500).end(); },
  'is busy': (response) => { response.writeHead(503, { 'retry-after': '1' }).end(); },
  'refuses': (response) => { response.writeHead(403).end(); },
  'knows no such range': (response) => { response.writeHead(416).end(); },
  'sends another range than was asked for': (response, bytes) => { response.writeHead(206, { 'content-range': `bytes 3-${bytes.length - 1}/${bytes.length}` }).end(bytes.subarray(3)); },
  'changes a byte': (response, bytes, random) => {
    const other = Buffer.from(bytes);
    const at = Math.floor(random() * other.length);
    other[at] = (other[at] ?? 0) ^ 1;
    response.writeHead(200, { 'content-length': other.length }).end(other);
  },
  'never ends': (response, bytes) => {
    const more = (): void => { if (!response.destroyed) response.write(Buffer.alloc(65_536, 0x20), more); };
    response.writeHead(200).write(bytes, more);
  },
};

let folder: string;
let scene: Scene;
let server: TestServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark bad server ñ '));
  scene = await makeScene(folder, 4);
  server = await startServer(() => undefined);
  // What ships is built once.
  expect(await digestInUse(join(folder, 'first'), scene.resourcesDir)).toBe(scene.digests[0]);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** Serves the repository, but for one request. */
function serve(bad: Bad | null, at: number, random: () => number): void {
  let count = 0;
  server.answer = (request, response) => {
    const isBad = bad !== null && count === at;
    count += 1;
    readFile(join(scene.publisher.dir, decodeURIComponent(request.url ?? ''))).then((bytes) => {
      if (isBad) bad(response, bytes, random);
      else response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
    }, () => {
      if (isBad) bad(response, Buffer.from('not here'), random);
      else response.writeHead(404).end();
    });
  };
}
const update = (dataDir: string, limits: UpdateLimits): Promise<UpdateReport> =>
  updateReference({ from: server.address, dataDir, resourcesDir: scene.resourcesDir, fetch, now: new Date(), limits });

test(`${TIMES} updates from bad servers end with a code and the next good one succeeds (seed ${SEED})`, async () => {
  const random = seededRandom(SEED);
  const names = Object.keys(BAD);
  const codes = new Map<string, number>();
  for (let time = 0; time < TIMES; time += 1) {
    const name = names[time % names.length] ?? '';
    const at = Math.floor(random() * REQUESTS);
    const dataDir = join(folder, `data ${time}`);
    await cp(join(folder, 'first'), dataDir, { recursive: true });
    serve(BAD[name] ?? null, at, random);
    const report = await update(dataDir, IMPATIENT);
    const said = `${name} at request ${at} (${time} of seed ${SEED}): ${report.outcome} ${JSON.stringify(report.problems)}`;
    const inUse = await digestInUse(dataDir, scene.resourcesDir);
    expect(inUse, said).toBe(report.outcome === 'updated' ? scene.digests.at(-1) : scene.digests[0]);
    expect(report.outcome === 'updated' || report.problems.length > 0, said).toBe(true);
    for (const { code } of report.problems) codes.set(code, (codes.get(code) ?? 0) + 1);
    serve(null, 0, random);
    const next = await update(dataDir, { ...UPDATE_LIMITS, pauseMs: 1 });
    expect([next.outcome === 'updated' || next.outcome === 'up-to-date', next.after?.digest], `${said}; then ${next.outcome} ${JSON.stringify(next.problems)}`).toEqual([true, scene.digests.at(-1)]);
    await rm(dataDir, { recursive: true, force: true });
  }
  // Servers of so many kinds that were all told as one would prove nothing.
  if (TIMES >= names.length) expect(codes.size).toBeGreaterThan(5);
}, 120_000 + TIMES * 10_000);
