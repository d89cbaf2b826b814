import type { Figure } from '../../../shared/domain/facts.ts';
import { milesBetween, type Place } from '../../../shared/domain/miles.ts';
import { earningsLevelOf, programsOf, widerField, type OfferingLevel, type ProgramsOf } from '../../../shared/domain/programs.ts';
import type { Rows } from '../../pack/tables.ts';
import type { ReferenceDb } from '../reference-db.ts';
import { middleOfArea } from './middle-of-area.ts';
import { schoolFigure, schoolOf, type InstitutionRow, type School } from './school-figures.ts';

export interface NearSchool {
  readonly school: School;
  /** Straight-line miles from the middle of the area; null where a whole state is meant. */
  readonly miles: number | null;
  /** What it teaches of the wider field; empty where it has the credential's own program. */
  readonly programs: readonly string[];
  /** Awards in the field in a year, by level. */
  readonly awards: readonly { readonly level: OfferingLevel; readonly completions: Figure }[];
  /** Median pay of graduates of the wider field, one measure for the whole list. */
  readonly earnings: readonly { readonly level: Rows['program_earnings']['level']; readonly median: Figure }[];
}

export interface SchoolsNear {
  /** `nation`: too wide to list; `distance`: from the middle of the area; `state`: all of the state. */
  readonly scope: 'nation' | 'state' | 'distance';
  readonly state: { readonly id: string; readonly name: string } | null;
  /** What the field is called, and the wider one that pay is told of; null where schools report no such program. */
  readonly program: { readonly title: string; readonly field: string; readonly levels: readonly OfferingLevel[] } | null;
  /** `field`: no school in reach has the program itself, these teach others of the wider field. */
  readonly match: 'program' | 'field' | null;
  /** Years after leaving of every pay in the list; null where none is known. */
  readonly years: number | null;
  readonly schools: readonly NearSchool[];
}

/** What one drives for a class; where fewer than three are in reach, the nearest three within a day's drive. */
const REACH_MILES = 100;
const FAR_MILES = 250;
const AT_LEAST = 3;
const LAST = '\uffff';

interface Reached {
  readonly rows: readonly Found[];
  readonly miles: number | null;
}
type Found = InstitutionRow & { readonly offering_level: OfferingLevel; readonly completions: number; readonly offering_source: string };

function offeringsOf(db: ReferenceDb, { cip, levels }: ProgramsOf, state: string | null): readonly Found[] {
  const query = db.from('offering').innerJoin('institution', 'institution.id', 'offering.institution')
    .selectAll('institution').select(['offering.level as offering_level', 'offering.source_id as offering_source'])
    .select(({ fn }) => fn.sum<number>('offering.completions').as('completions'))
    .where('offering.cip', '>=', cip).where('offering.cip', '<', cip + LAST).where('offering.level', 'in', [...levels])
    .groupBy(['institution.id', 'offering.level']);
  return db.all(state === null ? query : query.where('institution.area', '=', state));
}

function withinReach(places: readonly Reached[]): readonly Reached[] {
  const near = places.filter(({ miles }) => (miles ?? Infinity) <= REACH_MILES);
  if (near.length >= AT_LEAST) return near;
  return places.filter(({ miles }) => (miles ?? Infinity) <= FAR_MILES).slice(0, AT_LEAST);
}

const sum = (rows: readonly Found[]): number => rows.reduce((total, { completions }) => total + completions, 0);

/** Schools with such programs: those in reach of a middle by distance, or all of a state by awards. */
function reached(db: ReferenceDb, programs: ProgramsOf, middle: Place | null, stateId: string | null): readonly Reached[] {
  const bySchool = Map.groupBy(offeringsOf(db, programs, middle === null ? stateId : null), ({ id }) => id);
  const places = [...bySchool.values()].flatMap((rows) => {
    const [first] = rows;
    if (!first) return [];
    return [{ rows, miles: middle && milesBetween(middle, { latitudeMicro: first.latitude_micro, longitudeMicro: first.longitude_micro }) }];
  }).sort((a, b) => (a.miles ?? 0) - (b.miles ?? 0) || sum(b.rows) - sum(a.rows) || ((a.rows[0]?.id ?? '') < (b.rows[0]?.id ?? '') ? -1 : 1));
  return middle === null ? places : withinReach(places);
}

/** Titles of what schools teach in a field, by school. */
function titlesIn(db: ReferenceDb, { cip, levels }: ProgramsOf, schools: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const rows = db.all(
    db.from('offering').innerJoin('program', 'program.cip', 'offering.cip').select(['institution', 'title']).distinct()
      .where('offering.cip', '>=', cip).where('offering.cip', '<', cip + LAST).where('level', 'in', [...levels]).where('institution', 'in', [...schools]).orderBy('title'),
  );
  return new Map([...Map.groupBy(rows, ({ institution }) => institution)].map(([school, found]) => [school, found.map(({ title }) => title)]));
}

/** Schools with programs in the field of a credential, or in the wider field where none has its own: by distance from the middle of a small area, by awards in a state. */
export function listSchoolsNear(db: ReferenceDb, credentialId: string, areaId: string): SchoolsNear | null {
  const credential = db.first(db.from('credential').select(['kind', 'role', 'cip']).where('id', '=', credentialId));
  const area = db.first(db.from('area').select(['id', 'kind', 'name', 'parent']).where('id', '=', areaId));
  if (!credential || !area) return null;
  const programs = programsOf(credential);
  const titleOf = (cip: string): string => db.first(db.from('program').select('title').where('cip', '=', cip))?.title ?? cip;
  const program = programs && { title: titleOf(programs.cip), field: titleOf(programs.cip.slice(0, 5)), levels: programs.levels };
  const middle = area.kind === 'nonmetro' ? middleOfArea(db, areaId) : null;
  const stateId = area.kind === 'state' || area.kind === 'territory' ? area.id : area.kind === 'nation' ? null : area.parent;
  const state = stateId === null ? null : (db.first(db.from('area').select(['id', 'name']).where('id', '=', stateId)) ?? null);
  const scope = state === null ? 'nation' : middle === null ? 'state' : 'distance';
  if (scope === 'nation' || !programs) return { scope, state, program, match: null, years: null, schools: [] };

  const own = reached(db, programs, middle, stateId);
  const wider = own.length > 0 ? null : widerField(programs);
  const kept = wider ? reached(db, wider, middle, stateId) : own;
  const titles = wider && kept.length > 0 ? titlesIn(db, wider, kept.map(({ rows }) => rows[0]?.id ?? '')) : new Map<string, readonly string[]>();
  const levels = new Set(programs.levels.map(earningsLevelOf));
  const pay = kept.length === 0 ? [] : db.all(
    db.from('program_earnings').selectAll().where('cip', '=', programs.cip.slice(0, 5)).where('level', 'in', [...levels])
      .where('institution', 'in', kept.map(({ rows }) => rows[0]?.id ?? '')),
  );
  const years = commonYears(pay);
  return {
    scope, state, program, match: kept.length === 0 ? null : wider ? 'field' : 'program', years,
    schools: kept.flatMap(({ rows, miles }) => {
      const [first] = rows;
      if (!first) return [];
      const given = new Set(rows.map((row) => earningsLevelOf(row.offering_level)));
      return [{
        school: schoolOf(db, first), miles, programs: titles.get(first.id) ?? [],
        awards: programs.levels.flatMap((level) => rows.filter((row) => row.offering_level === level)
          .map((row) => ({ level, completions: schoolFigure(db, row.completions, 'count', row.offering_source) }))),
        earnings: pay.filter((each) => each.institution === first.id && each.years === years && given.has(each.level))
          .map((each) => ({ level: each.level, median: schoolFigure(db, each.median, 'usd-per-year', each.source_id) })),
      }];
    }),
  };
}

/**
 * The one measure of the list: pay of other years is of other people and must not stand beside it. The
 * longest after leaving that at least half of those with any pay have, else the one that most have.
 */
function commonYears(pay: readonly Rows['program_earnings'][]): number | null {
  const told = new Set(pay.map(({ institution, level }) => `${institution} ${level}`)).size;
  const counts = [...Map.groupBy(pay, ({ years }) => years)].map(([years, rows]) => ({ years, count: rows.length })).sort((a, b) => b.years - a.years);
  const enough = counts.find(({ count }) => count * 2 >= told) ?? counts.toSorted((a, b) => b.count - a.count || b.years - a.years)[0];
  return enough?.years ?? null;
}
