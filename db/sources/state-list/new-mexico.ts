/** New Mexico's list of industry credentials, as descriptors of its student records system (Ed-Fi). */
import type { Tally } from '../check/tally.ts';
import type { SourceInput } from '../file/source-input.ts';
import { findTable, type FoundTable } from '../table-head.ts';
import { recordsOf } from '../table-records.ts';
import type { ListedCredential } from './listed-credential.ts';

const HEADINGS = { namespace: ['namespace'], code: ['code_value'], short: ['short_description'], name: ['description'] } as const;
const DESCRIPTOR = /IndustryCredentialDescriptor$/;
/** Codes of the edition of 2023-24; that of 2021-22 wrote them without zeros in front. */
const CODE_DIGITS = 3;

export function newMexicoTable(input: SourceInput): FoundTable<keyof typeof HEADINGS> | null {
  const table = findTable(input, HEADINGS);
  if (!table || input.form !== 'table') return null;
  return input.head.some(({ cells }) => DESCRIPTOR.test(cells[table.columns.namespace] ?? '')) ? table : null;
}

export async function* readNewMexico(input: SourceInput, table: FoundTable<keyof typeof HEADINGS>, tally: Tally): AsyncGenerator<ListedCredential> {
  const { columns } = table;
  yield* recordsOf(input, table, tally, (cells) => {
    if (!DESCRIPTOR.test(cells.text(columns.namespace))) cells.refuse('code-invalid', columns.namespace);
    const code = cells.digits(columns.code, CODE_DIGITS);
    if (code === '') cells.refuse('code-missing', columns.code);
    const name = cells.text(columns.name);
    if (name === '') cells.refuse('name-missing', columns.name);
    return {
      record: code, code, name, issuer: null, ctid: null, area: '35', program: 'ped-industry-credentials', edition: null, tier: null, points: null,
      validFrom: null, validTo: null, updated: null, cips: [], socs: [],
    };
  }, ({ record }) => record);
}
