/** The rows that one credential of the giant adds to each table, in key order. */
import type { Row } from '../../../db/pack/order.ts';
import { tableNamed, type Rows, type TableName } from '../../../db/pack/tables.ts';
import { draw, pick } from './draws.ts';
import { coreAt, PURPOSE, type Core } from './core.ts';
import { namesOf } from './names.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How a later edition differs: which share of its credentials changed, by another seed. */
export interface Change { readonly share: number; readonly seed: number }
export interface Plan {
  readonly vocabulary: Vocabulary;
  readonly seed: number;
  readonly credentials: number;
  /** What each edition since the first one changed, oldest first. */
  readonly changes: readonly Change[];
}

export type MadeTable =
  | 'credential' | 'credential_alias' | 'credential_area' | 'credential_origin' | 'credential_conflict' | 'credential_cost' | 'credential_time' | 'credential_occupation'
  | 'requirement' | 'stacking' | 'recognition';
/** Every tenth credential is never retired out of an edition, and so may be referred to. */
const TARGET_EVERY = 10;
export const REGISTRY = 'giant-registry';
export const LISTS = 'giant-state-lists';
const DIGITS = 7;

/** Id of a credential; `fresh` for one that only the later edition has. */
export const idAt = (index: number, fresh = false): string => `n${String(index).padStart(DIGITS, '0')}${fresh ? 'a' : ''}`;

type Changed = 'same' | 'price' | 'name' | 'retired' | 'origin' | 'added' | 'removed';
/** What one edition did to a credential: mostly prices, some names and states, few new and few gone. */
function changeIn(index: number, change: Change): Changed {
  if (draw(change.seed, index, PURPOSE.change) >= change.share) return 'same';
  const kind = draw(change.seed, index, PURPOSE.changed);
  if (kind < 0.5) return 'price';
  if (kind < 0.7) return 'name';
  if (kind < 0.8) return 'retired';
  if (kind < 0.92) return 'origin';
  return kind < 0.97 || index % TARGET_EVERY === 0 ? 'added' : 'removed';
}

/** What became of a credential and whether another one came beside it. The last word on it counts, but what is gone stays gone. */
function fateOf(index: number, { changes }: Plan): { readonly changed: Changed; readonly added: boolean } {
  const all = changes.map((change) => changeIn(index, change));
  if (all.includes('removed')) return { changed: 'removed', added: false };
  return { changed: all.findLast((each) => each !== 'same' && each !== 'added') ?? 'same', added: all.includes('added') };
}

const columnsOf = (table: TableName): readonly string[] => tableNamed(table).columns.map(({ name }) => name);
/** Makes a row from an object; columns that are left out are NULL. */
function maker<T extends TableName>(table: T): (row: Partial<Rows[T]>) => Row {
  const columns = columnsOf(table);
  return (row) => columns.map((column) => (row as Readonly<Record<string, string | number | null | undefined>>)[column] ?? null);
}

const hex = (value: number, digits: number): string => Math.floor(value * 16 ** digits).toString(16).padStart(digits, '0');
const ctidOf = (seed: number, index: number): string => {
  const at = (part: number): number => draw(seed, index, PURPOSE.ctid + part);
  return `ce-${hex(at(0), 8)}-${hex(at(1), 4)}-4${hex(at(2), 3)}-a${hex(at(3), 3)}-${hex(at(0) * 0.9 + 0.05, 6)}${hex(at(1), 6)}`;
};
const make = {
  credential: maker('credential'), alias: maker('credential_alias'), area: maker('credential_area'), origin: maker('credential_origin'), conflict: maker('credential_conflict'),
  cost: maker('credential_cost'), time: maker('credential_time'), occupation: maker('credential_occupation'), requirement: maker('requirement'),
  stacking: maker('stacking'), recognition: maker('recognition'),
};

interface Asked { readonly id: string; readonly core: Core; readonly plan: Plan; readonly changed: Changed; at(purpose: number): number }

function credentialRow({ id, core, plan, changed, at }: Asked): Row {
  const { name, nameEs } = namesOf(core, plan.vocabulary, plan.seed);
  const licensed = core.kind === 'license';
  const retired = changed === 'retired' || at(PURPOSE.status) < 0.07;
  const mark = at(PURPOSE.marks);
  return make.credential({
    id, ctid: id.length === 1 + DIGITS && at(PURPOSE.origin) < 0.85 ? ctidOf(plan.seed, core.index) : null, kind: core.kind, role: at(PURPOSE.level) < 0.96 ? 'main' : 'add-on',
    demand_type: licensed ? 'licensed-occupation' : core.kind === 'certification' && mark < 0.3 ? 'employers-ask' : 'not-known',
    name: changed === 'name' ? `${name} (revised)`.slice(0, 300) : name, name_es: nameEs, issuer: core.issuer, field: core.program.field, cip: core.job ? null : core.program.cip,
    jurisdiction: licensed ? 'state' : core.school ? 'issuer' : 'not-known', status: retired ? 'retired' : 'active',
    successor: retired && core.index > TARGET_EVERY && at(PURPOSE.successor) < 0.3 ? idAt(targetAt(core.index, at(PURPOSE.target))) : null,
    third_party_assessed: mark < 0.1 ? 1 : mark < 0.15 ? 0 : null, proctored: mark < 0.08 ? 1 : null, portable: mark > 0.95 ? 1 : null,
    renew_months: core.kind === 'certification' || licensed ? pick([null, 12, 24, 24, 36], at(PURPOSE.renew)) : null, min_age: licensed ? pick([null, 18, 18, 21], at(PURPOSE.age)) : null,
  });
}

const targetAt = (index: number, at: number): number => Math.max(TARGET_EVERY, Math.floor((at * (index - 1)) / TARGET_EVERY) * TARGET_EVERY);

function areasOf({ core, plan, at }: Asked): readonly string[] {
  if (core.area === 'us') return ['us'];
  const more = at(PURPOSE.areas) < 0.06 ? [pick(plan.vocabulary.states, at(PURPOSE.state)).area] : [];
  return [...new Set([core.area, ...more])].sort();
}

function originRows({ id, core, changed, at, plan }: Asked): Row[] {
  const listed = at(PURPOSE.origin);
  const updated = changed === 'origin' ? '2026-11-20' : `20${18 + Math.floor(at(PURPOSE.updated) * 8)}-${String(1 + Math.floor(at(PURPOSE.updated) * 96) % 12).padStart(2, '0')}`;
  const { name } = namesOf(core, plan.vocabulary, plan.seed);
  const registry = make.origin({ credential: id, source_id: REGISTRY, record: ctidOf(plan.seed, core.index), listed_as: name, matched_by: 'first', updated });
  const list = make.origin({ credential: id, source_id: LISTS, record: `L-${core.index}`, listed_as: name.toUpperCase(), matched_by: listed < 0.85 ? 'issuer-and-name' : 'first', updated });
  return [...(listed < 0.85 ? [registry] : []), ...(listed >= 0.85 || at(PURPOSE.list) < 0.1 ? [list] : [])];
}

const YEARS: Partial<Readonly<Record<Core['kind'], number>>> = { bachelor: 4, associate: 2, certificate: 1 };
function costRows({ id, core, changed, at }: Asked): Row[] {
  const years = YEARS[core.kind];
  const line = years === undefined ? 'exam' : 'tuition';
  const cents = years === undefined ? 2500 + Math.floor(at(PURPOSE.amount) * 40) * 1000 : (core.school?.tuition ?? 4000) * years * 100;
  if (at(PURPOSE.cost) >= (years === undefined ? 0.3 : 0.2)) return [];
  const now = Math.round((cents * (changed === 'price' ? 1.03 : 1)) / 100) * 100;
  return [make.cost({
    credential: id, line, area: core.area, low_cents: now, high_cents: now, at_least: 0, per: 'once', price_year: 2025,
    label: line === 'exam' ? 'Exam' : 'Tuition and fees', label_es: line === 'exam' ? 'Examen' : 'Matrícula y cuotas',
  })];
}

function timeRows({ id, core, changed, at }: Asked): Row[] {
  const years = YEARS[core.kind];
  if (core.kind === 'apprenticeship') return [make.time({ credential: id, kind: 'paid-training', area: 'us', low: 12 * (1 + Math.floor(at(PURPOSE.time) * 5)), high: null, unit: 'months' })];
  if (at(PURPOSE.time) >= 0.35) return [];
  const low = years === undefined ? 8 * (1 + Math.floor(at(PURPOSE.amount) * 40)) : core.kind === 'certificate' ? 2 + Math.floor(at(PURPOSE.amount) * 12) : years * 12;
  // A price that was not known is now, or its time is: each changed credential differs in something.
  const now = changed === 'price' ? low + 1 : low;
  return [make.time({ credential: id, kind: 'training', area: core.area, low: now, high: now, unit: years === undefined ? 'hours' : 'months' })];
}

function occupationRows({ id, core, at }: Asked): Row[] {
  const socs = core.job ? [core.job.soc] : core.program.socs.slice(0, 1 + Math.floor(at(PURPOSE.link) * 3));
  if (at(PURPOSE.relation) >= (core.job ? 0.9 : 0.4)) return [];
  const value = core.kind === 'license' ? 'required-by-law' : at(PURPOSE.relation) < (core.job ? 0.5 : 0.14) ? 'qualifies' : 'related';
  return [...socs].sort().map((soc) => make.occupation({ credential: id, soc, area: core.kind === 'license' ? core.area : 'us', relation: soc === socs[0] ? value : 'related' }));
}

function aliasRows({ id, core, plan }: Asked): Row[] {
  return [...namesOf(core, plan.vocabulary, plan.seed).aliases].sort().map((alias) => make.alias({ credential: id, alias: alias.slice(0, 200), lang: 'en' }));
}

function recognitionRows({ id, core, plan, at }: Asked): Row[] {
  const list = plan.vocabulary.lists.find(({ area }) => area === core.area);
  if (!list || at(PURPOSE.list) >= 0.12) return [];
  const { name } = namesOf(core, plan.vocabulary, plan.seed);
  return [make.recognition({
    credential: id, area: list.area, program: list.program, edition: list.edition, code: `${core.index}`, listed_as: name.slice(0, 160), match: 'same', points: Math.floor(at(PURPOSE.points) * 4) + 1,
  })];
}

const ROWS: Readonly<Record<MadeTable, (asked: Asked) => readonly Row[]>> = {
  credential: (asked) => [credentialRow(asked)],
  credential_alias: aliasRows,
  credential_area: (asked) => areasOf(asked).map((area) => make.area({ credential: asked.id, area })),
  credential_origin: originRows,
  credential_conflict: ({ id, core, at }) => (at(PURPOSE.conflict) < 0.01
    ? [true, false].map((taken) => make.conflict({ credential: id, fact: 'time', source_id: taken ? REGISTRY : LISTS, record: `L-${core.index}`, value: taken ? '12 months' : '1 year', taken: taken ? 1 : 0 })) : []),
  credential_cost: costRows,
  credential_time: timeRows,
  credential_occupation: occupationRows,
  requirement: ({ id, core, at }) => (core.kind === 'license' && at(PURPOSE.asks) < 0.7
    ? [make.requirement({ credential: id, position: 1, kind: 'background-check', area: core.area, answer: 'ask', label: 'Background check', label_es: 'Revisión de antecedentes' })] : []),
  stacking: ({ id, core, at }) => (core.index > TARGET_EVERY && at(PURPOSE.stacking) < 0.01
    ? [make.stacking({ from_credential: id, to_credential: idAt(targetAt(core.index, at(PURPOSE.target))), kind: 'credit-granted', skippable: 1, credits: 12, terms: 'Credits count.', terms_es: 'Los créditos cuentan.' })] : []),
  recognition: recognitionRows,
};
export const MADE_TABLES = Object.keys(ROWS) as readonly MadeTable[]; // The keys of the record above.

/** Rows of one table, all credentials of the plan, in key order. */
export function* madeRows(table: MadeTable, plan: Plan): Generator<Row> {
  for (let index = 1; index <= plan.credentials; index += 1) {
    const { changed, added } = fateOf(index, plan);
    if (changed === 'removed') continue;
    const core = coreAt(index, plan.vocabulary, plan.seed);
    const at = (purpose: number): number => draw(plan.seed, index, purpose);
    yield* ROWS[table]({ id: idAt(index), core, plan, changed, at });
    if (added) yield* ROWS[table]({ id: idAt(index, true), core, plan, changed, at });
  }
}
