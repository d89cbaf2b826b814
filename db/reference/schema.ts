/** The shape of the reference database: the tables of a pack, and what is derived from them at build time. */
import { TABLES, type Rows } from '../pack/tables.ts';
import type { Column, Table } from '../pack/tables/column.ts';

/** `PRAGMA application_id`: "WmRf". */
export const APPLICATION_ID = 0x576d5266;
/** `PRAGMA user_version`. A database of another number is built again from its pack. */
export const SCHEMA_VERSION = 5;

/** Facts about the database itself: digest, and the keys of the table `meta` that the pack carries. */
interface EditionInfo {
  readonly key: string;
  readonly value: string;
}
interface EditionCount {
  readonly table_name: string;
  readonly rows: number;
}
/** Credentials of which a verdict reads the same are one class; classes are numbered from 0 in order of their first credential. */
interface JudgedClass {
  readonly credential: string;
  readonly class: number;
}
/** A class: its first credential by id, how many it has, and what a verdict reads of each (see judged-classes.ts). */
interface JudgedRepresentative {
  readonly class: number;
  readonly credential: string;
  readonly members: number;
  readonly reads: string;
}
/** Edges of the credentials of a class, by the class they lead to. */
interface JudgedEdge {
  readonly class: number;
  readonly to_class: number;
  readonly kind: Rows['stacking']['kind'];
}
/**
 * What may be named as a better choice: of each class and field, the first credential by id of each
 * effort, as it is seen where a time is known for `area`; `area` is empty for the first of all, whose
 * time may not be known. `also`: other areas for which the same credential has a time, joined by ';',
 * a nearer one of which counts instead; empty for nearly all.
 */
interface JudgedCandidate {
  readonly field: Rows['credential']['field'];
  readonly area: string;
  readonly class: number;
  readonly effort: 0 | 1 | 2 | 3;
  readonly also: string;
  readonly credential: string;
}
/** One thing that can be found: credentials first, then occupations, each from the most useful to the least. */
interface SearchDoc {
  readonly id: number;
  readonly ref: string;
}
/** A text that things start with, and where its entries begin in the array `starts`. */
interface SearchStart {
  readonly norm: string;
  readonly place: number;
}
interface SearchWord {
  readonly id: number;
  readonly word: string;
}
/** A start of words that many share; `id` is that of its postings, as a word's. */
interface SearchPrefix {
  readonly prefix: string;
  readonly id: number;
}
/** Who has a word, or a start of words, in a role: the id says both (see search/build-words.ts). */
interface SearchPosting {
  readonly id: number;
  readonly docs: Uint8Array;
}
/** Words that have a group of letters. */
interface SearchGram {
  readonly gram: string;
  readonly words: Uint8Array;
}
/** Credentials that open an occupation. */
interface SearchLink {
  readonly soc: string;
  readonly docs: Uint8Array;
}
interface SearchArray {
  readonly name: string;
  readonly data: Uint8Array;
}
/** A number of each credential; for an area but the nation only of the credentials in `docs`. */
interface SearchColumn {
  readonly name: string;
  readonly area: string;
  readonly docs: Uint8Array | null;
  readonly data: Uint8Array;
}
interface SearchCip {
  readonly id: number;
  readonly cip: string;
}

/** Names by which a school is found; `role` 0 is its own name, 1 another one, 2 all of it with its place. */
interface SchoolEntry {
  readonly id: number;
  readonly institution: string;
  readonly role: number;
  readonly text: string;
  readonly norm: string;
}
interface SchoolText {
  readonly rowid: number;
  readonly school_text: string;
}

export type ReferenceTables = Rows & {
  readonly edition_info: EditionInfo;
  readonly edition_count: EditionCount;
  readonly judged_class: JudgedClass;
  readonly judged_representative: JudgedRepresentative;
  readonly judged_edge: JudgedEdge;
  readonly judged_candidate: JudgedCandidate;
  readonly search_doc: SearchDoc;
  readonly search_start: SearchStart;
  readonly search_word: SearchWord;
  readonly search_prefix: SearchPrefix;
  readonly search_posting: SearchPosting;
  readonly search_gram: SearchGram;
  readonly search_link: SearchLink;
  readonly search_array: SearchArray;
  readonly search_column: SearchColumn;
  readonly search_cip: SearchCip;
  readonly school_entry: SchoolEntry;
  readonly school_text: SchoolText;
};

const INDEXES: readonly string[] = [
  'CREATE INDEX evidence_by_subject ON evidence (subject, id)',
  'CREATE INDEX wage_by_occupation ON wage (soc, area)',
  'CREATE INDEX credential_occupation_by_soc ON credential_occupation (soc, relation, credential)',
  'CREATE INDEX stacking_by_target ON stacking (to_credential, from_credential)',
  'CREATE INDEX offering_by_program ON offering (cip, level, institution)',
  'CREATE INDEX institution_by_area ON institution (area, id)',
  'CREATE INDEX institution_by_county ON institution (county, id)',
  'CREATE INDEX training_program_by_cip ON training_program (list, cip, id)',
  'CREATE INDEX rule_by_kind ON rule (kind, valid_from)',
  'CREATE INDEX judged_class_by_class ON judged_class (class, credential)',
  'CREATE INDEX credential_by_program ON credential (cip, kind, id) WHERE cip IS NOT NULL',
  // The few that were reviewed: they stand on paper.
  'CREATE INDEX credential_printed ON credential (field, id) WHERE code IS NOT NULL',
  'CREATE INDEX credential_by_ctid ON credential (ctid) WHERE ctid IS NOT NULL',
  'CREATE INDEX recognition_by_code ON recognition (code, credential)',
];

const isText = ({ type }: Column) => type === 'text' || type === 'date' || type === 'json';

function createTable(table: Table): string {
  const columns = table.columns.map((column) => `"${column.name}" ${isText(column) ? 'TEXT' : 'INTEGER'}${column.nullable ? '' : ' NOT NULL'}`);
  const key = table.key.map((name) => `"${name}"`).join(', ');
  return `CREATE TABLE "${table.name}" (${columns.join(', ')}, PRIMARY KEY (${key})) STRICT, WITHOUT ROWID`;
}

/** Statements that make every table, before rows are put in. */
export function tableStatements(): readonly string[] {
  return [
    ...TABLES.map(createTable),
    'CREATE TABLE edition_info (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID',
    'CREATE TABLE edition_count (table_name TEXT NOT NULL PRIMARY KEY, rows INTEGER NOT NULL) STRICT, WITHOUT ROWID',
    'CREATE TABLE judged_class (credential TEXT NOT NULL PRIMARY KEY, class INTEGER NOT NULL) STRICT, WITHOUT ROWID',
    'CREATE TABLE judged_representative (class INTEGER PRIMARY KEY, credential TEXT NOT NULL, members INTEGER NOT NULL, reads TEXT NOT NULL) STRICT',
    'CREATE TABLE judged_edge (class INTEGER NOT NULL, to_class INTEGER NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (class, to_class, kind)) STRICT, WITHOUT ROWID',
    `CREATE TABLE judged_candidate (field TEXT NOT NULL, area TEXT NOT NULL, class INTEGER NOT NULL, effort INTEGER NOT NULL, also TEXT NOT NULL, credential TEXT NOT NULL,
      PRIMARY KEY (field, area, class, effort, also)) STRICT, WITHOUT ROWID`,
    'CREATE TABLE search_doc (id INTEGER PRIMARY KEY, ref TEXT NOT NULL) STRICT',
    'CREATE TABLE search_start (norm TEXT NOT NULL PRIMARY KEY, place INTEGER NOT NULL) STRICT, WITHOUT ROWID',
    'CREATE TABLE search_word (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE) STRICT',
    'CREATE TABLE search_prefix (prefix TEXT NOT NULL PRIMARY KEY, id INTEGER NOT NULL) STRICT, WITHOUT ROWID',
    'CREATE TABLE search_posting (id INTEGER PRIMARY KEY, docs BLOB NOT NULL) STRICT',
    'CREATE TABLE search_gram (gram TEXT NOT NULL PRIMARY KEY, words BLOB NOT NULL) STRICT, WITHOUT ROWID',
    'CREATE TABLE search_link (soc TEXT NOT NULL PRIMARY KEY, docs BLOB NOT NULL) STRICT',
    'CREATE TABLE search_array (name TEXT NOT NULL PRIMARY KEY, data BLOB NOT NULL) STRICT',
    'CREATE TABLE search_column (name TEXT NOT NULL, area TEXT NOT NULL, docs BLOB, data BLOB NOT NULL, PRIMARY KEY (name, area)) STRICT',
    'CREATE TABLE search_cip (id INTEGER PRIMARY KEY, cip TEXT NOT NULL) STRICT',
    'CREATE TABLE school_entry (id INTEGER PRIMARY KEY, institution TEXT NOT NULL, role INTEGER NOT NULL, text TEXT NOT NULL, norm TEXT NOT NULL) STRICT',
    `CREATE VIRTUAL TABLE school_text USING fts5(norm, content='', columnsize=0, detail='none', prefix='2 3',
      tokenize="unicode61 remove_diacritics 2 tokenchars '+#'")`,
  ];
}

/** Statements that make every index, after all rows are in. */
export const indexStatements = (): readonly string[] => INDEXES;
