/** Ids and facets by place, written beside a library's index: what is shown and counted of each hit. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { FACETS, type SearchDocument } from '../documents.ts';
import { FacetColumns } from '../facet-columns.ts';

const FILE = 'documents.tsv';
const LINES = 5_000;

export class KeptDocuments {
  readonly ids: string[] = [];
  readonly facets = new FacetColumns();
  readonly #lines: string[] = [];

  add(document: SearchDocument): void {
    this.ids.push(document.id);
    this.facets.add(document);
    this.#lines.push([document.id, ...FACETS.map((facet) => document[facet])].join('\t'));
  }

  async save(folder: string): Promise<void> {
    const file = await open(join(folder, FILE), 'w');
    for (let at = 0; at < this.#lines.length; at += LINES) await file.write(`${this.#lines.slice(at, at + LINES).join('\n')}\n`);
    await file.close();
  }

  async load(folder: string): Promise<void> {
    for await (const line of createInterface({ input: createReadStream(join(folder, FILE)) })) {
      const [id = '', kind = '', field = '', area = ''] = line.split('\t');
      const rest = { name: '', nameEs: '', shortNames: '', codes: '', aliases: '', issuer: '' };
      this.facets.add({ at: this.ids.length, id, kind, field, area, ...rest });
      this.ids.push(id);
    }
  }
}
