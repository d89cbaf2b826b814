/** What is shown of the things that were found: their names, and by which text each matched. */
import type { Localized } from '../../../shared/domain/facts.ts';
import { localized } from '../queries/get-credential.ts';
import { padded } from '../queries/padded.ts';
import type { ReferenceDb } from '../reference-db.ts';
import type { SearchIndex } from './index.ts';
import { readOccupations, type Known } from './occupation-texts.ts';
import { TIERS, type Match, type Strength } from './rank.ts';
import { search, type Asked, type SearchFound, type SearchKind, type SearchQuery } from './search.ts';
import { holdsAll, ROLES, textsOfCredential, type DocText, type Role, type TextKind } from './texts.ts';

export type MatchedBy = TextKind | 'occupation' | 'typo' | 'browse';

export interface SearchHit {
  readonly kind: SearchKind;
  /** Credential id or SOC code. */
  readonly id: string;
  readonly name: Localized;
  readonly why: { readonly by: MatchedBy; readonly text: string };
}

/**
 * The hits for matches, in their order. `text` is what was typed; `lang` is the person's, for the
 * occupation through which a credential was found.
 */
export function hitsOf(index: SearchIndex, found: SearchFound, matches: readonly Match[], { text, lang }: { readonly text: string; readonly lang: 'en' | 'es' }): readonly SearchHit[] {
  const through = new Map(matches.flatMap(({ doc, tier }) => { const job = tier > TIERS.issuer.words ? found.throughOf(doc) : null; return job === null ? [] : [[doc, job] as const]; }));
  const refs = index.refsOf([...new Set([...matches.map(({ doc }) => doc), ...through.values()])]);
  const isCredential = (doc: number): boolean => doc <= index.credentials;
  const ids = [...refs];
  const known = new Map([
    ...readCredentials(index.db, ids.flatMap(([doc, ref]) => (isCredential(doc) ? [ref] : []))),
    ...readOccupations(index.db, ids.flatMap(([doc, ref]) => (isCredential(doc) ? [] : [ref]))),
  ].map((each) => [each.id, each] as const));
  const knownAt = (doc: number | undefined): Known | undefined => (doc === undefined ? undefined : known.get(refs.get(doc) ?? ''));
  return matches.flatMap((match): SearchHit[] => {
    const thing = knownAt(match.doc);
    if (!thing) return [];
    const job = knownAt(through.get(match.doc));
    const why = job ? { by: 'occupation' as const, text: job.name[lang] } : whyOf(thing.texts, match, found.askedOf(match.way), text);
    return [{ kind: isCredential(match.doc) ? 'credential' : 'occupation', id: thing.id, name: thing.name, why }];
  });
}

export interface SearchAnswer {
  /** Everything that matches, of the kinds wanted. */
  readonly total: number;
  readonly credentials: number;
  readonly occupations: number;
  /** The first `limit`, best first. */
  readonly hits: readonly SearchHit[];
}

/** A whole search: counts, and the first hits. Example: `searchHits(index, { text: 'cna', lang: 'en', kinds: ['credential'], limit: 40 })`. */
export function searchHits(index: SearchIndex, query: SearchQuery & { readonly lang: 'en' | 'es'; readonly limit: number }): SearchAnswer {
  const found = search(index, query);
  const { credentials, occupations: jobs } = found;
  return { total: credentials + jobs, credentials, occupations: jobs, hits: hitsOf(index, found, found.first(query.limit), query) };
}

/** Role and strength of a tier; undefined of words strewn about. */
const meantBy = (tier: number): readonly [Role, Strength] | undefined =>
  ROLES.flatMap((role) => (['exact', 'start', 'words'] as const).flatMap((strength) => (TIERS[role][strength] === tier ? [[role, strength] as const] : []))).at(-1);

function whyOf(texts: readonly DocText[], { way, tier }: Match, { groups, norm }: Asked, typed: string): SearchHit['why'] {
  if (groups.length === 0) return { by: 'browse', text: '' };
  const meant = meantBy(tier);
  const text = meant && texts.find((each) => each.role === meant[0] && fits(each.norm, meant[1], groups, norm));
  if (way === 'typo') return { by: 'typo', text: text?.text ?? '' };
  if (text) return { by: text.kind, text: text.text };
  // What no text of it holds is a code of a registry or a list; what several hold would explain nothing.
  return tier === TIERS.short.exact ? { by: 'code', text: typed.trim() } : { by: 'alias', text: '' };
}

function fits(text: string, strength: Strength, groups: Asked['groups'], norm: string | null): boolean {
  if (norm !== null && strength === 'exact') return text === norm;
  if (norm !== null && strength === 'start') return text.startsWith(norm);
  return holdsAll(text, groups);
}

function readCredentials(db: ReferenceDb, ids: readonly string[]): Known[] {
  if (ids.length === 0) return [];
  const aliases = Map.groupBy(db.all(db.from('credential_alias').select(['credential', 'alias']).where('credential', 'in', padded(ids)).orderBy('alias')), ({ credential }) => credential);
  const rows = db.all(db.from('credential').leftJoin('organization', 'organization.id', 'credential.issuer')
    .select(['credential.id', 'credential.name', 'name_es', 'short_name', 'short_name_es', 'code', 'cip', 'organization.name as issuer']).where('credential.id', 'in', padded(ids)));
  return rows.map(({ id, issuer, ...row }) => ({ id, name: localized(row.name, row.name_es), texts: textsOfCredential(row, (aliases.get(id) ?? []).map(({ alias }) => alias), issuer) }));
}
