import { milesBetween, type Place } from '../../../shared/domain/miles.ts';
import { programsOf } from '../../../shared/domain/programs.ts';
import type { ReferenceDb } from '../reference-db.ts';
import type { SchoolPlace } from './list-school-places.ts';
import { trainingNear, type TrainingAsked } from './training-near.ts';

/** Where programs in the very field of a credential are; those of the wider field alone do not count here. */
export interface ProgramsNear {
  /** False where schools report no courses of its kind, and no training list names one. */
  readonly reported: boolean;
  /** Miles from the middle of a small area to the nearest school; null where none is in reach, and for a whole state. */
  readonly miles: number | null;
  /** A school or a program of the training list in the area's state. */
  readonly inState: boolean;
  /** A school that teaches only at a distance gives one, wherever it is, or the state's training list has one online. */
  readonly atDistance: boolean;
}

export interface AreaPlace {
  readonly stateId: string | null;
  /** The middle of a small area; null of a state and the nation. */
  readonly middle: Place | null;
}

/** What one looks for within: nobody asks for more by "near". */
const REACH_MILES = 50;

interface Given {
  miles: number | null;
  inState: boolean;
  atDistance: boolean;
}

/** By program and level, and by wider field and level: how near the nearest school is that gives awards in it. */
function givenNear(db: ReferenceDb, { stateId, middle }: AreaPlace, schools: ReadonlyMap<string, SchoolPlace>): ReadonlyMap<string, Given> {
  const near = new Map<string, number>();
  if (middle) for (const school of schools.values()) { const miles = milesBetween(middle, school); if (miles <= REACH_MILES) near.set(school.id, miles); }
  const wanted = [...schools.values()].filter((school) => near.has(school.id) || school.atDistance || (stateId !== null && school.area === stateId));
  const given = new Map<string, Given>();
  // So many schools have no room in one question.
  for (let from = 0; from < wanted.length; from += 500) {
    const ids = wanted.slice(from, from + 500).map(({ id }) => id);
    for (const { institution, cip, level } of db.all(db.from('offering').select(['institution', 'cip', 'level']).where('institution', 'in', ids))) {
      const [miles, school] = [near.get(institution) ?? null, schools.get(institution)];
      for (const key of [`${cip} ${level}`, `${cip.slice(0, 5)} ${level}`]) {
        const known = given.get(key) ?? { miles: null, inState: false, atDistance: false };
        known.miles = miles === null ? known.miles : Math.min(miles, known.miles ?? Infinity);
        known.inState ||= stateId !== null && school?.area === stateId;
        known.atDistance ||= school?.atDistance === true;
        given.set(key, known);
      }
    }
  }
  return given;
}

/** What decides where programs for a credential are. */
export interface ProgramsAsked extends TrainingAsked {
  readonly role: 'main' | 'add-on';
}

export interface SeenFrom {
  /** True where the state has a list of training: then the work that a credential opens decides too. */
  readonly asksForWork: boolean;
  of(asked: ProgramsAsked): ProgramsNear;
}

/** Where programs in the field of a credential are, seen from an area: what is given there is read once, so that a filter needs to ask nothing. */
export function programsNear(db: ReferenceDb, place: AreaPlace, schools: ReadonlyMap<string, SchoolPlace>): SeenFrom {
  const given = givenNear(db, place, schools);
  const training = place.stateId === null ? null : trainingNear(db, place.stateId);
  const of = (asked: ProgramsAsked): ProgramsNear => {
    const programs = programsOf(asked);
    const found = (programs?.levels ?? []).flatMap((level) => given.get(`${programs?.cip ?? ''} ${level}`) ?? []);
    const listed = training?.(asked);
    const miles = Math.min(...found.map((each) => each.miles ?? Infinity));
    return {
      reported: programs !== null || listed !== undefined, miles: Number.isFinite(miles) ? miles : null,
      inState: found.some((each) => each.inState) || listed?.inState === true, atDistance: found.some((each) => each.atDistance) || listed?.online === true,
    };
  };
  return { asksForWork: training !== null, of };
}
