/** What is asked of each way to search that stands beside ours, and which there are. */
import type { SearchDocument } from './documents.ts';
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
