/**
 * One row for each family of records, and beside it what every record said: the sources of each fact are kept, and where they
 * differ both things stand there with the one that counts.
 */
import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { Rows, TableName } from '../pack/tables.ts';
import type { Cell } from '../pack/order.ts';
import type { StagedCredential, StagedRecognition } from '../sources/staged.ts';
import { inOrder } from './batches.ts';
import { fieldOfCip } from './cip-field.ts';
import { STARTER_RANK } from './families.ts';
import { cellText, nameKey } from './name-key.ts';
import type { Recipe } from './recipe.ts';
import type { PutResult, RowStore } from './row-store.ts';
import { SocEditions } from './soc-editions.ts';

interface Staged {
  readonly source: number;
  readonly record: string;
  readonly family: string;
  readonly matched: Rows['credential_origin']['matched_by'];
  readonly body: string;
}
interface Member {
  readonly rank: number;
  readonly matched: Rows['credential_origin']['matched_by'];
  readonly said: StagedCredential;
}

/** Hears of every row that could not be kept. */
export type Refusal = (table: TableName, record: string, column: string, reason: string) => void;

const ID = /^[A-Za-z0-9._-]{1,80}$/;
const HASH_LENGTH = 20;
const hashId = (prefix: string, text: string): string => `${prefix}-${createHash('sha256').update(text).digest('hex').slice(0, HASH_LENGTH)}`;
/** What the label of a cost says where the source gives none. */
const REGISTRY_TERMS = { en: 'as the registry lists it', es: 'según el registro' } as const;

/** Id of a family's credential: the starter's own, the registry's in small letters, else one made of who gives it and its name. */
export function idOfFamily(family: string): string {
  if (family.startsWith('starter:')) return family.slice('starter:'.length);
  const ctid = family.startsWith('ctid:') ? family.slice('ctid:'.length).toLowerCase() : '';
  return ID.test(ctid) ? ctid : hashId('x', family);
}

/** A cell for `record` of a source in the tables that name one: short enough, and the same on every build. */
const recordCell = (record: string): string => (record.length <= 80 ? cellText(record, 80) : hashId('r', record));

export class CredentialMerge {
  readonly #database: Database.Database;
  readonly #store: RowStore;
  readonly #recipe: Recipe;
  readonly #refuse: Refusal;
  readonly #issuers = new Map<string, string>();
  readonly socs: SocEditions;
  /** Ids by the registry ids that others point to. */
  readonly #idOfCtid: Database.Statement<[string], { readonly family: string }>;

  constructor({ database, store, recipe, refuse }: { readonly database: Database.Database; readonly store: RowStore; readonly recipe: Recipe; readonly refuse: Refusal }) {
    this.#database = database;
    this.#store = store;
    this.#recipe = recipe;
    this.#refuse = refuse;
    this.socs = new SocEditions(database, store);
    for (const [id, name] of store.rows('organization')) this.#issuers.set(nameKey(String(name)), String(id));
    this.#idOfCtid = database.prepare('SELECT family FROM staged_credential WHERE ctid = ? AND family IS NOT NULL LIMIT 1');
  }

  /** Puts in everything of every family; gives how many credentials there are now beside the starter's. */
  run(): { readonly added: number; readonly joined: number } {
    let added = 0;
    let joined = 0;
    let members: Member[] = [];
    let family = '';
    const close = (): void => {
      if (members.length === 0) return;
      if (family.startsWith('starter:')) joined += members.length;
      else added += 1;
      this.#family(family, members);
    };
    for (const row of inOrder<Staged>(this.#database, 'staged_credential', 'family, source, updated DESC, record, body')) {
      if (row.family !== family) {
        close();
        members = [];
        family = row.family;
      }
      if (row.source !== STARTER_RANK) members.push({ rank: row.source, matched: row.matched, said: JSON.parse(row.body) as StagedCredential });
    }
    close();
    return { added, joined };
  }

  /** What states' lists say of the credentials. */
  putRecognition(): void {
    const entries = new Map<number, number>();
    const rows = this.#database.prepare<[], { source: number; record: string; body: string; family: string | null; matched: string | null }>(
      `SELECT r.source, r.record, r.body, c.family, c.matched FROM staged_recognition r
       LEFT JOIN staged_credential c ON c.source = r.source AND c.record = r.record ORDER BY r.source, r.record, r.body`,
    );
    for (const { source, record, body, family } of rows.all()) {
      const said = JSON.parse(body) as StagedRecognition;
      const listed = this.#listedAs(source, record);
      if (family === null) continue;
      entries.set(source, (entries.get(source) ?? 0) + 1);
      this.#put('recognition', record, {
        credential: idOfFamily(family), area: said.area, program: said.program, edition: said.edition, code: cellText(record, 20), listed_as: cellText(listed, 160), match: 'same',
        tier: said.tier, points: said.points, valid_from: said.validFrom, valid_to: said.validTo, successor: null,
      });
    }
    for (const [rank, count] of entries) {
      const source = this.#recipe.sources[rank];
      if (!source) continue;
      const { options } = source;
      this.#put('recognition_program', source.id, {
        area: options['area'] ?? '', program: options['program'] ?? '', edition: options['edition'] ?? '', purpose: options['purpose'] ?? 'school',
        label: cellText(options['label'] ?? source.title, 160), label_es: cellText(options['label_es'] ?? options['label'] ?? source.title, 160), entries: count, source_id: source.id,
      });
    }
  }

  #listedAs(source: number, record: string): string {
    const row = this.#database.prepare<[number, string], { body: string }>('SELECT body FROM staged_credential WHERE source = ? AND record = ?').get(source, record);
    return row ? (JSON.parse(row.body) as StagedCredential).name : record;
  }

  #family(family: string, members: readonly Member[]): void {
    const id = idOfFamily(family);
    const isStarter = family.startsWith('starter:');
    const first = <T>(of: (said: StagedCredential) => T | null): T | null => {
      for (const { said } of members) {
        const value = of(said);
        if (value !== null) return value;
      }
      return null;
    };
    const facts: Readonly<Record<string, Cell>> = {
      ctid: first(({ ctid }) => ctid), cip: first(({ cips }) => cips[0] ?? null), renew_months: first(({ renewMonths }) => renewMonths), min_age: first(({ minAge }) => minAge),
    };
    if (isStarter) this.#store.fill('credential', id, { ctid: facts['ctid'] ?? null, cip: facts['cip'] ?? null });
    else this.#putCredential(id, members, facts, first(({ nameEs }) => nameEs), first(({ issuer }) => (issuer ? this.#issuerId(issuer.name, issuer.url) : null)));
    this.#putOrigins(id, isStarter, members);
    this.#putConflicts(id, members);
    for (const { rank, said } of members) this.#putFacts(id, rank, said, isStarter);
  }

  #putCredential(id: string, members: readonly Member[], facts: Readonly<Record<string, Cell>>, nameEs: string | null, issuer: string | null): void {
    const [first] = members;
    if (!first) return;
    const { said } = first;
    const successor = said.successorCtid === null ? undefined : this.#idOfCtid.get(said.successorCtid);
    this.#put('credential', said.record, {
      ...facts, id, code: null, kind: said.kind, role: said.kind === 'badge' || said.kind === 'course-card' ? 'add-on' : 'main', demand_type: 'not-known',
      name: cellText(said.name, 300), name_es: nameEs === null ? null : cellText(nameEs, 300), issuer,
      field: fieldOfCip(members.flatMap((member) => member.said.cips)[0]), jurisdiction: 'not-known', status: said.status, successor: successor ? idOfFamily(successor.family) : null,
    });
  }

  #issuerId(name: string, url: string | null): string | null {
    const key = nameKey(name);
    if (key === '') return null;
    const known = this.#issuers.get(key);
    if (known !== undefined) return known;
    const id = hashId('o', key);
    this.#issuers.set(key, id);
    this.#put('organization', id, { id, name: cellText(name, 300), kind: 'issuer', url: url === null ? null : cellText(url, 500), phone: null });
    return id;
  }

  #putOrigins(id: string, isStarter: boolean, members: readonly Member[]): void {
    members.forEach(({ rank, matched, said }, index) => {
      this.#put('credential_origin', said.record, {
        credential: id, source_id: this.#source(rank), record: recordCell(said.record), listed_as: cellText(said.name, 300), matched_by: index === 0 && !isStarter ? 'first' : matched, updated: said.updated,
      });
    });
  }

  /** Facts of which two records say different things; the first that says anything counts. */
  #putConflicts(id: string, members: readonly Member[]): void {
    const facts: readonly (readonly [string, (said: StagedCredential) => string | null])[] = [
      ['kind', ({ kind }) => kind], ['status', ({ status }) => status], ['cip', ({ cips }) => cips[0] ?? null],
      ['renew_months', ({ renewMonths }) => (renewMonths === null ? null : String(renewMonths))], ['min_age', ({ minAge }) => (minAge === null ? null : String(minAge))],
    ];
    for (const [fact, of] of facts) {
      const said = members.flatMap((member) => { const value = of(member.said); return value === null ? [] : [{ member, value }]; });
      if (new Set(said.map(({ value }) => value)).size < 2) continue;
      said.forEach(({ member, value }, index) => {
        this.#put('credential_conflict', member.said.record, {
          credential: id, fact, source_id: this.#source(member.rank), record: recordCell(member.said.record), value: cellText(value, 300), taken: index === 0 ? 1 : 0,
        });
      });
    }
  }

  #putFacts(id: string, rank: number, said: StagedCredential, isStarter: boolean): void {
    for (const alias of [...said.aliases, said.name]) this.#putAlias(id, alias, said);
    for (const area of said.areas) this.#put('credential_area', said.record, { credential: id, area });
    this.#putOccupations(id, rank, said);
    for (const { ctid, kind } of said.leadsTo) {
      const to = this.#idOfCtid.get(ctid);
      if (to && idOfFamily(to.family) !== id) {
        this.#put('stacking', said.record, {
          from_credential: id, to_credential: idOfFamily(to.family), kind, skippable: 0, credits: null, terms: REGISTRY_TERMS.en, terms_es: REGISTRY_TERMS.es, evidence_id: null,
        });
      }
    }
    // The starter's prices and times were read and reviewed; a registry's older ones do not stand beside them.
    if (isStarter) return;
    this.#putPrices(id, rank, said);
  }

  #putOccupations(id: string, rank: number, { record, occupations }: StagedCredential): void {
    const now = occupations.map((each) => ({ ...each, ...this.socs.now(each.soc) }));
    // What is said of one occupation counts before what is guessed of several.
    for (const { socs, isParted, relation } of now.toSorted((a, b) => Number(a.isParted) - Number(b.isParted))) {
      for (const soc of socs) this.#put('credential_occupation', record, { credential: id, soc, area: 'us', relation: isParted ? 'related' : relation, evidence_id: null });
    }
    for (const { soc, socs } of now.filter(({ isParted }) => isParted)) {
      this.#put('credential_conflict', record, {
        credential: id, fact: `occupation ${soc}`, source_id: this.#source(rank), record: recordCell(record), value: cellText(`${soc} of SOC 2010 became ${socs.join(', ')}`, 300), taken: 0,
      });
    }
  }

  #putAlias(id: string, alias: string, said: StagedCredential): void {
    const text = cellText(alias, 200);
    if (text === '' || nameKey(text) === nameKey(said.name) && alias !== said.name) return;
    const own = this.#store.text('credential', id, 'name');
    if (own !== null && nameKey(own) === nameKey(text)) return;
    this.#put('credential_alias', said.record, { credential: id, alias: text, lang: 'en' });
  }

  #putPrices(id: string, rank: number, said: StagedCredential): void {
    if (said.costs.length === 0 && said.times.length === 0) return;
    const source = this.#recipe.sources[rank];
    if (!source) return;
    const evidence = hashId('e', `${source.id}\n${said.record}`);
    this.#put('evidence', said.record, {
      id: evidence, subject: id, fact: 'listing', value: cellText(said.name, 300), jurisdiction: 'us', publisher: cellText(source.publisher, 200), title: cellText(source.title, 300),
      url: cellText(source.url, 500), page_date: said.updated, read_date: this.#recipe.dataChecked, type: 'issuer', note: null,
    });
    const year = said.updated === null ? null : Number(said.updated.slice(0, 4));
    for (const { line, lowCents, highCents, label } of said.costs) {
      const text = cellText(label === '' ? REGISTRY_TERMS.en : label, 120);
      this.#put('credential_cost', said.record, {
        credential: id, line, area: 'us', low_cents: lowCents, high_cents: highCents, at_least: 0, unknown: lowCents === null ? 'not-published' : null, per: 'once', price_year: year,
        label: text, label_es: label === '' ? REGISTRY_TERMS.es : text, payers: null, evidence_id: evidence,
      });
    }
    for (const { kind, low, high, unit } of said.times) {
      this.#put('credential_time', said.record, { credential: id, kind, area: 'us', low, high, unit, unknown: null, evidence_id: evidence });
    }
  }

  #source(rank: number): string {
    return this.#recipe.sources[rank]?.id ?? '';
  }

  #put(table: TableName, record: string, cells: Readonly<Record<string, Cell | undefined>>): PutResult {
    const result = this.#store.putCells(table, cells);
    if (typeof result === 'object') this.#refuse(table, record, result.column, result.reason);
    return result;
  }
}
