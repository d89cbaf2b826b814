/** Every credential of an edition as an area's lists see it: one number for all its facets, made once, so that millions are counted in a moment. */
import { ADD_ON, kindAt, MONTHS_UNKNOWN, NO_COST } from '../../db/reference/search/columns.ts';
import type { ColumnName, Columns } from '../../db/reference/search/columns.ts';
import type { SearchIndex } from '../../db/reference/search/index.ts';
import { AGE_BANDS, COST_BANDS, DELIVERIES, NEAR_BANDS, PAY_BANDS, RECOGNITIONS, TIME_BANDS } from '../../shared/domain/bands.ts';
import type { AgeBand, CostBand, PayBand, TimeBand } from '../../shared/domain/bands.ts';
import { CREDENTIAL_KINDS, FIELDS } from '../../shared/domain/facts.ts';
import { VERDICTS } from '../../shared/domain/results.ts';
import type { AreaJudgement } from './judge.ts';
import type { Surroundings } from './surroundings.ts';

/** Facets of which a credential has one value, or of the last two several or none. */
export const BANDS = ['verdict', 'kind', 'field', 'pay', 'time', 'cost', 'age', 'delivery', 'recognized', 'near'] as const;
export type Band = (typeof BANDS)[number];

/** Words that a code of a facet stands for: one, several or none. */
export type CodeWords = readonly (readonly string[])[];
const each = (words: readonly string[]): CodeWords => words.map((word) => [word]);
/** Every set of words, its bits in the order of the words. */
const sets = (words: readonly string[]): CodeWords => Array.from({ length: 2 ** words.length }, (_, bits) => words.filter((__, at) => ((bits >> at) & 1) === 1));
export const WORDS: { readonly [B in Band]: CodeWords } = {
  verdict: each(VERDICTS), kind: each(CREDENTIAL_KINDS), field: each(FIELDS), pay: each(PAY_BANDS),
  time: each(TIME_BANDS), cost: each(COST_BANDS), age: each(AGE_BANDS), delivery: each(DELIVERIES), recognized: sets(RECOGNITIONS), near: sets(NEAR_BANDS),
};
const bitsOf = (all: readonly string[], words: readonly string[]): number => words.reduce((bits, word) => bits | (1 << all.indexOf(word)), 0);

/** Where each facet lies in a code; ASKS has a column of its own. */
export const LAYOUT = [
  [['verdict', 3], ['kind', 4], ['field', 4], ['pay', 2]],
  [['time', 3], ['cost', 2], ['age', 3], ['delivery', 1]],
  [['recognized', 5], ['near', 5]],
] as const satisfies readonly (readonly (readonly [Band, bits: number])[])[];

export interface CredentialList {
  readonly areaId: string;
  /** By number of the credential: its look, which it shares with all whose facets are the same. A few thousand are all there are: they are counted first, and told apart after. */
  readonly looks: Uint16Array | Uint32Array;
  /** By look: its facets, packed as LAYOUT says. */
  readonly codes: readonly Uint16Array[];
  /** By look: what may be asked. */
  readonly asks: Uint8Array;
  /** By number of the credential, its class of judgement. */
  readonly classes: Uint32Array;
  /** Whole dollars of middle pay, or -1; by class. */
  readonly pay: Int32Array;
  /** Place in VERDICTS; by class. */
  readonly verdict: Uint8Array;
  /** How far the nearest program is, for ordering: miles, then in the state, then the rest. */
  readonly distance: Uint16Array;
}

const timeBand = (months: number): TimeBand =>
  (months === MONTHS_UNKNOWN ? 'unknown' : months < 3 ? 'under-3-months' : months < 12 ? '3-to-12-months' : months <= 24 ? '1-to-2-years' : 'over-2-years');
/** By what is known to be paid; a total that misses a line is "we don't know", never cheap. */
const costBand = (cents: number): CostBand => (cents === NO_COST ? 'unknown' : cents < 100_000 ? 'under-1000' : cents <= 1_000_000 ? '1000-to-10000' : 'over-10000');
/** By the middle pay here against the good-job line of the area. */
const payBand = (middle: number, floor: number | null): PayBand => (middle < 0 || floor === null ? 'unknown' : middle >= floor ? 'good-job' : 'under-line');
/** The highest age that is said to be asked; where only "ask" is on record, it is not known. */
const ageBand = (age: number): AgeBand => (age === 0 ? 'unknown' : age <= 16 ? 'up-to-16' : age === 17 ? '17' : age === 18 ? '18' : 'over-18');

const IN_STATE = 1000;
const FAR = 2000;

/** Codes and distance of where programs for a credential are, kept by what decides it. */
interface Programs {
  readonly near: number;
  readonly delivery: number;
  readonly distance: number;
}

/** By number of the credential. Kept only while a list is made: where the state has a training list there are many. */
function programsBy(index: SearchIndex, { kind, cip, class: classes }: Pick<Columns, 'kind' | 'cip' | 'class'>, around: Surroundings): (doc: number) => Programs {
  const cips = index.cips();
  const kept = new Map<number, Programs>();
  const [kinds, classRoom] = [0x100, (cips.size + 1) * 0x100];
  let [last, lastKey] = [{ near: 0, delivery: 0, distance: FAR }, -1];
  return (doc) => {
    const value = kind[doc] ?? 0;
    const at = cip[doc] ?? 0;
    const own = around.asksForWork ? (classes[doc] ?? 0) : 0;
    const key = own * classRoom + at * kinds + value;
    if (key === lastKey) return last;
    const known = kept.get(key);
    const seen = known ? null : around.programs({ kind: CREDENTIAL_KINDS[kindAt(value)] ?? 'badge', role: (value & ADD_ON) === 0 ? 'main' : 'add-on', cip: cips.get(at) ?? null, class: own });
    const made: Programs = known ?? { near: bitsOf(NEAR_BANDS, seen?.near ?? []), delivery: DELIVERIES.indexOf(seen?.delivery ?? 'unknown'), distance: seen?.miles ?? (seen?.inState === true ? IN_STATE : FAR) };
    if (!known) kept.set(key, made);
    last = made;
    lastKey = key;
    return made;
  };
}

const SECOND_BITS = 9;
const THIRD_BITS = 10;
const ASKS_BITS = 8;
/** As many as two bytes tell apart. */
const SHORT = 0x10000;

/** Gives each different set of facets a number, in the order in which they come. */
class Looks {
  #looks: Uint16Array | Uint32Array;
  /** By facets without what may be asked, and of those that ask something by that number and what they ask: both are small whole numbers, which maps are quickest with. */
  readonly #plain = new Map<number, number>();
  readonly #asking = new Map<number, number>();
  readonly #codes: [number[], number[], number[]] = [[], [], []];
  readonly #asks: number[] = [];

  constructor(room: number) {
    this.#looks = new Uint16Array(room);
  }

  put(doc: number, first: number, second: number, third: number, asks: number): void {
    const key = (((first << SECOND_BITS) | second) << THIRD_BITS) | third;
    let look = this.#plain.get(key);
    if (look === undefined) this.#plain.set(key, (look = this.#add(first, second, third, 0)));
    if (asks !== 0) {
      const plain = (look << ASKS_BITS) | asks;
      look = this.#asking.get(plain);
      if (look === undefined) this.#asking.set(plain, (look = this.#add(first, second, third, asks)));
    }
    this.#looks[doc] = look;
  }

  #add(first: number, second: number, third: number, asks: number): number {
    const [a, b, c] = this.#codes;
    a.push(first);
    b.push(second);
    c.push(third);
    // As a rule there are a few thousand.
    if (this.#asks.length === SHORT) this.#looks = Uint32Array.from(this.#looks);
    return this.#asks.push(asks) - 1;
  }

  finish(): Pick<CredentialList, 'looks' | 'codes' | 'asks'> {
    return {
      looks: this.#looks,
      codes: this.#codes.map((codes) => Uint16Array.from(codes)), asks: Uint8Array.from(this.#asks),
    };
  }
}

/** Makes the list of an area: some tens of nanoseconds a credential. */
export function credentialList(index: SearchIndex, areaId: string, { classes: { verdict, pay }, floor }: Pick<AreaJudgement, 'classes' | 'floor'>, around: Surroundings): CredentialList {
  const column = <N extends ColumnName>(name: N): Columns[N] => index.column(name, areaId);
  const [kind, field, classes, months, cost, age, asks] = [column('kind'), column('field'), index.classes(), column('months'), column('cost'), column('age'), column('asks')];
  const room = index.credentials + 1;
  const distances = new Uint16Array(room);
  const line = floor.floor.value;
  const payOf = Uint8Array.from(pay, (middle) => PAY_BANDS.indexOf(payBand(middle, line)));
  const ageOf = Uint8Array.from({ length: 0x100 }, (_, each) => AGE_BANDS.indexOf(ageBand(each)));
  const programs = programsBy(index, { kind, cip: column('cip'), class: classes }, around);
  const unlisted = bitsOf(RECOGNITIONS, around.unlisted);
  const recognized = new Map([...index.docsOf([...around.recognized.keys()])].map(([id, doc]) => [doc, bitsOf(RECOGNITIONS, around.recognized.get(id) ?? [])]));
  const looks = new Looks(room);
  for (let doc = 1; doc < room; doc += 1) {
    const at = classes[doc] ?? 0;
    const { near, delivery, distance } = programs(doc);
    const first = (verdict[at] ?? 0) | (kindAt(kind[doc] ?? 0) << 3) | ((field[doc] ?? 0) << 7) | ((payOf[at] ?? 0) << 11);
    const second = TIME_BANDS.indexOf(timeBand(months[doc] ?? MONTHS_UNKNOWN)) | (COST_BANDS.indexOf(costBand(cost[doc] ?? NO_COST)) << 3) | ((ageOf[age[doc] ?? 0] ?? 0) << 5) | (delivery << 8);
    const third = (recognized.get(doc) ?? unlisted) | (near << 5);
    looks.put(doc, first, second, third, asks[doc] ?? 0);
    distances[doc] = distance;
  }
  return { areaId, ...looks.finish(), classes, pay, verdict, distance: distances };
}
