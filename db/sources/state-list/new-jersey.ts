/** New Jersey's list of industry credentials for training programs, as a table of its own database. */
import type { Tally } from '../check/tally.ts';
import { dayOf } from '../day.ts';
import type { SourceInput } from '../file/source-input.ts';
import { findTable, type FoundTable } from '../table-head.ts';
import { recordsOf, type RowCells } from '../table-records.ts';
import type { ListedCredential } from './listed-credential.ts';

const HEADINGS = {
  id: ['ID'], name: ['NAME'], code: ['CODE'], issuer: ['ISSUERID'], created: ['DATECREATED'], modified: ['DATELASTMODIFIED'], isDeleted: ['ISDELETED'], deleted: ['DATEDELETED'],
} as const;
const CODE_DIGITS = 4;

export const newJerseyTable = (input: SourceInput): FoundTable<keyof typeof HEADINGS> | null => findTable(input, HEADINGS);

function dayIn(cells: RowCells, column: number): string | null {
  const text = cells.text(column);
  const day = text === '' ? null : dayOf(text);
  if (text !== '' && day === null) cells.flag('date-unreadable', column);
  return day;
}

export async function* readNewJersey(input: SourceInput, table: FoundTable<keyof typeof HEADINGS>, tally: Tally): AsyncGenerator<ListedCredential> {
  const { columns } = table;
  yield* recordsOf(input, table, tally, (cells) => {
    const id = cells.required(columns.id);
    if (!/^\d+$/.test(id)) cells.refuse('code-invalid', columns.id);
    const isDeleted = cells.text(columns.isDeleted);
    if (isDeleted !== '0' && isDeleted !== '1') cells.refuse('code-invalid', columns.isDeleted);
    if (isDeleted === '1') cells.skip('deleted-entry', columns.deleted);
    const name = cells.text(columns.name).replace(/\s+/g, ' ');
    if (name === '') cells.refuse('name-missing', columns.name);
    const code = cells.digits(columns.code, CODE_DIGITS);
    if (code === '') cells.flag('code-missing', columns.code);
    return {
      // Codes are missing in a third of the entries, and two stand twice: entries are known by their number.
      record: `ID ${id}`, code: code === '' ? null : code, name, issuer: null, ctid: null, area: '34', program: 'dol-industry-credentials', edition: null,
      tier: null, points: null, validFrom: null, validTo: null, updated: dayIn(cells, columns.modified) ?? dayIn(cells, columns.created), cips: [], socs: [],
    };
  }, ({ record }) => record);
}
