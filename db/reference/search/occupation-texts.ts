/** Occupations with all their texts: they have many other names, and the same few are asked for again and again, so they are kept. */
import type { Localized } from '../../../shared/domain/facts.ts';
import { localized } from '../queries/get-credential.ts';
import { padded } from '../queries/padded.ts';
import type { ReferenceDb } from '../reference-db.ts';
import { textsOfOccupation, type DocText } from './texts.ts';

/** A thing as it is known to its readers, with the texts it may be found by. */
export interface Known {
  readonly id: string;
  readonly name: Localized;
  readonly texts: readonly DocText[];
}

const kept = new WeakMap<ReferenceDb, Map<string, Known>>();

/** Occupations by their codes; an unknown one is left out. */
export function readOccupations(db: ReferenceDb, socs: readonly string[]): Known[] {
  const known = kept.get(db) ?? new Map<string, Known>();
  kept.set(db, known);
  const missing = socs.filter((soc) => !known.has(soc));
  if (missing.length > 0) {
    const aliases = Map.groupBy(db.all(db.from('occupation_alias').select(['soc', 'alias']).where('soc', 'in', padded(missing)).orderBy('alias')), ({ soc }) => soc);
    for (const row of db.all(db.from('occupation').select(['soc', 'title', 'title_es']).where('soc', 'in', padded(missing)))) {
      known.set(row.soc, { id: row.soc, name: localized(row.title, row.title_es), texts: textsOfOccupation(row, (aliases.get(row.soc) ?? []).map(({ alias }) => alias)) });
    }
  }
  return socs.flatMap((soc) => known.get(soc) ?? []);
}
