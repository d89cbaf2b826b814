/** What is kept of a record of CTDL. */
import { createHash } from 'node:crypto';
import type { Tally } from '../check/tally.ts';
import type { JsonObject } from '../json-values.ts';
import type { StagedCredential, StagedIssuer } from '../staged.ts';
import type { CredentialKind } from './classes.ts';
import { areasOf, cipsOf, costsOf, durationOf, socsOf, timesOf } from './facts.ts';
import type { Wrapping } from './unwrap.ts';
import { allTexts, ctidIn, day, parts, property, references, spanish, text } from './values.ts';

export interface CtdlOrganization {
  readonly what: 'organization';
  readonly record: string;
  readonly ctid: string | null;
  readonly name: string;
  readonly url: string | null;
}
/** Costs or conditions that several credentials share; `of` is the organizations whose they are. */
export interface CtdlManifest {
  readonly what: 'cost-manifest' | 'condition-manifest';
  readonly record: string;
  readonly ctid: string | null;
  readonly of: readonly string[];
  readonly costs: StagedCredential['costs'];
}
export type CtdlRecord = StagedCredential | CtdlOrganization | CtdlManifest;

const RETIRED = /(?:^|[:/])(?:Deprecated|Ceased|Suspended|Superseded)$/;
/** A registry's word that one thing prepares for another is no promise of credit or admission. */
const LEADS = ['isPreparationFor', 'isRequiredFor', 'isAdvancedStandingFor', 'isRecommendedFor'];

export const ctidOf = (node: JsonObject): string | null => ctidIn(text(property(node, 'ctid'))) ?? ctidIn(typeof node['@id'] === 'string' ? node['@id'] : null);

/** Id of the record: its registry id, else its address, else one made of what it says. */
export function recordId(node: JsonObject): string {
  const ctid = ctidOf(node);
  if (ctid !== null) return ctid;
  return typeof node['@id'] === 'string' && node['@id'] !== '' ? node['@id'] : `unidentified-${createHash('sha256').update(JSON.stringify(node)).digest('hex').slice(0, 16)}`;
}

export const updatedOf = (node: JsonObject, wrapping: Wrapping): string | null => day(property(node, 'dateModified', ['ceterms:', 'schema:', 'dct:', 'ceasn:'])) ?? wrapping.updated;

export const organizationOf = (node: JsonObject): CtdlOrganization => ({
  what: 'organization', record: recordId(node), ctid: ctidOf(node), name: text(property(node, 'name')) ?? '', url: references(property(node, 'subjectWebpage') ?? node['schema:url'])[0] ?? null,
});

export const manifestOf = (node: JsonObject, what: CtdlManifest['what'], row: number, tally: Tally): CtdlManifest => ({
  what, record: recordId(node), ctid: ctidOf(node), of: references(property(node, what === 'cost-manifest' ? 'costManifestOf' : 'conditionManifestOf')), costs: costsOf(node, row, tally),
});

/** Who gives it: named within the record, known from the same file, or known by the registry id only (then the name is empty). */
function issuerOf(node: JsonObject, organizations: ReadonlyMap<string, CtdlOrganization>): StagedIssuer | null {
  const said = property(node, 'ownedBy') ?? property(node, 'offeredBy') ?? property(node, 'owner');
  for (const part of parts(said)) {
    const name = text(property(part, 'name'));
    if (name !== null) return { name, ctid: ctidOf(part), url: references(property(part, 'subjectWebpage'))[0] ?? null };
  }
  const [id] = references(said);
  if (id === undefined) return null;
  const known = organizations.get(ctidIn(id) ?? id);
  return known ? { name: known.name, ctid: known.ctid, url: known.url } : { name: '', ctid: ctidIn(id), url: null };
}

export function credentialOf(node: JsonObject, kind: CredentialKind, wrapping: Wrapping, organizations: ReadonlyMap<string, CtdlOrganization>, row: number, tally: Tally): StagedCredential {
  const name = property(node, 'name');
  const statuses = ['credentialStatusType', 'lifeCycleStatusType'].flatMap((each) => parts(property(node, each)).flatMap((part) => references(property(part, 'targetNode'))));
  const ctid = ctidOf(node);
  if (ctid === null) tally.flag('ctid-missing', { row, column: 'ceterms:ctid', value: text(property(node, 'ctid')) ?? '' });
  const issuer = issuerOf(node, organizations);
  if (issuer?.name === '') tally.flag('issuer-elsewhere', { row, column: 'ceterms:ownedBy', value: issuer.ctid ?? '' });
  const renewal = durationOf(property(node, 'renewalFrequency'));
  const ages = parts(property(node, 'requires')).map((condition) => property(condition, 'minimumAge')).filter((age) => typeof age === 'number' && Number.isInteger(age) && age > 0 && age < 100) as readonly number[];
  return {
    what: 'credential', record: recordId(node), ctid, name: text(name) ?? '', nameEs: spanish(name), aliases: allTexts(property(node, 'alternateName')), kind, issuer,
    cips: cipsOf(node), occupations: socsOf(node).map((soc) => ({ soc, relation: 'related' })), areas: areasOf(node),
    status: statuses.some((status) => RETIRED.test(status)) ? 'retired' : 'active', successorCtid: ctidIn(references(property(node, 'supersededBy'))[0] ?? null), updated: updatedOf(node, wrapping),
    renewMonths: renewal?.unit === 'years' ? renewal.amount * 12 : renewal?.unit === 'months' ? renewal.amount : null, minAge: ages[0] ?? null,
    costs: costsOf(node, row, tally), times: timesOf(node, row, tally),
    leadsTo: [...new Set(LEADS.flatMap((each) => parts(property(node, each)).flatMap((part) => references(property(part, 'targetCredential')))).map(ctidIn))]
      .flatMap((to) => (to === null ? [] : [{ ctid: to, kind: 'often-before' as const }])),
  };
}

export const RECORD_PROBLEMS = {
  'ctid-missing': 'The credential has no registry id that can be read; it is known by its address or by what it says.',
  'issuer-elsewhere': 'Who gives the credential is named by an id only, and the organization is not in this file.',
} as const;
