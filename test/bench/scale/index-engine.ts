/** Part: indexes the documents with one engine and saves the index; where it cannot be saved, types the queries at once. */
import { readdir, rm, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readDocuments, type SearchDocument } from './documents.ts';
import type { Engine } from './engine.ts';
import { makeEngine, type OtherEngine } from './make-engine.ts';
import { asPart, progress, residentMegabytes } from './part.ts';
import { readQueries } from './queries.ts';
import { typeAll, type Typed } from './typing.ts';

export interface EngineOrder {
  readonly engine: OtherEngine;
  /** Database of the edition that documents are read from, and how many of those that were made. */
  readonly database: string;
  readonly made: number;
  readonly folder: string;
  readonly queries: number;
  readonly seconds: number;
}
export interface IndexFigures {
  readonly documents: number;
  readonly seconds: number;
  readonly megabytes: number;
  /** Bytes of what was saved; null when the engine could not export what it held. */
  readonly savedBytes: number | null;
  readonly saveFailure: string;
  /** Only where nothing was saved. */
  readonly typed: Typed | null;
}

const TELL_EVERY = 100_000;

function* counted(documents: Iterable<SearchDocument>, count: (documents: number) => void): Generator<SearchDocument> {
  for (const document of documents) {
    count(document.at + 1);
    if ((document.at + 1) % TELL_EVERY === 0) progress(`${document.at + 1} documents`);
    yield document;
  }
}

async function bytesIn(folder: string): Promise<number> {
  const sizes = await Promise.all((await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Why it could not be saved, or ''. A text that JavaScript cannot hold is a limit of the engine's export; anything else is a fault of this program. */
async function save(engine: Engine, folder: string): Promise<string> {
  try {
    await engine.save(folder);
    return '';
  } catch (error) {
    if (!(error instanceof RangeError) && !(error instanceof Error && 'code' in error && error.code === 'ERR_STRING_TOO_LONG')) throw error;
    return `its export is longer than the longest text of JavaScript (${error.message})`;
  }
}

await asPart<EngineOrder, IndexFigures>(import.meta.url, async ({ engine: name, database, made, folder, queries, seconds }) => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const engine = await makeEngine(name);
  let documents = 0;
  const began = performance.now();
  await engine.build(counted(readDocuments(database, made), (count) => { documents = count; }), folder);
  const took = (performance.now() - began) / 1000;
  const megabytes = residentMegabytes();
  progress(`${documents} documents indexed in ${Math.round(took)} s`);
  const saveFailure = await save(engine, folder);
  const typed = saveFailure === '' ? null : await typeAll((text) => engine.search(text).total, { queries: readQueries().slice(0, queries), seconds });
  return { documents, seconds: took, megabytes, savedBytes: saveFailure === '' ? await bytesIn(folder) : null, saveFailure, typed };
});
