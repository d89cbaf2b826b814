import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editedEdition } from '../../db/pack/patch/test-edits.ts';
import { writePack } from '../../db/pack/pack-writer.ts';
import { testEdition } from '../../db/pack/test-edition.ts';
import { chunkTransfer } from '../bench/patch/chunks.ts';
import { errand, publish } from '../bench/patch/wire.ts';

let folder: string;
const file = (name: string): string => join(folder, name);
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'waymark wire ')); });
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('what is measured on the wire', () => {
  test('is a patch for a client three editions behind, and at most 2 kB where there is no news', async () => {
    const EDITIONS = 4;
    let rows = testEdition(21, 60);
    const packs: string[] = [];
    for (let at = 1; at <= EDITIONS; at += 1) {
      packs.push(file(`${at}.pack`));
      await writePack({ rows, out: packs.at(-1) ?? '' });
      rows = editedEdition(rows, at, 0.01, `2027-0${at + 1}`);
    }
    const published = await publish(file('repository'), packs);
    try {
      const client = { dataDir: file('client'), pack: packs[0] ?? '' };
      const news = await errand(published, client);
      expect(news.way).toBe('patch');
      expect(news.content).toBeLessThan((await stat(packs.at(-1) ?? '')).size);
      expect(news.answers).toBeGreaterThan(news.content);
      const none = await errand(published, { ...client, pack: packs.at(-1) ?? '' });
      expect(none).toMatchObject({ way: 'none', requests: 2 });
      expect(none.answers).toBeLessThanOrEqual(2_000);
    } finally {
      await published.server.close();
    }
  }, 120_000);

  test('in pieces: nothing of a file that is here, and only what is near of a file that changed in one place', async () => {
    const bytes = randomBytes(3_000_000);
    await writeFile(file('a'), bytes);
    await writeFile(file('b'), Buffer.concat([bytes.subarray(0, 1_000_000), Buffer.from('more'), bytes.subarray(1_000_000)]));
    const [same, near] = [await chunkTransfer(file('a'), file('a')), await chunkTransfer(file('a'), file('b'))];
    expect(same).toMatchObject({ fetched: 0, pieces: 0 });
    // Pieces of 16 kB on average.
    expect(3_000_000 / same.all).toBeGreaterThan(12_000);
    expect(3_000_000 / same.all).toBeLessThan(22_000);
    expect(near.fetched).toBeGreaterThan(0);
    expect(near.fetched).toBeLessThanOrEqual(3);
    expect(near.pieces).toBeLessThan(3 * 70_000);
  });
});
