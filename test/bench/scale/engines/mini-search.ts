/** MiniSearch: every text a field of its own, names weigh most, facets counted from its whole list of results. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import MiniSearch, { type Options, type SearchResult } from 'minisearch';
import type { SearchDocument } from '../documents.ts';
import { FIRST, LITTLE, type Answer, type Engine } from '../engine.ts';
import { KeptDocuments } from './kept-documents.ts';

const FILE = 'index.json';
const MARKS = /\p{M}+/gu;
const OPTIONS: Options<SearchDocument> = {
  idField: 'at', fields: ['name', 'nameEs', 'shortNames', 'codes', 'aliases', 'issuer'],
  processTerm: (term) => term.normalize('NFKD').replace(MARKS, '').toLowerCase(),
  searchOptions: { boost: { name: 4, nameEs: 4, shortNames: 3, codes: 3, aliases: 2 }, prefix: true, combineWith: 'AND' },
};

export class MiniSearchEngine implements Engine {
  #index = new MiniSearch<SearchDocument>(OPTIONS);
  readonly #kept = new KeptDocuments();

  build(documents: Iterable<SearchDocument>): void {
    for (const document of documents) {
      this.#kept.add(document);
      this.#index.add(document);
    }
  }

  async save(folder: string): Promise<void> {
    await this.#kept.save(folder);
    await writeFile(join(folder, FILE), JSON.stringify(this.#index));
  }

  async load(folder: string): Promise<void> {
    await this.#kept.load(folder);
    this.#index = MiniSearch.loadJSON<SearchDocument>(await readFile(join(folder, FILE), 'utf8'), OPTIONS);
  }

  search(text: string, most = FIRST): Answer {
    let found: readonly SearchResult[] = this.#index.search(text);
    if (found.length < LITTLE) found = this.#index.search(text, { fuzzy: 0.2, combineWith: 'OR' });
    const place = (at: number): number => Number(found[at]?.['id'] ?? 0);
    return {
      total: found.length, first: found.slice(0, most).map((_, at) => this.#kept.ids[place(at)] ?? ''), facets: this.#kept.facets.count(found.length, place),
    };
  }
}
