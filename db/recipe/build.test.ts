import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildFromRecipe, type BuildStep } from './build.ts';
import { explainCredential } from './explain.ts';
import { reportOnPack } from './pack-report.ts';
import { workspaceOf } from './workspace.ts';

const DATA = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const NM = ['education/state-lists/new-mexico/nm_industry_credentials_2021-22.csv', 'education/state-lists/new-mexico/nm_industry_credentials_2023-24.csv'] as const;
const NATION = 'labor/bls-oews-national/national_M2025_dl.xlsx';
const folders = { starterDir: '.', rubricsDir: null };

let folder: string;
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'waymark recipe ñ #1 100% ')); });
afterEach(async () => { await rm(folder, { recursive: true, force: true }); });

const source = (id: string, files: readonly string[], extra: object = {}) => ({
  id, files, publisher: 'Publisher', title: 'Title', vintage: '2025', url: 'https://example.org/', license: 'Public domain', citation: 'Publisher, Title.', ...extra,
});
async function recipe(sources: readonly object[], extra: object = {}): Promise<string> {
  const path = join(folder, 'recipe.json');
  await writeFile(path, JSON.stringify({ waymarkRecipe: 1, name: 'A district', edition: '2026-11', scope: 'us', dataChecked: '2026-11-25', starter: false, sources, ...extra }));
  return path;
}
const build = (recipePath: string, out: string, tell: (step: BuildStep) => void = () => undefined) => buildFromRecipe({ recipePath, out: join(folder, out), folders, tell });

describe('a recipe that is not right', () => {
  test.each([
    ['is no JSON', '{', { code: 'recipe-invalid' }],
    ['lacks a part', '{"waymarkRecipe":1}', { code: 'recipe-invalid', params: { where: 'name' } }],
  ])('%s is refused with its place', async (_what, text, expected) => {
    await writeFile(join(folder, 'recipe.json'), text);
    await expect(build(join(folder, 'recipe.json'), 'x.pack')).rejects.toMatchObject(expected);
  });
  test('names a file that is not there', async () => {
    await expect(build(await recipe([source('list', ['none.csv'])]), 'x.pack')).rejects.toMatchObject({ code: 'recipe-file-missing', params: { source: 'list', file: 'none.csv' } });
  });
  test('orders a source that it does not have', async () => {
    await expect(build(await recipe([source('list', ['none.csv'])], { order: ['other'] }), 'x.pack')).rejects.toMatchObject({ code: 'recipe-invalid', params: { where: 'order' } });
  });
  test('has a source whose license forbids handing it on, until the right is said to be held', async () => {
    await writeFile(join(folder, 'x.csv'), 'nothing known\n1\n');
    const barred = { license: 'none stated' };
    await expect(build(await recipe([source('list', ['x.csv'], barred)]), 'x.pack')).rejects.toMatchObject({ code: 'recipe-license', params: { source: 'list' } });
    const { report } = await build(await recipe([source('list', ['x.csv'], { ...barred, rightHeld: 'agreement of 2026' })]), 'x.pack');
    expect(report.sources[0]).toMatchObject({ right: 'right-held', files: [{ kind: null }] });
  });
  test('calls a source as the starter calls one of its own', async () => {
    const resources = fileURLToPath(new URL('../../resources/', import.meta.url));
    await writeFile(join(folder, 'x.csv'), 'nothing known\n1\n');
    const recipePath = await recipe([source('bea-rpp-2023', ['x.csv'])], { starter: true });
    await expect(buildFromRecipe({ recipePath, out: join(folder, 'x.pack'), folders: { starterDir: join(resources, 'starter'), rubricsDir: join(resources, 'rubrics') } }))
      .rejects.toMatchObject({ code: 'recipe-invalid', params: { where: 'sources.bea-rpp-2023' } });
  }, 60_000);
  test('has a digest that the file does not', async () => {
    await writeFile(join(folder, 'x.csv'), 'a\n1\n');
    await expect(build(await recipe([source('list', ['x.csv'], { sha256: { 'x.csv': '0'.repeat(64) } })]), 'x.pack')).rejects.toMatchObject({ code: 'recipe-digest' });
  });
});

describe.skipIf(!existsSync(join(DATA, NM[1])))('a recipe over files on hand (skipped where ../shared/data is missing)', () => {
  const list = (edition: string) => ({ options: { area: '35', program: 'ped-industry-credentials', edition, purpose: 'school', label: 'List', label_es: 'Lista' } });
  const sources = async (): Promise<readonly object[]> => {
    await mkdir(join(folder, 'data'), { recursive: true });
    for (const [index, file] of [...NM, NATION].entries()) await copyFile(join(DATA, file), join(folder, 'data', `${index}${file.endsWith('csv') ? '.csv' : '.xlsx'}`));
    return [source('oews', ['data/2.xlsx']), source('nm-2021', ['data/0.csv'], list('2021-22')), source('nm-2023', ['data/1.csv'], list('2023-24'))];
  };
  test('gives one digest twice, says what was taken, and explains a credential', async () => {
    const path = await recipe(await sources());
    const one = await build(path, 'one.pack');
    const two = await build(path, 'two.pack');
    expect(two.header.digest).toBe(one.header.digest);
    expect(await readFile(join(folder, 'two.pack'))).toEqual(await readFile(join(folder, 'one.pack')));
    expect(two.report).toEqual(one.report);
    const [oews, early, late] = one.report.sources.map(({ files }) => files[0]);
    expect([oews?.kind, early?.kind, late?.kind]).toEqual(['oews-national', 'state-list', 'state-list']);
    expect([early?.kept, late?.kept]).toEqual([62, 87]);
    expect(one.report.pack.rows).toMatchObject({ wage: 830, occupation: 830 });
    const told = await reportOnPack(join(folder, 'one.pack'));
    expect(told.sources.map(({ id }) => id).sort()).toEqual(['nm-2021', 'nm-2023', 'oews']);
    expect(told.credentials).toBeGreaterThan(87);
    expect(await explainCredential(join(folder, 'one.pack'), 'nothing-of-this-name')).toBeNull();
  }, 60_000);
  test('gives the same whatever order its sources and their files are named in, where it says whose word counts first', async () => {
    const order = ['nm-2023', 'nm-2021', 'oews'];
    const [oews, early, late] = await sources();
    const areas = ['39', '48'].map((state) => `data/${state}.json`);
    for (const area of areas) await copyFile(join(DATA, 'labor/bls-oews-area-2025/states', area.slice('data/'.length)), join(folder, area));
    const places = (files: readonly string[]): object => source('places', files);
    const digests: string[] = [];
    for (const named of [[oews, early, late, places(areas)], [late, places([...areas].reverse()), oews, early]]) {
      const { header } = await build(await recipe(named.map((each) => ({ ...each })), { order: [...order, 'places'] }), `${digests.length}.pack`);
      digests.push(header.digest);
    }
    expect(digests[1]).toBe(digests[0]);
  }, 60_000);
  test('a build that was stopped goes on where it was, to the same digest', async () => {
    const path = await recipe(await sources());
    const whole = await build(path, 'whole.pack');
    for (const stopAt of ['file', 'merging', 'writing'] as const) {
      const stop = (step: BuildStep): void => { if (step.step === stopAt) throw new Error('stopped here'); };
      await expect(build(path, 'again.pack', stop)).rejects.toThrow('stopped here');
      expect(existsSync(workspaceOf(join(folder, 'again.pack')))).toBe(true);
      const steps: string[] = [];
      const again = await build(path, 'again.pack', ({ step }) => { steps.push(step); });
      expect(steps).toContain('resumed');
      expect(again.header.digest).toBe(whole.header.digest);
      expect(existsSync(workspaceOf(join(folder, 'again.pack')))).toBe(false);
    }
  }, 60_000);
  test('a file that changed while the build was stopped makes it start anew', async () => {
    const path = await recipe(await sources());
    await expect(build(path, 'x.pack', ({ step }) => { if (step === 'merging') throw new Error('stopped here'); })).rejects.toThrow('stopped here');
    await copyFile(join(folder, 'data', '1.csv'), join(folder, 'data', '0.csv'));
    const { report } = await build(path, 'x.pack');
    expect(report.sources[1]?.files[0]?.kept).toBe(87);
  }, 60_000);
});

describe.skipIf(!existsSync(DATA))('a folder with broken documents in it (skipped where ../shared/data is missing)', () => {
  test('imports what is sound, and says of each broken one what is wrong', async () => {
    const [good, ...bad] = ['credential-registry', 'malformed', 'negative-examples'].map((name) => join(DATA, 'education', 'ctdl', name));
    const { header, report } = await build(await recipe([source('registry', [good ?? '', ...bad]), source('crosswalk', [join(DATA, 'labor', 'bls-soc', 'soc2010_to_2018_crosswalk.csv')])]), 'x.pack');
    const files = report.sources[0]?.files ?? [];
    const broken = files.filter(({ file }) => /ctdl\/(?:malformed|negative-examples)\//.test(file));
    expect([broken.length, files.length - broken.length]).toEqual([14 + 8, 18]);
    for (const { file, kept, problems } of broken) {
      expect([file, kept]).toEqual([file, 0]);
      expect([file, problems.filter(({ code, message }) => code !== message && /^[A-Z].{20,}[.]$/.test(message)).length]).toEqual([file, problems.length]);
      expect(problems.length, file).toBeGreaterThan(0);
    }
    expect(Object.fromEntries(header.tables)['credential']).toBeGreaterThan(0);
  }, 120_000);
});
