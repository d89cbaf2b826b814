/** What an update asks a person about first, by the command as a school calls it: refused with what it is about, taken with the answer. */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { runCli } from '../cli/run-cli.ts';
import { writePack } from '../pack/pack-writer.ts';
import { newPublisher, type Publisher } from '../publish/test-publisher.ts';
import { JUDGED, withPay } from '../reference/test-judged.ts';
import { rowsFrom, type SparseRows } from '../reference/test-reference.ts';
import type { UpdateReport } from './update-reference.ts';

let shared: string;
let folder: string;
let publisher: Publisher;
let err: string;
beforeAll(async () => {
  shared = await mkdtemp(join(tmpdir(), 'waymark guards '));
  await mkdir(join(shared, 'resources'));
  await writePack({ rows: rowsFrom(JUDGED), out: join(shared, 'resources', 'starter.pack') });
});
afterAll(() => rm(shared, { recursive: true, force: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark guards '));
  publisher = await newPublisher(folder);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function publish(rows: SparseRows): Promise<void> {
  const out = join(folder, 'next.pack');
  await writePack({ rows: rowsFrom(rows), out });
  await publisher.publish(out);
}
async function update(...more: string[]): Promise<{ readonly exit: number; readonly report: UpdateReport }> {
  let out = err = '';
  const exit = await runCli(['update', '--from', publisher.dir, '--data', join(folder, 'data'), '--root', join(publisher.dir, 'metadata', '1.root.json'), '--json', ...more], {
    out: (text) => { out += text; }, err: (text) => { err += text; }, input: () => Promise.resolve(''), env: {}, resourcesDir: join(shared, 'resources'),
  });
  return { exit, report: JSON.parse(out) as UpdateReport };
}
const told = ({ problems }: UpdateReport): unknown => problems.map(({ code, params }) => [code, params]);

test('verdicts that change are asked about: pay of an occupation falls, and a credential is worth less', async () => {
  await publish(withPay('2026-12', '47-2111', 42_000));
  const { exit, report } = await update();
  expect(exit).toBe(1);
  expect(report).toMatchObject({ outcome: 'refused', after: { edition: '2026-11' }, way: 'pack', changed: [{ table: 'meta', changed: 1 }, { table: 'wage', changed: 1 }] });
  expect(told(report)).toEqual([['update-ask-first', { what: 'verdicts', changed: 1, of: 5, percent: 20 }]]);
  expect(err).toBe('Not put in use before somebody agrees: 1 of 5 verdicts for the nation would be other ones (20 %). To take it all the same: --accept-changes.\n');
  // What came is here: neither asking again nor agreeing fetches it a second time.
  const again = await update();
  expect([again.exit, again.report.way, told(again.report)]).toEqual([1, null, told(report)]);
  const taken = await update('--accept-changes');
  expect(taken.exit).toBe(0);
  expect(taken.report).toMatchObject({ outcome: 'updated', after: { edition: '2026-12' }, way: null, problems: [] });
  expect(taken.report.bytes).toBeLessThan((await readFile(join(folder, 'next.pack'))).length);
  expect(await update()).toMatchObject({ exit: 0, report: { outcome: 'up-to-date' } });
});

test('each of the three speaks, and one answer is enough', async () => {
  const rows = withPay('2026-12', '47-2111', 20_000);
  await publish({ ...rows, requirement: rows.requirement?.slice(1) ?? [] });
  const { exit, report } = await update();
  expect(exit).toBe(1);
  expect(told(report)).toEqual([
    ['update-ask-first', { what: 'rows', table: 'requirement', gone: 1, of: 3, percent: 33 }],
    ['update-ask-first', { what: 'verdicts', changed: 1, of: 5, percent: 20 }],
    ['update-ask-first', { what: 'pay', count: 1, titles: 'Electricians' }],
  ]);
  expect(err.split('\n').slice(0, 3)).toEqual([
    expect.stringContaining('1 of 3 rows of "requirement" would be gone (33 %)'), expect.stringContaining('1 of 5 verdicts'),
    expect.stringContaining('middle pay in the nation would move by more than a third in 1 (Electricians)'),
  ]);
  expect((await update('--accept-changes')).exit).toBe(0);
});

test('nothing is asked where nothing changes that would be unusual, and where the repository is not reached', async () => {
  await publish(withPay('2026-12', '47-2111', 60_000));
  expect(await update()).toMatchObject({ exit: 0, report: { outcome: 'updated', problems: [] } });
  expect(await update('--from', join(folder, 'no stick'))).toMatchObject({ exit: 3, report: { outcome: 'not-reached' } });
});
