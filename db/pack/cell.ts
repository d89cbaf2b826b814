/** What a cell may be: the one check that the starter's reader and the pack's reader share. */
import { isIsoDay, isIsoMonth } from '../../shared/kernel/plain-date.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Column } from './tables/column.ts';

/** Why a cell is refused; each has its words in the messages. */
export type CellFault = 'empty' | 'type' | 'too-long' | 'not-a-word' | 'control-character' | 'not-canonical';

// Line breaks included: no fact of ours has any, and NUL ends text early in many a C program.
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/;
const YEAR = /^\d{4}$/;
const AREA_OR_SLUG = /^[A-Za-z0-9._-]+$/;

function textFault(column: Column, value: unknown): CellFault | null {
  if (typeof value !== 'string' || !value.isWellFormed()) return 'type';
  if (value === '') return 'empty';
  if (column.max !== undefined && value.length > column.max) return 'too-long';
  if (CONTROL.test(value)) return 'control-character';
  if (column.oneOf && !column.oneOf.includes(value)) return 'not-a-word';
  if (column.ref && !AREA_OR_SLUG.test(value)) return 'type';
  return null;
}

function jsonFault(column: Column, value: unknown): CellFault | null {
  const fault = textFault(column, value);
  if (fault || typeof value !== 'string') return fault ?? 'type';
  let parsed: unknown;
  try {
    parsed = JSON.parse(value);
  } catch {
    return 'type';
  }
  return canonicalJson(parsed) === value ? null : 'not-canonical';
}

/** Null when `value` may stand in `column`; else what is wrong with it. */
export function cellFault(column: Column, value: unknown): CellFault | null {
  if (value === null) return column.nullable ? null : 'empty';
  switch (column.type) {
    case 'text':
      return textFault(column, value);
    case 'int':
      return Number.isSafeInteger(value) && !Object.is(value, -0) ? null : 'type';
    case 'bool':
      return value === 0 || value === 1 ? null : 'type';
    case 'date':
      if (typeof value !== 'string') return 'type';
      return YEAR.test(value) || isIsoMonth(value) || isIsoDay(value) ? null : 'type';
    case 'json':
      return jsonFault(column, value);
  }
}
