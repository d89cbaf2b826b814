/**
 * Bytes on the wire of an update, through the client of updates and a real HTTPS server, beside the whole pack, `zstd --patch-from`
 * and a transfer in pieces cut by content. `--sizes`, `--shares`, `--behind`, `--published`, `--packs`: patch/options.ts.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Series } from '../../scripts/lib/bench.ts';
import { chunkTransfer } from './patch/chunks.ts';
import { packOf } from './patch/editions.ts';
import { step } from './patch/measured.ts';
import { readOptions } from './patch/options.ts';
import { differences, toolsHere, type Asked } from './patch/others.ts';
import { bytesWord, tableOf } from './patch/table.ts';
import { errand, publish, type Errand } from './patch/wire.ts';

export const name = 'wire';
export const takesFlags = true;
export const onlyNamed = true;

const MONTHLY_SHARE = 0.02;
const sizeOf = async (path: string): Promise<number> => (await stat(path)).size;

/** What the same news would cost by other ways. */
async function others(from: string, to: string, { folder, tools, minutes }: Asked): Promise<readonly string[]> {
  const pieces = await chunkTransfer(from, to);
  const [old, young] = [join(folder, 'old.rows'), join(folder, 'young.rows')];
  await step('rows', from, old);
  await step('rows', to, young);
  const rows = await chunkTransfer(old, young);
  await rm(old);
  await rm(young);
  const [zstd] = await differences(from, to, { tools: tools.filter((tool) => tool === 'zstd'), folder, minutes });
  const inPieces = ({ list, pieces: bytes, fetched, all }: typeof rows): string => `${bytesWord(list + bytes)} (${fetched} of ${all})`;
  return [bytesWord(await sizeOf(to)), zstd ? bytesWord(zstd.bytes) : '', inPieces(pieces), inPieces(rows)];
}

const HEAD = ['', 'content', 'with HTTP', 'requests', 'way', 'whole pack', 'zstd --patch-from', 'pieces of the pack', 'pieces of the rows'] as const;
const cells = ({ content, answers, requests, way }: Errand): readonly string[] => [bytesWord(content), bytesWord(answers), String(requests), way];

/** One line for a client that is behind, and one for its next look, when there is no news. */
async function fetched(label: string, packs: readonly string[], asked: Asked): Promise<readonly (readonly string[])[]> {
  const [first = '', last = ''] = [packs[0], packs.at(-1)];
  const own = await mkdtemp(join(asked.folder, 'repository '));
  const published = await publish(own, [...new Set(packs)]);
  try {
    const dataDir = join(own, 'client');
    const news = await errand(published, { dataDir, pack: first });
    const none = await errand(published, { dataDir, pack: last });
    if (none.way !== 'none') throw new Error('there was news where there is none');
    return [[label, ...cells(news), ...(first === last ? ['', '', '', ''] : await others(first, last, asked))], [`${label}, looked again`, ...cells(none), '', '', '', '']];
  } finally {
    await published.server.close();
    await rm(own, { recursive: true, force: true });
  }
}

export async function run(flags: readonly string[]): Promise<readonly Series[]> {
  const { sizes, shares, behind, published, packs, toolMinutes } = readOptions(flags);
  const folder = await mkdtemp(join(tmpdir(), 'waymark bench wire '));
  const tools = await toolsHere();
  const series: Series[] = [];
  try {
    for (const credentials of sizes) {
      const asked: Asked = { folder, tools, minutes: toolMinutes };
      const base = await packOf(packs ?? folder, { credentials, share: 0, editions: 0 });
      const lines: (readonly string[])[] = [HEAD];
      const tell = async (label: string, editions: readonly string[]): Promise<void> => {
        const more = await fetched(label, editions, asked);
        lines.push(...more);
        // Minutes pass between them.
        for (const line of more) process.stdout.write(`  … ${line.join('  ')}\n`);
      };
      for (const share of shares) {
        const later = share === 0 ? base : await packOf(packs ?? folder, { credentials, share, editions: 1 });
        await tell(`${share * 100} % changed`, [base, later]);
      }
      const months: string[] = [];
      for (let editions = published === 'all' ? 1 : behind; editions <= behind; editions += 1) if (editions > 0) months.push(await packOf(packs ?? folder, { credentials, share: MONTHLY_SHARE, editions }));
      if (months.length > 0) await tell(`${behind} editions behind`, [base, ...months]);
      process.stdout.write(`  ${credentials} credentials\n${tableOf(lines)}`);
      series.push({ label: `${credentials} credentials: whole pack`, unit: 'bytes', samples: [await sizeOf(base)] });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return series;
}
