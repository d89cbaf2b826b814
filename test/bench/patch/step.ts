/** One step in a process of its own, so that its memory is its own: `step.ts WHAT FILES…`; tells the most memory it had as JSON. */
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { openPack } from '../../../db/pack/pack-reader.ts';
import { applyPatch } from '../../../db/pack/patch/apply-patch.ts';
import { writePatch } from '../../../db/pack/patch/patch-writer.ts';
import { buildReference, feedFromPack } from '../../../db/reference/build-reference.ts';
import { editionPack } from './editions.ts';
import { peakOf } from './measured.ts';

/** The canonical rows of a pack, as its digest is taken over. */
async function writeRows(path: string, out: string): Promise<void> {
  const pack = await openPack(path);
  try {
    await pipeline(async function* () {
      for await (const { lines } of pack.batches()) yield lines.map((line) => `${line}\n`).join('');
    }, createWriteStream(out));
  } finally {
    await pack.close();
  }
}

const [what, a = '', b = '', c = ''] = process.argv.slice(2);
switch (what) {
  case 'edition': await editionPack(a, JSON.parse(b) as Parameters<typeof editionPack>[1]); break;
  case 'rows': await writeRows(a, b); break;
  case 'database': await buildReference({ feed: feedFromPack(a), out: b }); break;
  case 'diff': await writePatch({ from: a, to: b, out: c }); break;
  case 'apply': await applyPatch({ pack: a, patch: b, out: c }); break;
  default: throw new Error(`no step ${what ?? ''}`);
}
// On Linux from /proc: what getrusage tells there begins with what the program that started this one held.
process.stdout.write(`${JSON.stringify({ peak: (await peakOf(process.pid)) ?? process.resourceUsage().maxRSS * 1024 })}\n`);
