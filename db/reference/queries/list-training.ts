import type { Figure, Localized } from '../../../shared/domain/facts.ts';
import { COST_PARTS, trainingMatch, type CostPart, type CredentialField, type TrainingAward, type TrainingMeasure, type TrainingOutcome } from '../../../shared/domain/training.ts';
import type { Rows } from '../../pack/tables.ts';
import { areaChain, type ReferenceDb } from '../reference-db.ts';
import { schoolFigure } from './school-figures.ts';

type Program = Rows['training_program'];

export interface TrainingProgram {
  readonly id: string;
  readonly provider: string;
  readonly name: string;
  readonly place: string | null;
  readonly state: string | null;
  /** In a county of the area asked for; false where the county is not known. */
  readonly here: boolean;
  readonly cost: Figure;
  /** What the cost is made of, without parts of 0. */
  readonly parts: readonly { readonly part: CostPart; readonly cents: number }[];
  readonly costFlag: Program['cost_flag'];
  readonly length: { readonly clockHours: number | null; readonly weeks: number | null; readonly weekHours: number | null; readonly calendar: Program['calendar']; readonly ownPace: boolean };
  readonly delivery: Program['delivery'];
  readonly award: TrainingAward | null;
  readonly leadsToLicense: boolean | null;
  readonly license: string | null;
  readonly industryCredential: string | null;
  readonly outcomes: readonly TrainingOutcome[];
}

/** A state's list, and whom to ask for the one of today. */
export interface TrainingList {
  readonly label: Localized;
  /** Month of the list, `YYYY-MM`. */
  readonly asOf: string;
  /** Programs of it that are here, and on it where that is known. */
  readonly held: number;
  readonly listed: number | null;
  readonly priceYear: number;
  readonly ask: Localized;
  readonly url: string | null;
  readonly source: string;
}

export interface Training {
  readonly state: { readonly id: string; readonly name: string } | null;
  /** Null where no list of the state is here. */
  readonly list: TrainingList | null;
  /** By which the programs were found; null where there are none. */
  readonly match: 'program' | 'field' | null;
  /** What the wider field is called; null where the credential has none. */
  readonly field: string | null;
  readonly programs: readonly TrainingProgram[];
}

const DIRECT = ['required-by-law', 'qualifies'] as const;

/** The credential's field and the work it directly opens; a code that the pay survey merges stands for each of its parts. */
function fieldOf(db: ReferenceDb, credentialId: string): CredentialField | null {
  const credential = db.first(db.from('credential').select(['kind', 'cip']).where('id', '=', credentialId));
  if (!credential) return null;
  const opened = db.all(db.from('credential_occupation').innerJoin('occupation', 'occupation.soc', 'credential_occupation.soc')
    .select(['occupation.soc', 'occupation.merges']).where('credential', '=', credentialId).where('relation', 'in', [...DIRECT]));
  return { ...credential, socs: new Set(opened.flatMap(({ soc, merges }) => [soc, ...(merges ?? '').split(';').filter((part) => part !== '')])) };
}

function unitOf(measure: TrainingMeasure): Figure['unit'] {
  return measure.includes('quarter-pay') ? 'cents-per-quarter' : 'permille';
}

function outcomesOf(db: ReferenceDb, ids: readonly string[]): ReadonlyMap<string, readonly TrainingOutcome[]> {
  const rows = ids.length === 0 ? [] : db.all(db.from('training_outcome').selectAll().where('program', 'in', [...ids]).orderBy('program').orderBy('measure'));
  return new Map([...Map.groupBy(rows, ({ program }) => program)].map(([program, found]) => [program, found.map((row) => ({
    measure: row.measure, counts: row.counts, people: row.people, flag: row.flag,
    figure: { ...schoolFigure(db, row.value, unitOf(row.measure), row.source_id), unknown: row.unknown },
  }))]));
}

/** The newest list of a state; lists are named by their year. */
function listOf(db: ReferenceDb, state: string): (TrainingList & { readonly id: string }) | null {
  const row = db.first(db.from('training_list').selectAll().where('area', '=', state).orderBy('id', 'desc'));
  return row ? {
    id: row.id, label: { en: row.label, es: row.label_es }, asOf: row.as_of, held: row.held, listed: row.listed, priceYear: row.price_year,
    ask: { en: row.ask, es: row.ask_es }, url: row.url, source: row.source_id,
  } : null;
}

/** Those of the area first and those of other states last; then those with results; then by place. */
function byPlace(state: string | null): (a: TrainingProgram, b: TrainingProgram) => number {
  const rank = (program: TrainingProgram): number => (program.here ? 0 : program.state === state ? 1 : 2);
  const words = ({ place, provider, name, id }: TrainingProgram): string => [place ?? '\uffff', provider, name, id].join('\n').toLowerCase();
  const silent = ({ outcomes }: TrainingProgram): number => (outcomes.some(({ figure }) => figure.value !== null) ? 0 : 1);
  return (a, b) => rank(a) - rank(b) || silent(a) - silent(b) || (words(a) < words(b) ? -1 : 1);
}

/**
 * Programs on the training list of the area's state that are in the field of a credential; those of the wider field
 * where none is nearer. A program that names no provider is left out: there is nobody to call. Null for an unknown credential or area.
 */
export function listTraining(db: ReferenceDb, credentialId: string, areaId: string): Training | null {
  const credential = fieldOf(db, credentialId);
  const areas = areaChain(db, areaId).flatMap((each) => db.first(db.from('area').select(['id', 'kind', 'name', 'state']).where('id', '=', each)) ?? []);
  if (!credential || areas[0]?.id !== areaId) return null;
  const stateRow = areas.find(({ kind }) => kind === 'state' || kind === 'territory');
  const state = stateRow ? { id: stateRow.id, name: stateRow.name } : null;
  const found = stateRow ? listOf(db, stateRow.id) : null;
  const cip = credential.cip?.slice(0, 5) ?? null;
  const field = cip === null ? null : (db.first(db.from('program').select('title').where('cip', '=', cip))?.title ?? cip);
  if (!found) return { state, list: null, match: null, field, programs: [] };

  const { id: listId, ...list } = found;
  const works = Map.groupBy(
    db.all(db.from('training_occupation').innerJoin('training_program', 'training_program.id', 'training_occupation.program').select(['program', 'soc']).where('list', '=', listId)),
    ({ program }) => program,
  );
  const counties = new Set(db.all(db.from('county').select('fips').where('area', '=', areaId)).map(({ fips }) => fips));
  const matched = db.all(db.from('training_program').selectAll().where('list', '=', listId).where('provider', 'is not', null)).flatMap((row) => {
    const match = trainingMatch(credential, { cip: row.cip, award: row.award, socs: works.get(row.id)?.map(({ soc }) => soc) ?? [] });
    return match === null ? [] : [{ row, match }];
  });
  const match = matched.some((each) => each.match === 'program') ? 'program' as const : matched.length > 0 ? 'field' as const : null;
  const kept = matched.filter((each) => each.match === match).map(({ row }) => row);
  const outcomes = outcomesOf(db, kept.map(({ id }) => id));
  // A state is no smaller than its list: then no program is nearer than another.
  const narrow = areaId !== state?.id;
  return {
    state, list, match, field,
    programs: kept.map((row): TrainingProgram => ({
      id: row.id, provider: row.provider ?? '', name: row.name, place: row.place, state: row.state, here: narrow && row.county !== null && counties.has(row.county),
      cost: { ...schoolFigure(db, row.total_cents, 'cents', row.source_id), unknown: row.total_cents === null ? 'varies-ask' : null }, costFlag: row.cost_flag,
      parts: row.total_cents === null ? [] : COST_PARTS.flatMap((part) => { const cents = row[`${part}_cents`]; return cents ? [{ part, cents }] : []; }),
      length: { clockHours: row.clock_hours, weeks: row.weeks, weekHours: row.week_hours, calendar: row.calendar, ownPace: row.own_pace === 1 },
      delivery: row.delivery, award: row.award, leadsToLicense: row.leads_to_license === null ? null : row.leads_to_license === 1,
      license: row.license, industryCredential: row.industry_credential, outcomes: outcomes.get(row.id) ?? [],
    })).sort(byPlace(stateRow?.state ?? null)),
  };
}
