import { CodedError } from '../../../shared/kernel/errors.ts';
import type { ReferenceDb } from '../reference-db.ts';

export interface Edition {
  readonly name: string;
  readonly edition: string;
  /** SHA-256 of the canonical rows, hexadecimal. */
  readonly digest: string;
  /** Month or day on which the facts were last checked. */
  readonly dataChecked: string;
  readonly scope: string;
  /** Rows of every table of the pack. */
  readonly counts: Readonly<Record<string, number>>;
}

/** What the installed edition says of itself. Errors: reference-damaged. */
export function getEdition(db: ReferenceDb): Edition {
  const info = new Map(db.all(db.from('edition_info').select(['key', 'value'])).map(({ key, value }) => [key, value]));
  const get = (key: string): string => {
    const value = info.get(key);
    if (value === undefined) throw new CodedError('reference-damaged', { reason: 'edition' });
    return value;
  };
  const counts = db.all(db.from('edition_count').select(['table_name', 'rows']).orderBy('table_name'));
  return {
    name: get('name'), edition: get('edition'), digest: get('digest'), dataChecked: get('data_checked'), scope: get('scope'),
    counts: Object.fromEntries(counts.map(({ table_name, rows }) => [table_name, rows])),
  };
}
