/** Filters and counts of the credentials that a search found. */
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

/** One of the packed codes, with where in it each facet lies. */
interface Column {
  readonly codes: Uint16Array;
  readonly bands: readonly { readonly band: Band; readonly shift: number; readonly mask: number }[];
  /** By value: PASSES, the place of the one facet whose filter it does not pass, or FAILS. */
  readonly verdicts: Uint8Array;
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
  const columns = sievesOf(filters).map((sieve, at): Column => ({ ...sieve, codes: list.codes[at] ?? new Uint16Array(0) }));
  const isFiltered = Object.values(filters).some((chosen: readonly unknown[]) => chosen.length > 0);
  if (!isFiltered) return { kept: found, ...told(list, columns, null, countLooks(index, list, found)) };
  const [kept, verdicts] = [index.scratch.borrow(), verdictsOf(list, columns, filters)];
  return { kept, ...told(list, columns, verdicts, keepLooks(index, list, found, kept, verdicts)) };
}

/** How many of the credentials found have each look. */
function countLooks({ credentials: last }: SearchIndex, { looks, codes: [all] }: CredentialList, found: Bitmap): Uint32Array {
  const counts = new Uint32Array(all?.length ?? 0);
  for (let at = 0; at * 32 <= last; at += 1) {
    for (let word = found[at] ?? 0; word !== 0; word &= word - 1) {
      const doc = at * 32 + 31 - Math.clz32(word & -word);
      if (doc > last) break;
      const look = looks[doc] ?? 0;
      counts[look] = (counts[look] ?? 0) + 1;
    }
  }
  return counts;
}

/** The same, and adds to `kept` those whose look passes. */
function keepLooks({ credentials: last }: SearchIndex, { looks }: CredentialList, found: Bitmap, kept: Bitmap, verdicts: Uint8Array): Uint32Array {
  const counts = new Uint32Array(verdicts.length);
  for (let at = 0; at * 32 <= last; at += 1) {
    let passing = 0;
    for (let word = found[at] ?? 0; word !== 0; word &= word - 1) {
      const bit = word & -word;
      const doc = at * 32 + 31 - Math.clz32(bit);
      if (doc > last) break;
      const look = looks[doc] ?? 0;
      counts[look] = (counts[look] ?? 0) + 1;
      if (verdicts[look] === PASSES) passing |= bit;
    }
    kept[at] = passing;
  }
  return counts;
}

/** By look: PASSES, the place of the one facet whose filter it does not pass, or FAILS; what is left out fails, whatever else. */
function verdictsOf({ asks }: CredentialList, columns: readonly Column[], filters: Filters): Uint8Array {
  const [a, b, c] = columns;
  if (!a || !b || !c) throw new RangeError('a look has three codes');
  const left = filters.leaveOut.reduce((bits, ask) => bits | (1 << ASKS.indexOf(ask)), 0);
  return asks.map((bits, look) => {
    if ((bits & left) !== 0) return FAILS;
    const ofA = a.verdicts[a.codes[look] ?? 0] ?? FAILS;
    const ofB = b.verdicts[b.codes[look] ?? 0] ?? FAILS;
    const ofC = c.verdicts[c.codes[look] ?? 0] ?? FAILS;
    if (ofB === PASSES && ofC === PASSES) return ofA;
    if (ofA === PASSES && ofC === PASSES) return ofB;
    return ofA === PASSES && ofB === PASSES ? ofC : FAILS;
  });
}

/** From the looks of all that was found the number of those that pass, and the counts of all facets; without verdicts all pass. */
function told({ asks }: CredentialList, columns: readonly Column[], verdicts: Uint8Array | null, counts: Uint32Array): Omit<Narrowed, 'kept'> {
  const asked = new Uint32Array(0x100);
  const bands = columns.flatMap(({ codes, bands: own }) => own.map(({ band, shift, mask }) => ({ codes, shift, mask, sums: new Uint32Array(mask + 1), band, place: BANDS.indexOf(band) })));
  let count = 0;
  for (let look = 0; look < counts.length; look += 1) {
    const own = counts[look] ?? 0;
    const verdict = verdicts ? (verdicts[look] ?? FAILS) : PASSES;
    if (own === 0 || verdict === FAILS) continue;
    for (const { codes, shift, mask, sums, place } of bands) {
      // What only a facet's own filter keeps out counts there: so many more its value would bring.
      if (verdict !== PASSES && verdict !== place) continue;
      const code = ((codes[look] ?? 0) >> shift) & mask;
      sums[code] = (sums[code] ?? 0) + own;
    }
    if (verdict !== PASSES) continue;
    count += own;
    const bits = asks[look] ?? 0;
    asked[bits] = (asked[bits] ?? 0) + own;
  }
  const facets = Object.fromEntries(BANDS.map((band): [Band, Record<string, number>] => [band, {}])) as Record<Band, Record<string, number>>; // One entry for each of BANDS.
  for (const { band, sums } of bands) for (const [code, sum] of sums.entries()) if (sum > 0) addWords(facets[band], band, code, sum);
  return { count, facets: { ...facets, leaveOut: leftBy(asked, count) } };
}

/** How many of those kept each question would leave. */
const leftBy = (asked: Uint32Array, count: number): Record<string, number> => Object.fromEntries(
  ASKS.map((ask, bit) => [ask, count - asked.reduce((sum, each, bits) => ((bits >> bit) & 1 ? sum + each : sum), 0)]),
);
