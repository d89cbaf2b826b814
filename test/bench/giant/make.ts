/**
 * Writes a giant pack: `node test/bench/giant/make.ts OUT [--n 185000] [--later [--share 0.02] [--editions 1]] [--edition NAME]`.
 * `--later`: the edition after it, of which 2 % changed, or another share, or the last of several.
 */
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writePack } from '../../../db/pack/pack-writer.ts';
import { readStarter } from '../../../db/pack/starter.ts';
import { CHANGED, changesOf, giantSource } from './source.ts';

const resources = fileURLToPath(new URL('../../../resources', import.meta.url));
const { values, positionals: [out] } = parseArgs({
  allowPositionals: true,
  options: {
    n: { type: 'string', default: '18500' }, later: { type: 'boolean', default: false },
    share: { type: 'string', default: String(CHANGED.share) }, editions: { type: 'string', default: '1' }, edition: { type: 'string' },
  },
});
if (out === undefined) throw new Error('Say where to write it.');
const began = performance.now();
const starter = await readStarter({ starterDir: join(resources, 'starter'), rubricsDir: join(resources, 'rubrics') });
const rows = giantSource({ starter, credentials: Number(values.n), change: values.later ? changesOf(Number(values.share), Number(values.editions)) : null, ...(values.edition === undefined ? {} : { edition: values.edition }) });
const header = await writePack({ rows, out });
const seconds = (performance.now() - began) / 1000;
process.stdout.write(`${header.digest} rows ${header.bytes} bytes, frame ${header.frameBytes} bytes, ${seconds.toFixed(1)} s, peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB\n`);
