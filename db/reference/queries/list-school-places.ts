import type { Rows } from '../../pack/tables.ts';
import type { Place } from '../../../shared/domain/miles.ts';
import type { ReferenceDb } from '../reference-db.ts';

/** What a list of schools is narrowed and drawn by. */
export interface SchoolPlace extends Place {
  readonly id: string;
  readonly name: string;
  readonly city: string;
  readonly state: string;
  /** The area of its state; null where the edition has none. */
  readonly area: string | null;
  readonly control: Rows['institution']['control'];
  readonly level: Rows['institution']['level'];
  /** All its students study only at a distance. */
  readonly atDistance: boolean;
}

/** Every school with its place, by id. */
export function listSchoolPlaces(db: ReferenceDb): ReadonlyMap<string, SchoolPlace> {
  const rows = db.all(db.from('institution').select(['id', 'name', 'city', 'state', 'area', 'control', 'level', 'at_distance', 'latitude_micro as latitudeMicro', 'longitude_micro as longitudeMicro']));
  return new Map(rows.map(({ at_distance, ...school }) => [school.id, { ...school, atDistance: at_distance === 1 }]));
}
