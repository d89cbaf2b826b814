/** The texts by which a thing is found, and in which role each stands. */
import { normalize } from './normalize.ts';

/** Roles from the strongest to the weakest; codes count as short names. */
export const ROLES = ['name', 'short', 'alias', 'issuer'] as const;
export type Role = (typeof ROLES)[number];

/** What a text of `search_start` is to its thing: the two lowest bits of an entry, with the number of the thing above them. */
export const START_ROLES = ['name', 'short', 'alias', 'spanish-name'] as const;

/** What a person is told a thing was found by. */
export type TextKind = 'name' | 'short-name' | 'code' | 'alias' | 'issuer';

export interface DocText {
  readonly role: Role;
  readonly kind: TextKind;
  readonly text: string;
  /** The form that is compared. */
  readonly norm: string;
  /** True of a name that is Spanish only. */
  readonly spanish: boolean;
}

export interface CredentialTexts {
  readonly name: string;
  readonly name_es: string | null;
  readonly short_name: string | null;
  readonly short_name_es: string | null;
  readonly code: string | null;
  readonly cip: string | null;
}

/** Texts in order, each normal form once: English and Spanish often share a name, and the stronger role is first. */
function distinct(texts: readonly (readonly [Role, TextKind, string | null, boolean?])[]): DocText[] {
  const seen = new Set<string>();
  return texts.flatMap(([role, kind, text, spanish = false]): DocText[] => {
    const norm = text === null ? '' : normalize(text);
    if (text === null || norm === '' || seen.has(norm)) return [];
    seen.add(norm);
    return [{ role, kind, text, norm, spanish }];
  });
}

/** True when a text in its normal form has, of every group, a word that starts like one of it. */
export function holdsAll(norm: string, groups: readonly (readonly string[])[]): boolean {
  const text = ` ${norm}`;
  return groups.every((group) => group.some((start) => text.includes(` ${start}`)));
}

/** All texts of a credential, its issuer's name last. */
export const textsOfCredential = (row: CredentialTexts, aliases: readonly string[], issuer: string | null): readonly DocText[] => distinct([
  ['name', 'name', row.name], ['name', 'name', row.name_es, true],
  ['short', 'short-name', row.short_name], ['short', 'short-name', row.short_name_es],
  // A code is also typed as it is printed on paper, without its dash.
  ['short', 'code', row.code], ['short', 'code', row.code?.replaceAll('-', '') ?? null], ['short', 'code', row.cip],
  ...aliases.map((alias) => ['alias', 'alias', alias] as const),
  ['issuer', 'issuer', issuer],
]);

/** All texts of an occupation. */
export const textsOfOccupation = (row: { readonly soc: string; readonly title: string; readonly title_es: string | null }, aliases: readonly string[]): readonly DocText[] => distinct([
  ['name', 'name', row.title], ['name', 'name', row.title_es, true], ['short', 'code', row.soc],
  ...aliases.map((alias) => ['alias', 'alias', alias] as const),
]);
