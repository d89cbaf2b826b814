import { middleOf, type Place } from '../../../shared/domain/miles.ts';
import type { ReferenceDb } from '../reference-db.ts';

/** The middle of the schools in the counties of an area; null where there is none, as in a whole state, whose middle is near nobody. */
export function middleOfArea(db: ReferenceDb, area: string): Place | null {
  return middleOf(db.all(
    db.from('institution').innerJoin('county', 'county.fips', 'institution.county')
      .select(['latitude_micro as latitudeMicro', 'longitude_micro as longitudeMicro']).where('county.area', '=', area),
  ));
}
