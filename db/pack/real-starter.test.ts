import { open, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CodedError } from '../../shared/kernel/errors.ts';
import { readPack, readPackRows } from './pack-reader.ts';
import { writePack } from './pack-writer.ts';
import { readStarter, type PackRows } from './starter.ts';
import { seededRandom } from './test-edition.ts';

const resources = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'resources');
let folder: string;
let rows: PackRows;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark real '));
  rows = await readStarter({ starterDir: join(resources, 'starter'), rubricsDir: join(resources, 'rubrics') });
});
afterAll(async () => { await rm(folder, { recursive: true, force: true }); });

test('the starter makes a pack that is the same bytes twice, gives its rows back, and refuses flipped bytes', { timeout: 400_000 }, async () => {
  const [a, b] = [join(folder, 'a.pack'), join(folder, 'b.pack')];
  await writePack({ rows, out: a });
  await writePack({ rows, out: b });
  const bytes = await readFile(a);
  expect(bytes.equals(await readFile(b))).toBe(true);
  expect((await readPackRows(a)).rows).toEqual(rows);

  const seed = 45;
  const random = seededRandom(seed);
  const file = await open(b, 'r+');
  try {
    for (let turn = 0; turn < 80; turn += 1) {
      const at = Math.floor(random() * bytes.length);
      await file.write(Buffer.from([(bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))]), 0, 1, at);
      const error = await readPack(b, () => undefined).then(() => null, (caught: unknown) => caught);
      expect(error, `seed ${seed}, byte ${at}`).toBeInstanceOf(CodedError);
      await file.write(bytes, at, 1, at);
    }
  } finally {
    await file.close();
  }
  expect((await readFile(b)).equals(bytes)).toBe(true);
});
