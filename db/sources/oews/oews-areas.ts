/** Areas of the wage survey, and the rows of a pack that they become. */
import type { Cell } from '../../pack/order.ts';
import { withZeros } from '../codes.ts';
import { STATES, TERRITORIES } from '../starter/states.ts';
import type { StagedRow } from '../staged.ts';

export interface OewsArea {
  /** Id in a pack: "us", two digits of a state or territory, five of a metropolitan area, seven of a nonmetropolitan one. */
  readonly id: string;
  readonly kind: 'nation' | 'state' | 'territory' | 'metro' | 'nonmetro';
  readonly name: string;
  /** Two digits of the state or territory it belongs to first; null for the nation and where nobody says. */
  readonly stateFips: string | null;
}

const LENGTHS = { '2': 2, '3': 2, '4': 5, '6': 7 } as const;
const KINDS = { '2': 'state', '3': 'territory', '4': 'metro', '6': 'nonmetro' } as const;
const NATION: OewsArea = { id: 'us', kind: 'nation', name: 'United States', stateFips: null };

const BY_POSTAL = new Map<string, string>(STATES.map(([fips, postal]) => [postal, fips]));
const BY_FIPS = new Map<string, string>(STATES.map(([fips, postal]) => [fips, postal]));
/** Codes of states and territories that the survey covers. */
export const isState = (fips: string): boolean => BY_FIPS.has(fips);
export const fipsOfName = (name: string): string | null => STATES.find(([, , each]) => each.toLowerCase() === name.trim().toLowerCase())?.[0] ?? null;

/**
 * The area of a row; null when its code or type is none. Codes that a spreadsheet took for numbers get their zeros back.
 * Example: type "2", code "6" is California.
 */
export function areaOf(type: string, code: string, name: string, postal: string): OewsArea | null {
  if (type === '1') return code === '99' ? NATION : null;
  if (!(type in LENGTHS)) return null;
  const known = type as keyof typeof LENGTHS;
  const id = withZeros(code, LENGTHS[known]);
  if (!/^\d+$/.test(id) || id.length !== LENGTHS[known]) return null;
  const kind = KINDS[known];
  if (kind === 'metro') return { id, kind, name, stateFips: BY_POSTAL.get(postal) ?? null };
  const stateFips = id.slice(0, 2);
  return isState(stateFips) && (kind === 'nonmetro' || TERRITORIES.has(stateFips) === (kind === 'territory')) ? { id, kind, name, stateFips } : null;
}

/** The area of a file that names only its code: two, five or seven digits. */
export function areaOfCode(code: string, name: string): OewsArea | null {
  if (/^\d{2}$/.test(code)) return areaOf(TERRITORIES.has(code) ? '3' : '2', code, name, '');
  if (/^\d{7}$/.test(code)) return areaOf('6', code, name, '');
  return /^\d{5}$/.test(code) ? areaOf('4', code, name, /, ([A-Z]{2})\b/.exec(name)?.[1] ?? '') : null;
}

/** The row of an area; a county's or state's price parity comes from another source. */
export function stagedArea({ id, kind, name, stateFips }: OewsArea, more: Readonly<Record<string, Cell>> = {}): StagedRow {
  const parent = kind === 'nation' ? null : kind === 'metro' || kind === 'nonmetro' ? stateFips ?? 'us' : 'us';
  return {
    what: 'row', table: 'area',
    cells: { id, kind, name, parent, state: stateFips === null ? null : BY_FIPS.get(stateFips) ?? null, price_parity_milli: null, price_parity_source: null, ...more },
  };
}
