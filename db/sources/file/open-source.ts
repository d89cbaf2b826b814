/** Opens a file as what its first bytes say it is; its name is never asked. */
import { firstBytes, firstContent } from './byte-stream.ts';
import { openDelimited } from './delimited.ts';
import { looksLikeJson, openJson } from './json.ts';
import { COLUMNAR_MARK, openParquet } from './parquet.ts';
import { SourceFault } from './source-fault.ts';
import type { SourceInput } from './source-input.ts';
import { openWorkbook } from './workbook.ts';

const ZIP = Buffer.from('PK');

/** Errors: SourceFault with a code of check/problems.ts. */
export async function openSource(path: string): Promise<SourceInput> {
  const stored = await firstBytes(path, 4);
  if (stored.length === 0) throw new SourceFault('empty-file');
  if (stored.subarray(0, 2).equals(ZIP)) return openWorkbook(path);
  if (stored.equals(COLUMNAR_MARK)) return openParquet(path);
  const start = (await firstContent(path)).toString('utf8').replace(/^\uFEFF/, '').trimStart();
  if (start === '') throw new SourceFault('empty-file');
  return looksLikeJson(start) ? openJson(path) : openDelimited(path);
}
