/** What is asked of each way to search that stands beside ours, and which there are. */
import type { SearchDocument } from './documents.ts';
import type { EngineName } from './options.ts';
import type { FacetCounts } from './facet-columns.ts';

/** As many as a list shows at first. */
export const FIRST = 20;

export interface Answer {
  readonly total: number;
  /** Ids of the best, in order. */
  readonly first: readonly string[];
  readonly facets: FacetCounts;
}

/**
 * Each word that is typed must be the start of a word of the document. Where fewer than {@link LITTLE} have all, an engine
 * may ask for less by what it has for that: slips forgiven, some of the words.
 */
export interface Engine {
  /** Indexes documents, which come in the order of their places; one that works on files makes them in the folder. */
  build(documents: Iterable<SearchDocument>, folder: string): void | Promise<void>;
  /** Writes the index into the folder by the engine's own export. */
  save(folder: string): void | Promise<void>;
  /** Reads what `save` wrote. */
  load(folder: string): void | Promise<void>;
  /** The best `most`, with the total and the facets of all that match. */
  search(text: string, most?: number): Answer;
}

export const LITTLE = 3;
export type OtherEngine = Exclude<EngineName, 'ours'>;

const MAKERS: Readonly<Record<OtherEngine, () => Promise<Engine>>> = {
  'fts5': async () => new (await import('./engines/fts5.ts')).Fts5(),
  'fts5-bitmaps': async () => new (await import('./engines/fts5-bitmaps.ts')).Fts5Bitmaps(),
  'minisearch': async () => new (await import('./engines/mini-search.ts')).MiniSearchEngine(),
  'flexsearch': async () => new (await import('./engines/flex-search.ts')).FlexSearchEngine(),
  'orama': async () => new (await import('./engines/orama.ts')).OramaEngine(),
};
/** Reads only the library that is asked for: its memory is the program's own. */
export const makeEngine = (name: OtherEngine): Promise<Engine> => MAKERS[name]();
