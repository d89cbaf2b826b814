/** FlexSearch: an index of names, whose hits come first, and one of all texts; facets counted from the whole list. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Charset, Index } from 'flexsearch';
import type { SearchDocument } from '../documents.ts';
import { FIRST, LITTLE, type Answer, type Engine } from '../engine.ts';
import { KeptDocuments } from './kept-documents.ts';

const FILE = 'index.lines';
const PARTS = ['names', 'all'] as const;
const makeIndex = (): Index => new Index({ tokenize: 'forward', encoder: Charset.Normalize });

export class FlexSearchEngine implements Engine {
  readonly #indexes: Readonly<Record<(typeof PARTS)[number], Index>> = { names: makeIndex(), all: makeIndex() };
  readonly #kept = new KeptDocuments();

  build(documents: Iterable<SearchDocument>): void {
    for (const document of documents) {
      const { at, name, nameEs, shortNames, codes, aliases, issuer } = document;
      this.#kept.add(document);
      this.#indexes.names.add(at, `${name} ${nameEs} ${shortNames}`);
      this.#indexes.all.add(at, `${name} ${nameEs} ${shortNames} ${codes} ${aliases} ${issuer}`);
    }
  }

  /** One line for each piece that it exports: the part, the key and the piece as JSON. */
  async save(folder: string): Promise<void> {
    await this.#kept.save(folder);
    const file = await open(join(folder, FILE), 'w');
    for (const part of PARTS) {
      await this.#indexes[part].export(async (key: string, data: string) => { if (data) await file.write(`${part}\t${key}\t${data}\n`); });
    }
    await file.close();
  }

  async load(folder: string): Promise<void> {
    await this.#kept.load(folder);
    for await (const line of createInterface({ input: createReadStream(join(folder, FILE)), crlfDelay: Infinity })) {
      const [part, key = ''] = line.split('\t', 2);
      this.#indexes[part === 'names' ? 'names' : 'all'].import(key, line.slice((part ?? '').length + key.length + 2));
    }
  }

  search(text: string, most = FIRST): Answer {
    const limit = this.#kept.ids.length;
    let found = this.#indexes.all.search(text, { limit });
    if (found.length < LITTLE) found = this.#indexes.all.search(text, { limit, suggest: true });
    const named = this.#indexes.names.search(text, { limit: most });
    const first = [...new Set([...named, ...found.slice(0, most)])].slice(0, most);
    return { total: found.length, first: first.map((at) => this.#kept.ids[Number(at)] ?? ''), facets: this.#kept.facets.count(found.length, (index) => Number(found[index] ?? 0)) };
  }
}
