/** What the service needs of its runtime: the native driver, full-text search, compression, key derivation, signatures, the shipped data. */
import { scrypt } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompress } from 'node:zlib';
import Database from 'better-sqlite3';
import { expectThat } from '../../shared/kernel/check.ts';
import type { Check } from '../../shared/kernel/check.ts';
import { readPack } from '../pack/pack-reader.ts';
import { SHIPPED, findShipped } from '../reference/shipped.ts';
import { signatureChecks } from './signatures.ts';
import { vaultCheck } from './vault-check.ts';

function inMemory<T>(work: (db: Database.Database) => T): T {
  const db = new Database(':memory:');
  try {
    return work(db);
  } finally {
    db.close();
  }
}

const driver: Check = {
  name: 'native SQLite driver',
  run: async () => inMemory((db) => {
    const { version } = db.prepare('select sqlite_version() as version').get() as { version: string };
    return `SQLite ${version}, cipher ${String(db.pragma('cipher', { simple: true }))}`;
  }),
};

const fullText: Check = {
  name: 'FTS5',
  run: async () => inMemory((db) => {
    db.exec("create virtual table words using fts5(text, tokenize = \"unicode61 remove_diacritics 2\"); insert into words values ('Enfermería práctica'), ('welding')");
    const found = db.prepare("select count(*) as found from words where words match 'enfermeria*'").get() as { found: number };
    expectThat(found.found === 1, `a prefix without accents found ${found.found} rows`);
    return 'prefix and accents work';
  }),
};

const zstd: Check = {
  name: 'zstd round trip',
  run: async () => {
    const bytes = Buffer.from('{"soc":"29-2061","area":"39"}\n'.repeat(40_000));
    const packed = await promisify(zstdCompress)(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 19, [constants.ZSTD_c_windowLog]: 24 } });
    const unpacked = await promisify(zstdDecompress)(packed, { params: { [constants.ZSTD_d_windowLogMax]: 24 }, maxOutputLength: bytes.length });
    expectThat(unpacked.equals(bytes), 'the bytes are not the same afterwards');
    return `${bytes.length} bytes to ${packed.length} and back`;
  },
};

/** RFC 7914, section 12: the vector with N = 16384, r = 8, p = 1. */
const keys: Check = {
  name: 'scrypt',
  run: () => new Promise((resolve, reject) => {
    scrypt('pleaseletmein', 'SodiumChloride', 64, { N: 16384, r: 8, p: 1 }, (error, key) => {
      if (error) return reject(error);
      if (key.toString('hex').startsWith('7023bdcb3afd7348461c06cd81fd38eb')) resolve('the published vector holds');
      else reject(new Error('the published vector does not hold'));
    });
  }),
};

const shipped = (resourcesDir: string): readonly Check[] => [
  {
    name: 'starter pack',
    run: async () => {
      let rows = 0;
      const header = await readPack(join(resourcesDir, SHIPPED.pack), (batch) => { rows += batch.rows.length; });
      return `${rows} rows, edition ${header.digest.slice(0, 12)}`;
    },
  },
  {
    name: 'starter database',
    run: async () => {
      const found = await findShipped(resourcesDir);
      expectThat(found !== null, 'it is missing or not as recorded');
      return 'as recorded beside the pack';
    },
  },
];

/** Every check of the service's side. `folder` is thrown away afterwards. */
export async function serviceChecks({ folder, resourcesDir }: { readonly folder: string; readonly resourcesDir: string }): Promise<readonly Check[]> {
  const vaultFolder = await mkdtemp(join(folder, 'vault ñ #1 100% '));
  return [driver, fullText, zstd, keys, ...signatureChecks, vaultCheck(vaultFolder), ...shipped(resourcesDir)];
}
