/** The id of a search entry says which thing it belongs to and in which role, so that ranking needs no second look. */

/** Why a text belongs to a thing, from the strongest to the weakest. */
export const ROLES = ['name', 'short-name', 'code', 'alias', 'issuer', 'mixed'] as const;
export type Role = (typeof ROLES)[number];

const ROLE_STEP = 2 ** 16;
const DOC_STEP = 2 ** 20;

/** Id of the `position`th entry of a role of a thing. `doc` may be up to 2^33. */
export function entryId(doc: number, role: Role, position: number): number {
  if (position >= ROLE_STEP) throw new RangeError('too many entries');
  return doc * DOC_STEP + ROLES.indexOf(role) * ROLE_STEP + position;
}

export const docOf = (entry: number): number => Math.floor(entry / DOC_STEP);
export const roleOf = (entry: number): Role => ROLES[Math.floor((entry % DOC_STEP) / ROLE_STEP)] ?? 'mixed';
