/** Orama: an index of names and one of all texts (every word must stand in one property), with its own facets and its own total. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create, insert, load, save, search, type AnyOrama, type RawData, type Results } from '@orama/orama';
import { FACETS, type SearchDocument } from '../documents.ts';
import { FIRST, LITTLE, type Answer, type Engine } from '../engine.ts';
import type { FacetCounts } from '../facet-columns.ts';

const FILE = 'index.json';
const make = (): AnyOrama => create({ schema: { names: 'string', all: 'string', kind: 'enum', field: 'enum', area: 'enum' } as const, sort: { enabled: false } });

/** Without plugins its functions answer at once; their types leave a promise open. */
function now<T>(value: T | Promise<T>): T {
  if (value instanceof Promise) throw new Error('an answer that is still to come');
  return value;
}

export class OramaEngine implements Engine {
  readonly #index = make();

  build(documents: Iterable<SearchDocument>): void {
    for (const { id, name, nameEs, shortNames, codes, aliases, issuer, kind, field, area } of documents) {
      now(insert(this.#index, { id, names: `${name} ${nameEs} ${shortNames}`, all: `${name} ${nameEs} ${shortNames} ${codes} ${aliases} ${issuer}`, kind, field, area }));
    }
  }

  async save(folder: string): Promise<void> {
    await writeFile(join(folder, FILE), JSON.stringify(save(this.#index)));
  }

  async load(folder: string): Promise<void> {
    load(this.#index, JSON.parse(await readFile(join(folder, FILE), 'utf8')) as RawData);
  }

  search(text: string, most = FIRST): Answer {
    const ask = (less: { readonly threshold: number; readonly tolerance?: number }): Results<unknown> => now(search(this.#index, {
      term: text, properties: ['names', 'all'], boost: { names: 2 }, limit: most, facets: { kind: {}, field: {}, area: {} }, ...less,
    })) as Results<unknown>;
    let found = ask({ threshold: 0 });
    if (found.count < LITTLE) found = ask({ threshold: 1, tolerance: 1 });
    return {
      total: found.count, first: found.hits.map(({ id }) => id),
      facets: Object.fromEntries(FACETS.map((facet) => [facet, found.facets?.[facet]?.values ?? {}])) as FacetCounts,
    };
  }
}
