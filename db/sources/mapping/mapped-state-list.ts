/** A state's list of credentials in any table, read by its mapping. */
import { dayOf } from '../day.ts';
import { LIST_PROBLEMS, stageListed, type ListedCredential } from '../state-list/listed-credential.ts';
import type { SourceKind } from '../source-kind.ts';
import { recordsOf, type RowCells } from '../table-records.ts';
import { figureOf, isKnown } from '../published-figure.ts';
import { leaveOutByMapping, mappedTable, occupationsIn, programsIn, type MappedTable } from './mapped-table.ts';
import type { StateListMapping } from './mapping.ts';

const NAMES = ['name', 'code', 'issuer', 'ctid', 'tier', 'points', 'validFrom', 'validTo', 'updated', 'cip', 'soc'] as const;
type Name = (typeof NAMES)[number];
const CTID = /^ce-[0-9a-f-]{36}$/i;

function dayIn(cells: RowCells, column: number): string | null {
  const text = cells.text(column);
  const day = text === '' ? null : dayOf(text);
  if (text !== '' && day === null) cells.flag('date-unreadable', column);
  return day;
}

function pointsIn(cells: RowCells, column: number): number | null {
  const text = cells.text(column);
  if (text === '') return null;
  const points = figureOf(text);
  if (points !== null && isKnown(points) && Number.isInteger(points)) return points;
  cells.flag('points-unreadable', column);
  return null;
}

function recordOf(cells: RowCells, { at, ...table }: MappedTable<Name>, { area, program, edition, codeDigits }: StateListMapping): ListedCredential {
  leaveOutByMapping(cells, table);
  const name = cells.text(at.name).replace(/\s+/g, ' ');
  if (name === '') cells.refuse('name-missing', at.name);
  const code = codeDigits === undefined ? cells.text(at.code) : cells.digits(at.code, codeDigits);
  if (at.code >= 0 && code === '') cells.flag('code-missing', at.code);
  const ctid = cells.text(at.ctid);
  if (ctid !== '' && !CTID.test(ctid)) cells.flag('code-invalid', at.ctid);
  const or = (text: string): string | null => (text === '' ? null : text);
  return {
    // Entries without a code are known by their name.
    record: code === '' ? name.slice(0, 80) : code, code: or(code), name, issuer: or(cells.text(at.issuer)), ctid: CTID.test(ctid) ? ctid.toLowerCase() : null, area, program, edition,
    tier: or(cells.text(at.tier).slice(0, 40)), points: pointsIn(cells, at.points), validFrom: dayIn(cells, at.validFrom), validTo: dayIn(cells, at.validTo),
    updated: dayIn(cells, at.updated), cips: programsIn(cells, at.cip), socs: occupationsIn(cells, at.soc),
  };
}

/** A kind that takes tables with the columns of the mapping. */
export const mappedStateList = (mapping: StateListMapping): SourceKind<ListedCredential> => ({
  kind: 'state-list',
  title: 'A state\'s list of credentials, by a mapping',
  problems: LIST_PROBLEMS,
  recognise: (input) => (mappedTable(input, mapping, NAMES) ? { vintage: mapping.edition } : null),
  async* read(input, tally) {
    const table = mappedTable(input, mapping, NAMES);
    if (table) yield* recordsOf(input, table, tally, (cells) => recordOf(cells, table, mapping), ({ record }) => record);
  },
  stage: stageListed,
});
