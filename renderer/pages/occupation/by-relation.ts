import type { OccupationPage } from '../../stores/occupation.ts';

const ORDER = ['required-by-law', 'qualifies', 'preferred', 'related'] as const;

/** Credentials of a job, those that open it first. */
export const byRelation = (credentials: OccupationPage['credentials']): OccupationPage['credentials'] =>
  [...credentials].sort((a, b) => ORDER.indexOf(a.relation) - ORDER.indexOf(b.relation));
