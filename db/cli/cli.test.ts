import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ERROR_CODES } from '../../shared/kernel/errors.ts';
import { CodedError } from '../../shared/kernel/errors.ts';
import { withLedger, writeStarter } from '../pack/test-edition.ts';
import { OHIO, rowsFrom } from '../reference/test-reference.ts';
import { sentenceOf } from './messages.ts';
import { COMMANDS, runCli } from './run-cli.ts';

let folder: string;
let resourcesDir: string;
let out: string;
let err: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark cli ñ '));
  resourcesDir = join(folder, 'resources');
  await writeStarter(join(resourcesDir, 'starter'), withLedger(rowsFrom(OHIO)));
});
afterAll(async () => { await rm(folder, { recursive: true, force: true }); });
beforeEach(() => { out = err = ''; });

const run = (...args: string[]) => runCli(args, {
  out: (text) => { out += text; }, err: (text) => { err += text; }, input: () => Promise.resolve(''), env: { WAYMARK_DATA: join(folder, 'data') }, resourcesDir,
});

describe('waymark', () => {
  test.each([
    [], ['nonsense'], ['pack'], ['pack', 'nonsense'], ['pack', 'build'], ['pack', 'build', '--starter'], ['pack', 'build', '--out', 'x'],
    ['pack', 'build', '--starter', '--out'], ['pack', 'verify'], ['pack', 'verify', 'a', 'b'], ['pack', 'verify', 'a', '--json'], ['pack', 'info', '--json'],
    ['search'], ['search', 'x', '--lang', 'fr'], ['search', 'x', '--limit', '0'], ['search', 'x', '--limit', 'many'], ['search', 'x', '--area', 'nowhere'],
    ['search', 'x'.repeat(201)], ['search', 'x', '--nonsense'], ['search', 'x', '--json=yes'],
  ])('answers a wrong use (%j %j %j %j) with one sentence and 2', async (...args) => {
    expect(await run(...args.filter((arg) => arg !== undefined))).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/^[^\n]+\.\n$/);
  });

  test('has help for itself and each command', async () => {
    expect(await run('--help')).toBe(0);
    const width = Math.max(...COMMANDS.map(({ name }) => name.length));
    for (const { name, summary } of COMMANDS) expect(out).toContain(`${name.padEnd(width)}  ${summary}`);
    for (const { name, help } of COMMANDS) {
      out = '';
      expect(await run(...name.split(' '), '--help')).toBe(0);
      expect(out).toBe(help);
      expect(out).toMatch(new RegExp(`^Usage: waymark ${name}`));
    }
    expect(err).toBe('');
  });

  test('a host can add a command', async () => {
    const serve = { name: 'serve', summary: 'serve', help: 'Usage: waymark serve\n', run: () => Promise.resolve(7) };
    expect(await runCli(['serve'], { out: () => {}, err: () => {}, input: () => Promise.resolve(''), env: {}, resourcesDir }, [...COMMANDS, serve])).toBe(7);
  });

  test('has a sentence for every code that packs, the starter and writing can fail with', () => {
    for (const code of ERROR_CODES.filter((each) => /^(pack|starter|reference|disk|folder|file-write|update|repository)-/.test(each))) {
      const sentence = sentenceOf(new CodedError(code, { file: 'a.csv', line: 3, column: 'b', table: 't', row: 1, reason: 'type' }));
      expect(sentence, code).toMatch(/^[^\n]+\.$/);
      expect(sentence, code).not.toContain('Failed (');
    }
  });
});

describe('waymark pack', () => {
  test('builds, verifies and describes a pack', async () => {
    const file = join(folder, 'a.pack');
    expect(await run('pack', 'build', '--starter', '--out', file)).toBe(0);
    expect(await run('pack', 'verify', file)).toBe(0);
    expect(out).toContain(`${file}: sound; Small edition, edition 2026-11`);
    out = '';
    expect(await run('pack', 'info', file, '--json')).toBe(0);
    const told: unknown = JSON.parse(out);
    expect(told).toMatchObject({ format: 1, name: 'Small edition', codec: 'zstd', fileBytes: (await readFile(file)).length, tables: { area: 4, wage: 8 } });
    out = '';
    expect(await run('pack', 'info', file)).toBe(0);
    expect(out).toContain('edition: 2026-11\n');
    expect(err).toBe('');
  });

  test('refuses a damaged pack with what, where and why', async () => {
    const file = join(folder, 'b.pack');
    await run('pack', 'build', '--starter', '--out', file);
    out = '';
    await writeFile(file, (await readFile(file)).subarray(0, -1));
    expect([await run('pack', 'verify', file), await run('pack', 'info', file), await run('pack', 'verify', `${file}.none`)]).toEqual([1, 1, 1]);
    expect(out).toBe('');
    expect(err).toMatch(/b\.pack: The pack is cut short: \d+ bytes of \d+\.\n/);
    expect(err).toContain('could not be read (ENOENT)');
  });

  test('refuses a starter with file and line, and leaves the older pack', async () => {
    const starterDir = join(folder, 'broken', 'starter');
    await cp(join(resourcesDir, 'starter'), starterDir, { recursive: true });
    const wage = await readFile(join(starterDir, 'wage.csv'), 'utf8');
    await writeFile(join(starterDir, 'wage.csv'), wage.replace('630000', 'many'));
    const file = join(folder, 'c.pack');
    await writeFile(file, 'older');
    expect(await run('pack', 'build', '--starter', '--in', starterDir, '--out', file)).toBe(1);
    expect(err).toMatch(/wage\.csv, line \d+, column employment: the cell is refused, it is not of the right type\.\n$/);
    expect(await readFile(file, 'utf8')).toBe('older');
    expect((await readdir(folder)).filter((name) => name.includes('tmp'))).toEqual([]);
  });

  test('refuses to write where there is no folder', async () => {
    expect(await run('pack', 'build', '--starter', '--out', join(folder, 'none', 'a.pack'))).toBe(1);
    expect(err).toContain('The folder cannot be written to.');
  });
});

describe('waymark search', () => {
  test('prints total and results, best first, as JSON', async () => {
    expect(await run('search', 'practical', 'nurse', '--json', '--limit', '1')).toBe(0);
    expect(JSON.parse(out)).toEqual({
      total: 2, results: [{ kind: 'credential', id: 'lpn', name: 'Practical nurse license', why: { by: 'short-name', text: 'Practical nurse' } }],
    });
    expect(err).toBe('');
  });

  test('speaks Spanish and gives pay near an area', async () => {
    expect(await run('search', 'enfermeros', '--lang', 'es', '--area', '3900004', '--json')).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ results: expect.arrayContaining([expect.objectContaining({
      kind: 'occupation', name: 'Enfermeros prácticos', pay: { median: 61000, area: '39', areaName: 'Ohio', source: 'oews' },
    })]) as unknown });
    out = '';
    expect(await run('search', 'lpn', '--area', '39')).toBe(0);
    expect(out).toContain('occupation 29-2061: Licensed Practical and Licensed Vocational Nurses (alias: LPN), median $61000 a year, Ohio\n');
  });

  test('finds nothing without failing', async () => {
    expect(await run('search', 'xyzzyplugh', '--json')).toBe(0);
    expect(JSON.parse(out)).toEqual({ total: 0, results: [] });
  });

  test('says what is wrong with the starter when there is nothing else', async () => {
    const empty = { out: (text: string) => { out += text; }, err: (text: string) => { err += text; }, input: () => Promise.resolve(''), env: {}, resourcesDir: join(folder, 'empty') };
    expect(await runCli(['search', 'x'], empty)).toBe(1);
    expect(err).toContain('There is neither a pack nor a starter to build the data from.');
    expect(out).toBe('');
  });
});
