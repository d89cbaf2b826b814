/** What an importer gives to a pack: rows whose key is known, and credentials whose identity is still to be settled. */
import type { Cell } from '../pack/order.ts';
import type { Rows, TableName } from '../pack/tables.ts';

/** A row of a table that needs no merging (pay, openings, schools); `source_id` is put in by the build. */
export interface StagedRow {
  readonly what: 'row';
  readonly table: TableName;
  readonly cells: Readonly<Record<string, Cell>>;
  /** Which column names the source; `source_id` where this is absent. */
  readonly sourceColumn?: string;
  /** True of a row that has only some columns: it fills empty ones of the row with its key, and is none by itself. */
  readonly fills?: true;
  /** Columns that are added up where several rows have one key: awards of two levels that count as one. */
  readonly adds?: readonly string[];
}

/** An organization with a registry id: other records may name it by that alone. */
export interface StagedOrganization {
  readonly what: 'organization';
  readonly ctid: string;
  readonly name: string;
  readonly url: string | null;
}

/** Who gives a credential; the name is empty where only the registry id is said. */
export interface StagedIssuer {
  readonly name: string;
  readonly ctid: string | null;
  readonly url: string | null;
}

/** A credential as one record of one source names it. What the record does not say is null or empty. */
export interface StagedCredential {
  readonly what: 'credential';
  /** Id of the record in its source: a CTID, a list's code. */
  readonly record: string;
  readonly ctid: string | null;
  readonly name: string;
  readonly nameEs: string | null;
  readonly aliases: readonly string[];
  readonly kind: Rows['credential']['kind'];
  readonly issuer: StagedIssuer | null;
  /** Programs, six or four digits with the dot. */
  readonly cips: readonly string[];
  readonly occupations: readonly { readonly soc: string; readonly relation: Rows['credential_occupation']['relation'] }[];
  /** Ids of areas where it can be had: "us", a state's two digits. */
  readonly areas: readonly string[];
  readonly status: Rows['credential']['status'];
  /** CTID of the credential that took its place. */
  readonly successorCtid: string | null;
  /** Day of the record's last change, YYYY-MM-DD; an earlier record never overwrites a later one. */
  readonly updated: string | null;
  readonly renewMonths: number | null;
  readonly minAge: number | null;
  readonly costs: readonly { readonly line: Rows['credential_cost']['line']; readonly lowCents: number | null; readonly highCents: number | null; readonly label: string }[];
  readonly times: readonly { readonly kind: Rows['credential_time']['kind']; readonly low: number; readonly high: number; readonly unit: Rows['credential_time']['unit'] }[];
  /** CTIDs of credentials that this one prepares for or counts toward. */
  readonly leadsTo: readonly { readonly ctid: string; readonly kind: Rows['stacking']['kind'] }[];
}

/** A credential on a state's list: which list, and what the list says of it. The credential itself is staged beside it under the same record. */
export interface StagedRecognition {
  readonly what: 'recognition';
  readonly record: string;
  readonly area: string;
  readonly program: string;
  readonly edition: string;
  readonly tier: string | null;
  readonly points: number | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** An occupation of an earlier classification, and one that it became. */
export interface StagedSocChange {
  readonly what: 'soc-change';
  readonly before: string;
  readonly soc: string;
}

export type Staged = StagedRow | StagedCredential | StagedRecognition | StagedOrganization | StagedSocChange;

/** What the recipe says of a source, beside its file. */
export interface StageContext {
  /** Options of the recipe, as "area" of a list: words of the kind's own documentation. */
  readonly options: Readonly<Record<string, string>>;
}
