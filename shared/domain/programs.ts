import type { CredentialKind } from './facts.ts';

export const OFFERING_LEVELS = ['short-certificate', 'certificate', 'associate', 'bachelor'] as const;
export type OfferingLevel = (typeof OFFERING_LEVELS)[number];

/** Levels of school program that may lead to a credential of a kind. None: schools do not report such courses. */
const LEVELS: Readonly<Record<CredentialKind, readonly OfferingLevel[]>> = {
  'certificate': ['short-certificate', 'certificate'],
  'certification': ['short-certificate', 'certificate', 'associate'],
  'license': ['short-certificate', 'certificate', 'associate'],
  'registry-listing': ['short-certificate', 'certificate'],
  // Learned at work; a school may teach the class hours.
  'apprenticeship': ['short-certificate', 'certificate'],
  'associate': ['associate'],
  'bachelor': ['bachelor'],
  'course-card': [],
  'badge': [],
};

/** Levels that may lead to a kind; none for what schools do not report. */
export const levelsOf = (kind: CredentialKind): readonly OfferingLevel[] => LEVELS[kind];

export interface ProgramsOf {
  readonly levels: readonly OfferingLevel[];
  /** A whole program code, or the first five signs of one: the wider field. */
  readonly cip: string;
}

/**
 * Which school programs are in the field of a credential; null where schools report none.
 * A code that ends in 00 is "general": then every program of its wider field counts.
 *
 * @example programsOf({ kind: 'associate', role: 'main', cip: '51.3801' }) // { levels: ['associate'], cip: '51.3801' }
 */
export function programsOf({ kind, role, cip }: { readonly kind: CredentialKind; readonly role: 'main' | 'add-on'; readonly cip: string | null }): ProgramsOf | null {
  const levels = LEVELS[kind];
  if (cip === null || role === 'add-on' || levels.length === 0) return null;
  return { levels, cip: cip.length === 7 && !cip.endsWith('00') ? cip : cip.slice(0, 5) };
}

/** The same levels in the wider field, for where no school has the program itself; null when that was asked for already. */
export const widerField = ({ levels, cip }: ProgramsOf): ProgramsOf | null => (cip.length > 5 ? { levels, cip: cip.slice(0, 5) } : null);

/** Pay is published for wider fields, and knows one kind of certificate. */
export const earningsLevelOf = (level: OfferingLevel): 'certificate' | 'associate' | 'bachelor' => (level === 'short-certificate' ? 'certificate' : level);
