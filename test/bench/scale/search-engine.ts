/** Part: loads an index that was saved and types the queries into it. */
import { makeEngine } from './make-engine.ts';
import type { EngineOrder } from './index-engine.ts';
import { asPart, residentMegabytes } from './part.ts';
import { readQueries } from './queries.ts';
import { typeAll, type Typed } from './typing.ts';

export interface SearchFigures {
  readonly loadSeconds: number;
  readonly typed: Typed;
  /** Resident when the index was loaded, and after all searches. */
  readonly megabytes: { readonly loaded: number; readonly used: number };
}

await asPart<EngineOrder, SearchFigures>(import.meta.url, async ({ engine: name, folder, queries, seconds }) => {
  const engine = await makeEngine(name);
  const began = performance.now();
  await engine.load(folder);
  const loadSeconds = (performance.now() - began) / 1000;
  const loaded = residentMegabytes();
  const typed = await typeAll((text) => engine.search(text).total, { queries: readQueries().slice(0, queries), seconds });
  return { loadSeconds, typed, megabytes: { loaded, used: residentMegabytes() } };
});
