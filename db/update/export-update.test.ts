/** A stick from one computer to another that never was online: by pack, by patch, with one byte changed, and over an older stick. */
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writePack } from '../pack/pack-writer.ts';
import { withLedger, writeStarter } from '../pack/test-edition.ts';
import { newPublisher, type Publisher } from '../publish/test-publisher.ts';
import { OHIO, rowsFrom } from '../reference/test-reference.ts';
import { exportUpdate } from './export-update.ts';
import { TEST_LIMITS } from './test-bench.ts';
import { updateReference, type UpdateReport } from './update-reference.ts';

let home: string;
let publisher: Publisher;
const at = (...parts: string[]): string => join(home, ...parts);
const resourcesDir = (): string => at('resources');
async function packOf(edition: string): Promise<string> {
  const rows = rowsFrom(OHIO);
  const meta = (rows.get('meta') ?? []).map(([key, value]) => [key ?? '', key === 'edition' ? edition : value ?? '']);
  await writePack({ rows: withLedger(new Map([...rows, ['meta', meta]])), out: at(`${edition}.pack`) });
  return at(`${edition}.pack`);
}
/** A computer on which IT has placed the root, and nothing else. */
async function computer(name: string): Promise<string> {
  await mkdir(at(name, 'trust'), { recursive: true });
  await copyFile(join(publisher.dir, 'metadata', '1.root.json'), at(name, 'trust', 'root.json'));
  return at(name);
}
const update = (dataDir: string, from: string): Promise<UpdateReport> =>
  updateReference({ from, dataDir, resourcesDir: resourcesDir(), fetch, now: new Date(), limits: TEST_LIMITS });
const codes = ({ problems }: UpdateReport): string[] => problems.map(({ code }) => code);

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'waymark stick ñ '));
  await writeStarter(at('resources', 'starter'), withLedger(rowsFrom(OHIO)));
  publisher = await newPublisher(home);
  await publisher.publish(await packOf('2026-12'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

describe('a stick', () => {
  test('cannot be made where no update was taken', async () => {
    await expect(exportUpdate({ dataDir: await computer('fresh'), resourcesDir: resourcesDir() }, at('nothing'))).rejects.toMatchObject({ code: 'update-nothing-kept' });
    expect(await readdir(at('nothing')).catch(() => 'no folder')).toBe('no folder');
  });

  test('brings the edition to a computer that never was online, and on from there', async () => {
    const first = await computer('first');
    expect((await update(first, publisher.dir)).outcome).toBe('updated');
    const done = await exportUpdate({ dataDir: first, resourcesDir: resourcesDir() }, at('stick'));
    expect(done).toMatchObject({ edition: '2026-12', hasPack: true });
    expect(await readdir(at('stick'))).toEqual(['metadata', 'targets']);
    // No name that a FAT file system refuses.
    for (const name of await readdir(at('stick'), { recursive: true })) expect(name.split('/').at(-1)).toMatch(/^[\w.-]{1,200}$/);
    const second = await computer('second');
    expect(await update(second, at('stick'))).toMatchObject({ outcome: 'updated', after: { edition: '2026-12' }, problems: [] });
    // From hand to hand: what came by stick can be put on the next one.
    expect(await exportUpdate({ dataDir: second, resourcesDir: resourcesDir() }, at('stick 2'))).toMatchObject({ edition: '2026-12', hasPack: true });
    expect(await update(await computer('third'), at('stick 2'))).toMatchObject({ outcome: 'updated', problems: [] });
  });

  test('with one byte changed is refused, wherever it is, and nothing of it stays', async () => {
    for (const [index, name] of (await readdir(at('stick'), { recursive: true, withFileTypes: true })).filter((each) => each.isFile()).entries()) {
      const path = join(name.parentPath, name.name);
      const whole = await readFile(path);
      const flipped = Buffer.from(whole);
      flipped.writeUInt8(flipped.readUInt8(flipped.length >> 1) ^ 1, flipped.length >> 1);
      await writeFile(path, flipped);
      const report = await update(await computer(`wary ${index}`), at('stick'));
      await writeFile(path, whole);
      // The first root is the one that was placed: the stick's own copy of it is never read.
      expect(report.outcome, name.name).toBe(name.name === '1.root.json' ? 'updated' : 'refused');
      if (report.outcome === 'refused') expect(codes(report)[0]).toMatch(/^update-/);
    }
  });

  test('that holds an older edition is brought up to date in place, with the new root on it', async () => {
    const { keys } = publisher;
    await publisher.sign('root', keys.root1);
    await publisher.sign('root', keys.root2);
    await publisher.publish(await packOf('2027-01'));
    const first = at('first');
    expect(await update(first, publisher.dir)).toMatchObject({ outcome: 'updated', after: { edition: '2027-01' } });
    expect(await exportUpdate({ dataDir: first, resourcesDir: resourcesDir() }, at('stick'))).toMatchObject({ edition: '2027-01' });
    expect((await readdir(at('stick', 'metadata'))).filter((name) => name.endsWith('.root.json'))).toEqual(['1.root.json', '2.root.json']);
    expect(await update(at('second'), at('stick'))).toMatchObject({ outcome: 'updated', before: { edition: '2026-12' }, after: { edition: '2027-01' } });
    // A computer that knows the first root alone is led on.
    expect(await update(await computer('late'), at('stick'))).toMatchObject({ outcome: 'updated', problems: [] });
  });

  test('for a computer whose edition is named carries only what that one lacks', async () => {
    const folders = { dataDir: at('first'), resourcesDir: resourcesDir() };
    const filesOf = async (name: string): Promise<string[]> => (await readdir(at(name, 'targets'), { recursive: true, withFileTypes: true })).filter((each) => each.isFile()).map((each) => each.name.split('.').at(-1) ?? '').sort();
    const whole = await exportUpdate(folders, at('whole'));
    expect(await filesOf('whole')).toEqual(['json', 'pack', 'patch']);
    const lean = await exportUpdate(folders, at('lean'), { forEdition: '2026-12' });
    expect(lean).toMatchObject({ edition: '2027-01', hasPack: false });
    expect(lean.bytes).toBeLessThan(whole.bytes);
    expect(await filesOf('lean')).toEqual(['json', 'patch']);
    expect(await update(at('third'), at('lean'))).toMatchObject({ outcome: 'updated', way: 'patch', problems: [] });
    const other = await update(await computer('other'), at('lean'));
    expect([other.outcome, codes(other)]).toEqual(['refused', ['update-missing']]);

    // The newest is there already: it hears that it is, and gets what renews the dates.
    expect((await exportUpdate(folders, at('dates'), { forEdition: (await update(at('third'), at('lean'))).after?.digest.slice(0, 8) ?? '' })).hasPack).toBe(false);
    expect(await filesOf('dates')).toEqual(['json']);
    expect(await update(at('third'), at('dates'))).toMatchObject({ outcome: 'up-to-date', problems: [] });
    // An edition that the list does not name may be anything.
    expect((await exportUpdate(folders, at('any'), { forEdition: '2019-01' })).hasPack).toBe(true);
    expect(await filesOf('any')).toEqual(['json', 'pack']);
    expect(await update(at('other'), at('any'))).toMatchObject({ outcome: 'updated', problems: [] });
  });

  test('that could not hold a file of the edition is not begun', async () => {
    await expect(exportUpdate({ dataDir: at('first'), resourcesDir: resourcesDir() }, at('small'), { largestFile: 1_000 })).rejects.toMatchObject({ code: 'update-stick-file', params: { most: 1_000 } });
    expect(await readdir(at('small')).catch(() => 'no folder')).toBe('no folder');
  });
});
