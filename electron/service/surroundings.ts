/** What lies around an area, made once for it: the state's lists, where programs are, and how far each school is. Filters only look it up. */
import { listRecognized } from '../../db/reference/queries/list-recognized.ts';
import type { Recognized } from '../../db/reference/queries/list-recognized.ts';
import { listSchoolPlaces } from '../../db/reference/queries/list-school-places.ts';
import type { SchoolPlace } from '../../db/reference/queries/list-school-places.ts';
import { programsNear } from '../../db/reference/queries/programs-near.ts';
import type { ProgramsAsked, ProgramsNear } from '../../db/reference/queries/programs-near.ts';
import { middleOfArea } from '../../db/reference/queries/middle-of-area.ts';
import { areaChain } from '../../db/reference/reference-db.ts';
import type { ReferenceDb } from '../../db/reference/reference-db.ts';
import type { Delivery, NearBand, Recognition, SchoolPlaceBand } from '../../shared/domain/bands.ts';
import { milesBetween } from '../../shared/domain/miles.ts';
import type { Place } from '../../shared/domain/miles.ts';

/** A school as it is seen from an area. */
export interface SeenSchool {
  readonly school: SchoolPlace;
  /** Whole miles from the middle of a small area; null of a state or the nation. */
  readonly miles: number | null;
  /** Empty for the nation. */
  readonly places: readonly SchoolPlaceBand[];
}

export interface Surroundings {
  /** What the state's lists say of those that they name, by id; empty for the nation: every state has its own list. */
  readonly recognized: ReadonlyMap<string, readonly Recognition[]>;
  /** What is said of all others. */
  readonly unlisted: readonly Recognition[];
  /** True where the state has a list of training: then the work that a credential opens decides too. */
  readonly asksForWork: boolean;
  /** Where programs for a credential are, by what decides it. */
  programs(asked: ProgramsAsked): SeenPrograms;
  readonly schools: ReadonlyMap<string, SeenSchool>;
}

/** Programs for a credential as they are seen from an area. */
export interface SeenPrograms {
  /** Empty for the nation, where nothing is near. */
  readonly near: readonly NearBand[];
  readonly delivery: Delivery;
  /** Miles from the middle of a small area to the nearest school; null where none is in reach. */
  readonly miles: number | null;
  readonly inState: boolean;
}

const NEAR_MILES = 50;
const VERY_NEAR_MILES = 25;
/** As many areas as the judge keeps. */
const KEPT_AREAS = 2;

/** The words for a credential by the entries that name it; `entries` is null where the state's list is not here. */
export function recognitionsOf(entries: readonly Recognized[] | null): readonly Recognition[] {
  if (entries === null) return ['unknown'];
  const words: Recognition[] = [];
  if (entries.some(({ purpose, match }) => purpose === 'school' && match === 'same')) words.push('yes');
  if (entries.some(({ purpose, match }) => purpose === 'training' && match === 'same')) words.push('training');
  // Where the list names this very one, that it also names the kind says nothing more.
  if (words.length === 0) words.push(entries.length > 0 ? 'perhaps' : 'no');
  return words;
}

/** The words for where programs are. */
export function nearBandsOf({ reported, miles, inState }: ProgramsNear): readonly NearBand[] {
  const words: NearBand[] = [];
  if (miles !== null && miles <= VERY_NEAR_MILES) words.push('within-25');
  if (miles !== null && miles <= NEAR_MILES) words.push('within-50');
  if (inState) words.push('in-state');
  return words.length > 0 ? words : [reported ? 'none' : 'unreported'];
}

function seen(school: SchoolPlace, stateId: string | null, middle: Place | null): SeenSchool {
  const miles = middle && milesBetween(middle, school);
  const places: SchoolPlaceBand[] = [];
  if (miles !== null && miles <= NEAR_MILES) places.push('near');
  if (stateId !== null && school.area === stateId) places.push('state');
  if (stateId !== null && places.length === 0) places.push('elsewhere');
  return { school, miles, places };
}

function surroundingsOf(db: ReferenceDb, areaId: string, schools: ReadonlyMap<string, SchoolPlace>): Surroundings {
  const areas = areaChain(db, areaId).flatMap((id) => db.first(db.from('area').select(['id', 'kind']).where('id', '=', id)) ?? []);
  const stateId = areas.find(({ kind }) => kind === 'state' || kind === 'territory')?.id ?? null;
  const middle = stateId === null || areaId === stateId ? null : middleOfArea(db, areaId);
  const entries = stateId === null ? null : listRecognized(db, stateId);
  const byCredential = Map.groupBy(entries ?? [], ({ credential }) => credential);
  const programs = programsNear(db, { stateId, middle }, schools);
  return {
    schools: new Map([...schools].map(([id, school]) => [id, seen(school, stateId, middle)])),
    recognized: new Map([...byCredential].map(([id, own]) => [id, recognitionsOf(own)])),
    unlisted: stateId === null ? [] : recognitionsOf(entries && []),
    asksForWork: programs.asksForWork,
    programs(asked) {
      const found = programs.of(asked);
      return { near: stateId === null ? [] : nearBandsOf(found), delivery: found.atDistance ? 'distance' : 'unknown', miles: found.miles, inState: stateId !== null && found.inState };
    },
  };
}

/** Over one open edition: the first question about an area makes all of it, the next are look-ups. */
export function createSurroundings(db: ReferenceDb): (areaId: string) => Surroundings {
  const kept = new Map<string, Surroundings>();
  let schools: ReadonlyMap<string, SchoolPlace> | undefined;
  return (areaId) => {
    const known = kept.get(areaId);
    kept.delete(areaId);
    const made = known ?? surroundingsOf(db, areaId, (schools ??= listSchoolPlaces(db)));
    kept.set(areaId, made);
    const oldest = kept.size > KEPT_AREAS ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    return made;
  };
}
