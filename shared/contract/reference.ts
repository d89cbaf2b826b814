/** Methods over the reference database: nothing here needs or touches a student. */
import { z } from 'zod';
import {
  AGE_BANDS, ASKS, COST_BANDS, DELIVERIES, NEAR_BANDS, PAY_BANDS, RECOGNITIONS, SCHOOL_CONTROLS, SCHOOL_LEVELS, SCHOOL_PLACES, SORTS, TIME_BANDS,
} from '../domain/bands.ts';
import { CREDENTIAL_KINDS, FIELDS } from '../domain/facts.ts';
import { VERDICTS } from '../domain/results.ts';
import { query, nothing } from './method.ts';
import {
  areaId, baselinePay, costTotal, credentialFacts, credentialRow, goodJobFloor, id, lang, localized, occupationFacts, priceParity, soc, text,
  verdictResult,
} from './schemas.ts';

export const area = z.strictObject({
  id: areaId, kind: z.enum(['nation', 'state', 'territory', 'nonmetro', 'metro', 'county']), name: text(200),
  parent: areaId.nullable(), state: text(2).nullable(), priceParityMilli: z.number().int().nullable(),
});
export type Area = z.infer<typeof area>;

/** Why a result matched: which text, in which role. */
export const matchedBy = z.strictObject({
  by: z.enum(['name', 'short-name', 'alias', 'code', 'issuer', 'occupation', 'typo', 'browse']), text: text(200),
});
export const searchFilters = z.strictObject({
  verdict: z.array(z.enum(VERDICTS)).default([]), kind: z.array(z.enum(CREDENTIAL_KINDS)).default([]),
  field: z.array(z.enum(FIELDS)).default([]), time: z.array(z.enum(TIME_BANDS)).default([]),
  cost: z.array(z.enum(COST_BANDS)).default([]), pay: z.array(z.enum(PAY_BANDS)).default([]), age: z.array(z.enum(AGE_BANDS)).default([]),
  recognized: z.array(z.enum(RECOGNITIONS)).default([]), near: z.array(z.enum(NEAR_BANDS)).default([]), delivery: z.array(z.enum(DELIVERIES)).default([]),
  /** Credentials that may ask for any of these are left out. */
  leaveOut: z.array(z.enum(ASKS)).default([]),
});
/** Of schools. Chosen alone they leave schools only, as filters of credentials chosen alone leave credentials only. */
export const schoolFilters = z.strictObject({
  control: z.array(z.enum(SCHOOL_CONTROLS)).default([]), level: z.array(z.enum(SCHOOL_LEVELS)).default([]), place: z.array(z.enum(SCHOOL_PLACES)).default([]),
});
const counts = z.record(z.string(), z.number().int());
export const searchResult = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('credential'), id, name: localized, why: matchedBy, row: credentialRow }),
  z.strictObject({ kind: z.literal('occupation'), id: soc, name: localized, why: matchedBy, occupation: occupationFacts }),
  z.strictObject({ kind: z.literal('school'), id: z.string().regex(/^\d{6}$/), name: text(120), city: text(60), state: text(2), alias: text(400), control: z.enum(SCHOOL_CONTROLS), level: z.enum(SCHOOL_LEVELS), miles: z.number().int().nullable() }),
]);
export type SearchResult = z.infer<typeof searchResult>;

export const sourceRow = z.strictObject({
  id, publisher: text(200), title: text(300), vintage: text(60), published: text(10).nullable(), url: text(500),
  license: text(120), citation: text(500),
});
export const evidenceRow = z.strictObject({
  id, subject: text(80), fact: text(60), value: text(300), jurisdiction: text(20), publisher: text(200), title: text(300),
  url: text(500), pageDate: text(10).nullable(), readDate: text(10),
  type: z.enum(['official', 'federal-data', 'issuer', 'secondary', 'not-checked']), note: text(300).nullable(),
});
export type EvidenceRow = z.infer<typeof evidenceRow>;
export type SourceRow = z.infer<typeof sourceRow>;

export const edition = z.strictObject({
  name: text(200), edition: text(40), digest: z.string().regex(/^[0-9a-f]{64}$/), dataChecked: text(10), scope: text(40),
  counts: z.record(z.string(), z.number().int()),
});

/** A neighbor on the trail of a credential. `place` says on which side of it the neighbor lies. */
const trailStep = z.strictObject({
  row: credentialRow, place: z.enum(['before', 'here', 'after']), skippable: z.boolean(),
  edge: z.enum(['credit-granted', 'required-admission', 'required-law', 'counts-experience', 'often-before']).nullable(),
  terms: localized.nullable(), evidence: text(80).nullable(),
});

/** How a credential stands in the state of the area: who decides about it, and which lists of the state name it. */
const standing = z.strictObject({
  state: z.strictObject({ id: areaId, name: text(200) }).nullable(),
  authority: z.strictObject({ name: text(200), url: text(500).nullable(), phone: text(40).nullable(), evidence: text(80).nullable() }).nullable(),
  lists: z.array(z.strictObject({
    label: localized, edition: text(20), purpose: z.enum(['school', 'training']), entries: z.number().int(), source: id,
    listed: z.array(z.strictObject({ as: text(160), code: text(20), match: z.enum(['same', 'family']), points: z.number().int().nullable(), tier: text(40).nullable() })),
  })),
  facts: z.array(z.strictObject({ label: localized, evidence: text(80) })),
});

export const credentialPage = z.strictObject({
  standing, row: credentialRow, facts: credentialFacts, summary: localized,
  issuer: z.strictObject({ name: text(200), url: text(500).nullable() }).nullable(),
  thirdPartyAssessed: z.boolean().nullable(), proctored: z.boolean().nullable(), portable: z.boolean().nullable(),
  verdict: verdictResult, baseline: baselinePay.nullable(), floor: goodJobFloor, total: costTotal,
  trail: z.array(trailStep), evidence: z.array(evidenceRow),
});
export type CredentialPage = z.infer<typeof credentialPage>;

export const occupationPage = z.strictObject({
  facts: occupationFacts, jobZone: z.number().int().nullable(), interests: text(6).nullable(), cluster: text(80).nullable(),
  entryExperience: text(40).nullable(), entryTraining: text(40).nullable(), merges: z.array(soc), aliases: z.array(text(200)),
  baseline: baselinePay.nullable(), floor: goodJobFloor, credentials: z.array(z.strictObject({
    row: credentialRow, relation: z.enum(['required-by-law', 'qualifies', 'preferred', 'related']),
  })),
  /** How many have to do with it; `credentials` holds the first of them, those that open it first. */
  credentialsTotal: z.number().int(),
});

/** What Compare computes from: facts of each route's credential and the baselines beside them. */
export const compareFacts = z.strictObject({
  credentials: z.array(z.strictObject({ row: credentialRow, facts: credentialFacts, verdict: verdictResult })),
  baseline: baselinePay.nullable(), floor: goodJobFloor,
  /** Null for the nation, and where no survey says. */
  parity: priceParity.nullable(),
});
export type CompareFacts = z.infer<typeof compareFacts>;

const inArea = z.strictObject({ areaId });
export const reference = {
  'reference.listAreas': query({ input: nothing, output: z.strictObject({ areas: z.array(area) }) }),
  /** Counties as [name, code of the state or territory, area whose figures stand for it], by code. */
  'reference.listCounties': query({ input: nothing, output: z.strictObject({ counties: z.array(z.tuple([text(80), z.string().regex(/^\d{2}$/), areaId])) }) }),
  'reference.getEdition': query({ input: nothing, output: edition, errors: ['reference-missing', 'reference-damaged'] }),
  'reference.listSources': query({ input: nothing, output: z.strictObject({ sources: z.array(sourceRow) }) }),
  'reference.search': query({
    errors: ['not-found', 'reference-damaged'],
    input: z.strictObject({
      text: text(200), areaId, lang, filters: searchFilters.default({ verdict: [], kind: [], field: [], time: [], cost: [], pay: [], age: [], recognized: [], near: [], delivery: [], leaveOut: [] }),
      schoolFilters: schoolFilters.default({ control: [], level: [], place: [] }),
      kinds: z.array(z.enum(['credential', 'occupation', 'school'])).default(['credential', 'occupation', 'school']),
      sort: z.enum(SORTS).default('best'),
      /** As many as there are, and no answer without an end. */
      limit: z.number().int().min(1).max(1000).default(40),
    }),
    output: z.strictObject({
      total: z.number().int(), credentials: z.number().int(), occupations: z.number().int(), schools: z.number().int(), results: z.array(searchResult),
      /** Counts over the credentials that match the text, each facet without its own filter; of `leaveOut`, how many each would leave. */
      facets: z.strictObject({
        verdict: counts, kind: counts, field: counts, time: counts, cost: counts, pay: counts, age: counts, recognized: counts, near: counts, delivery: counts, leaveOut: counts,
      }),
      /** The same of the schools that match the text. */
      schoolFacets: z.strictObject({ control: counts, level: counts, place: counts }),
      /** The good-job line of the area, which runs through the pay of every result. */
      floor: goodJobFloor,
    }),
  }),
  'reference.getCredential': query({ input: inArea.extend({ id }), output: credentialPage, errors: ['not-found', 'reference-damaged'] }),
  'reference.getOccupation': query({ input: inArea.extend({ soc }), output: occupationPage, errors: ['not-found', 'reference-damaged'] }),
  'reference.getCompareFacts': query({
    input: inArea.extend({ credentialIds: z.array(id).min(1).max(4) }), output: compareFacts, errors: ['not-found', 'reference-damaged'],
  }),
  'reference.explainFigure': query({
    input: z.strictObject({ source: id.nullable(), evidence: id.nullable() }),
    output: z.strictObject({ source: sourceRow.nullable(), evidence: evidenceRow.nullable() }),
  }),
};
