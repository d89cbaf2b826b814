/** Filters and counts of the credentials that a search found. */
import { setBit } from '../../db/reference/search/bitmap.ts';
import type { Bitmap } from '../../db/reference/search/bitmap.ts';
import type { SearchIndex } from '../../db/reference/search/index.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/contract/index.ts';
import { ASKS } from '../../shared/domain/bands.ts';
import { BANDS, LAYOUT, WORDS } from './credential-list.ts';
import type { Band, CredentialList } from './credential-list.ts';

type Filters = ParsedInputOf<'reference.search'>['filters'];
type Facets = OutputOf<'reference.search'>['facets'];

export interface Narrowed {
  /** What passes every filter. */
  readonly kept: Bitmap;
  readonly count: number;
  /** For each facet the counts without its own filter: how many a value would leave; of `leaveOut`, how many each would leave. */
  readonly facets: Facets;
}

/** One of the packed columns, with where in its values each facet lies. */
interface Column {
  readonly codes: Uint16Array;
  readonly bands: readonly { readonly band: Band; readonly shift: number; readonly mask: number }[];
  /** By value: PASSES, the place of the one facet whose filter it does not pass, or FAILS. */
  readonly verdicts: Uint8Array;
  /** By value, how many pass all filters. */
  readonly passed: Uint32Array;
}
const PASSES = 0xff;
const FAILS = 0xfe;

/** Values of one facet widen, facets narrow: a code passes when any of its words is chosen, or nothing is. */
const passes = (words: readonly string[], chosen: readonly string[]): boolean => chosen.length === 0 || words.some((word) => chosen.includes(word));

/** What a filter makes of every value of a column, kept for the filters that were last asked for: they stay while a text is typed. */
type Sieve = Pick<Column, 'bands' | 'verdicts'>;
let kept: { readonly filters: string; readonly sieves: readonly Sieve[] } | undefined;

function sievesOf(filters: Filters): readonly Sieve[] {
  const asked = JSON.stringify(filters);
  if (kept?.filters !== asked) kept = { filters: asked, sieves: makeSieves(filters) };
  return kept.sieves;
}

function makeSieves(filters: Filters): readonly Sieve[] {
  return LAYOUT.map((layout) => {
    let shift = 0;
    const bands = layout.map(([band, bits]) => {
      const placed = { band, shift, mask: 2 ** bits - 1 };
      shift += bits;
      return placed;
    });
    const allowed = bands.map(({ band }) => WORDS[band].map((words) => passes(words, filters[band])));
    const verdicts = Uint8Array.from({ length: 2 ** shift }, (_, value) => {
      const failing = bands.filter(({ shift: from, mask }, band) => allowed[band]?.[(value >> from) & mask] !== true);
      return failing.length === 0 ? PASSES : failing.length === 1 ? BANDS.indexOf(failing[0]?.band ?? 'verdict') : FAILS;
    });
    return { bands, verdicts };
  });
}

/** Counts by word, from counts by code. */
function addWords(counts: Record<string, number>, band: Band, code: number, count: number): void {
  for (const word of WORDS[band][code] ?? []) counts[word] = (counts[word] ?? 0) + count;
}

/** Of the credentials found, those that pass every filter, with the counts of all facets. */
export function narrow(index: SearchIndex, list: CredentialList, found: Bitmap, filters: Filters): Narrowed {
  const columns = sievesOf(filters).map((sieve, at): Column => ({ ...sieve, codes: list.codes[at] ?? new Uint16Array(0), passed: new Uint32Array(sieve.verdicts.length) }));
  const isFiltered = Object.values(filters).some((chosen: readonly unknown[]) => chosen.length > 0);
  return isFiltered ? narrowed(index, list, columns, found, filters) : counted(index, list, columns, found);
}

/** Counts all that was found: the most frequent of questions, and the largest. */
function counted({ credentials: last }: SearchIndex, { asks, codes: [a, b, c] }: CredentialList, columns: readonly Column[], found: Bitmap): Narrowed {
  const [inA, inB, inC] = columns.map(({ passed }) => passed);
  if (!a || !b || !c || !inA || !inB || !inC) throw new RangeError('a list has three columns');
  const asked = new Uint32Array(0x100);
  let count = 0;
  for (let at = 0; at * 32 <= last; at += 1) {
    for (let word = found[at] ?? 0; word !== 0; word &= word - 1) {
      const doc = at * 32 + 31 - Math.clz32(word & -word);
      if (doc > last) break;
      const x = a[doc] ?? 0;
      const y = b[doc] ?? 0;
      const z = c[doc] ?? 0;
      const w = asks[doc] ?? 0;
      inA[x] = (inA[x] ?? 0) + 1;
      inB[y] = (inB[y] ?? 0) + 1;
      inC[z] = (inC[z] ?? 0) + 1;
      asked[w] = (asked[w] ?? 0) + 1;
      count += 1;
    }
  }
  return { kept: found, count, facets: { ...facetsOf(columns, []), leaveOut: leftBy(asked, count) } };
}

function narrowed({ scratch, credentials: last }: SearchIndex, { asks }: CredentialList, columns: readonly Column[], found: Bitmap, filters: Filters): Narrowed {
  const [a, b, c] = columns;
  if (!a || !b || !c) throw new RangeError('a list has three columns');
  const left = filters.leaveOut.reduce((bits, ask) => bits | (1 << ASKS.indexOf(ask)), 0);
  const asked = new Uint32Array(0x100);
  /** By facet and code, those that only its own filter keeps out. */
  const onlyThis = BANDS.map(() => new Uint32Array(0x20));
  const failed = (column: Column, value: number, failing: number): void => {
    const own = onlyThis[failing];
    const band = column.bands.find((each) => each.band === BANDS[failing]);
    if (own && band) own[(value >> band.shift) & band.mask] = (own[(value >> band.shift) & band.mask] ?? 0) + 1;
  };
  const kept = scratch.borrow();
  let count = 0;
  for (let at = 0; at * 32 <= last; at += 1) {
    for (let word = found[at] ?? 0; word !== 0; word &= word - 1) {
      const doc = at * 32 + 31 - Math.clz32(word & -word);
      if (doc > last) break;
      const asksOf = asks[doc] ?? 0;
      // What is left out narrows every facet.
      if ((asksOf & left) !== 0) continue;
      const x = a.codes[doc] ?? 0;
      const y = b.codes[doc] ?? 0;
      const z = c.codes[doc] ?? 0;
      const ofA = a.verdicts[x] ?? FAILS;
      const ofB = b.verdicts[y] ?? FAILS;
      const ofC = c.verdicts[z] ?? FAILS;
      if ((ofA & ofB & ofC) === PASSES) {
        a.passed[x] = (a.passed[x] ?? 0) + 1;
        b.passed[y] = (b.passed[y] ?? 0) + 1;
        c.passed[z] = (c.passed[z] ?? 0) + 1;
        asked[asksOf] = (asked[asksOf] ?? 0) + 1;
        setBit(kept, doc);
        count += 1;
      } else if (ofB === PASSES && ofC === PASSES) failed(a, x, ofA);
      else if (ofA === PASSES && ofC === PASSES) failed(b, y, ofB);
      else if (ofA === PASSES && ofB === PASSES) failed(c, z, ofC);
    }
  }
  return { kept, count, facets: { ...facetsOf(columns, onlyThis), leaveOut: leftBy(asked, count) } };
}

function facetsOf(columns: readonly Column[], onlyThis: readonly Uint32Array[]): Omit<Facets, 'leaveOut'> {
  const facets = Object.fromEntries(BANDS.map((band): [Band, Record<string, number>] => [band, {}])) as Record<Band, Record<string, number>>; // One entry for each of BANDS.
  for (const { bands, passed } of columns) {
    for (const [value, count] of passed.entries()) {
      if (count > 0) for (const { band, shift, mask } of bands) addWords(facets[band], band, (value >> shift) & mask, count);
    }
  }
  for (const [at, counts] of onlyThis.entries()) {
    const band = BANDS[at];
    if (band) for (const [code, count] of counts.entries()) if (count > 0) addWords(facets[band], band, code, count);
  }
  return facets;
}

/** How many of those kept each question would leave. */
const leftBy = (asked: Uint32Array, count: number): Record<string, number> => Object.fromEntries(
  ASKS.map((ask, bit) => [ask, count - asked.reduce((sum, each, bits) => ((bits >> bit) & 1 ? sum + each : sum), 0)]),
);
