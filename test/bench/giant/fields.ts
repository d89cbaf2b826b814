/** Which field of work a program of study belongs to, by the first digits of its CIP code. */
import type { Rows } from '../../../db/pack/tables.ts';

type Field = Rows['credential']['field'];

const FIELDS: Readonly<Record<string, Field>> = {
  '01': 'agriculture', '03': 'agriculture', '09': 'arts', '10': 'arts', '11': 'information-technology', '12': 'personal-services', '12.05': 'hospitality',
  '13': 'education-care', '14': 'manufacturing', '15': 'manufacturing', '15.05': 'energy', '15.17': 'energy', '19': 'education-care', '22': 'law-public-safety',
  '43': 'law-public-safety', '46': 'building-trades', '47': 'manufacturing', '47.06': 'transport', '48': 'manufacturing', '49': 'transport', '50': 'arts', '51': 'health', '52': 'business', '52.09': 'hospitality',
};

/** Example: `fieldOf('51.3901')` is `'health'`. */
export const fieldOf = (cip: string): Field => FIELDS[cip.slice(0, 5)] ?? FIELDS[cip.slice(0, 2)] ?? 'general';
