/**
 * What the engine is told: facts about credentials, occupations and areas as the reference
 * database holds them, free of any database shape. Every figure carries where it comes from.
 */

/** The same words in both languages of the product. */
export interface Localized {
  readonly en: string;
  readonly es: string;
}

export const UNKNOWN_WORDS = ['not-published', 'varies-ask', 'not-collected', 'not-checked'] as const;
export type UnknownWord = (typeof UNKNOWN_WORDS)[number];

/** Where a figure comes from; `edition` is added where a figure is frozen into a plan. */
export interface Provenance {
  /** `source.id` of the reference database, or null for a figure with a ledger row only. */
  readonly source: string | null;
  /** `evidence.id`, when a ledger row states the fact. */
  readonly evidence: string | null;
  /** Words a reader knows the publication by, as "May 2025". */
  readonly vintage: string | null;
  /** The area for which the figure holds: not always the one asked for. */
  readonly area: string | null;
  /** `published` is a figure as printed by its source; `estimate` is computed by us. */
  readonly basis: 'published' | 'estimate';
  /** Code of the sentence that says how an estimate was made; null for a published figure. */
  readonly method: string | null;
}

export const UNITS = ['usd-per-year', 'cents-per-quarter', 'cents-per-hour', 'cents', 'jobs', 'jobs-per-year', 'permille', 'months', 'count'] as const;
export type Unit = (typeof UNITS)[number];

/** One figure that can be shown. `value` null always comes with a word of unknown. */
export interface Figure {
  readonly value: number | null;
  /** Upper end when the figure is a range; null for a single value. */
  readonly high: number | null;
  /** True when the true figure is this or more. */
  readonly atLeast: boolean;
  readonly unit: Unit;
  readonly unknown: UnknownWord | null;
  readonly from: Provenance;
}

/** Published percentiles of one occupation in one area. Annual: whole dollars. Hourly: cents. */
export interface PayFacts {
  /** The area for which pay was asked, and the area that has the figures (fallback: state, then nation). */
  readonly askedArea: string;
  readonly area: string;
  readonly areaName: string;
  readonly basis: 'both' | 'annual-only' | 'hourly-only' | 'none';
  readonly p10: number | null;
  readonly p25: number | null;
  readonly p50: number | null;
  readonly p75: number | null;
  readonly p90: number | null;
  readonly mean: number | null;
  readonly hourlyP25Cents: number | null;
  readonly hourlyP50Cents: number | null;
  readonly topCoded: boolean;
  readonly from: Provenance;
}

export interface OutlookFacts {
  readonly fromYear: number;
  readonly toYear: number;
  /** National change over the whole span, tenths of a percent. */
  readonly changePermille: number | null;
  /** Openings a year in the nation, jobs. */
  readonly openingsPerYear: number | null;
  readonly from: Provenance;
}

export const RELATIONS = ['required-by-law', 'qualifies', 'preferred', 'related'] as const;
export type Relation = (typeof RELATIONS)[number];

export interface OccupationFacts {
  readonly soc: string;
  readonly title: Localized;
  readonly entryEducation: string | null;
  /** Share of self-employed workers, tenths of a percent. */
  readonly selfEmployedPermille: number | null;
  /** Employment in the asked area itself; null when not published there. */
  readonly employmentHere: Figure;
  readonly pay: PayFacts | null;
  readonly outlook: OutlookFacts | null;
}

/** Job ads that named a credential: what makes "employers ask for it" more than a saying. */
export interface DemandFact {
  /** Job ads in the area of the count, unit 'count'. */
  readonly ads: Figure;
  /** Month of the count, `YYYY-MM`: an undated count is no evidence. */
  readonly month: string;
}

export interface OccupationLink {
  readonly relation: Relation;
  readonly occupation: OccupationFacts;
  readonly evidence: string | null;
  /** For a `preferred` link: the dated count that lets it be judged; absent when there is none. */
  readonly demand?: DemandFact | undefined;
}

export const COST_LINES = [
  'tuition', 'books-tools', 'exam', 'license', 'background-check', 'medical', 'course', 'other', 'renewal',
] as const;
export const PAYERS = [
  'district', 'dual-enrollment', 'employer', 'sponsor', 'pell', 'workforce-pell', 'state-grant',
  'wioa', 'vocational-rehabilitation', 'snap-et', 'gi-bill', 'school', 'family', 'loan',
] as const;
export type Payer = (typeof PAYERS)[number];

export interface CostFact {
  readonly line: (typeof COST_LINES)[number];
  readonly label: Localized;
  /** Amount in cents; unit 'cents'. */
  readonly amount: Figure;
  readonly per: 'once' | 'year' | 'renewal';
  /** Year of the price, when known. A price over 24 months old prints its year. */
  readonly priceYear: number | null;
  readonly payers: readonly Payer[];
}

export interface TimeFact {
  readonly kind: 'training' | 'paid-training' | 'experience';
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: 'hours' | 'weeks' | 'months' | 'years';
  readonly unknown: UnknownWord | null;
  readonly from: Provenance;
}

export interface RequirementFact {
  readonly kind: string;
  readonly answer: 'yes' | 'ask';
  /** Years, hours or months by kind. */
  readonly amount: number | null;
  readonly label: Localized;
  readonly from: Provenance;
}

export const STACKING_KINDS = [
  'credit-granted', 'required-admission', 'required-law', 'counts-experience', 'often-before',
] as const;
export type StackingKind = (typeof STACKING_KINDS)[number];

export interface StackingEdge {
  readonly fromId: string;
  readonly toId: string;
  readonly kind: StackingKind;
  readonly skippable: boolean;
  readonly credits: number | null;
  readonly terms: Localized;
  readonly evidence: string | null;
}

export const CREDENTIAL_KINDS = [
  'certificate', 'certification', 'license', 'registry-listing', 'apprenticeship',
  'associate', 'bachelor', 'course-card', 'badge',
] as const;
export type CredentialKind = (typeof CREDENTIAL_KINDS)[number];

export const FIELDS = [
  'health', 'building-trades', 'transport', 'manufacturing', 'energy', 'information-technology',
  'business', 'law-public-safety', 'education-care', 'hospitality', 'agriculture',
  'personal-services', 'arts', 'general',
] as const;
export type Field = (typeof FIELDS)[number];

export const DEMAND_TYPES = [
  'licensed-occupation', 'employers-ask', 'cte-assessment', 'software-entry', 'general-readiness',
  // Nobody has said: what a registry or a list holds.
  'not-known',
] as const;

/** Who sets a credential. */
export const JURISDICTIONS = ['national', 'state', 'federal-minimum', 'issuer', 'not-known'] as const;
export type Jurisdiction = (typeof JURISDICTIONS)[number];

/** What is known of a credential as such: yes, no, or null for not known. */
export const MARKS = ['assessed', 'proctored', 'portable', 'competencies', 'employers'] as const;
export type Mark = (typeof MARKS)[number];

/** Measured results of one program: how many finish, find work, and what they earn. */
export interface ProgramResults {
  /** Share who finish within 150 % of the normal time, tenths of a percent. */
  readonly completionPermille: number | null;
  /** Share of those who finish who work 180 days later, tenths of a percent. */
  readonly placementPermille: number | null;
  /** Median yearly earnings of those who finished, brought to the dollars of the pay survey. */
  readonly earnings: Figure | null;
  /** What high-school graduates of the state earn, in the same dollars: the only line it may be compared with besides a good-job floor. */
  readonly highSchoolEarnings: number | null;
  /** People behind the earnings. */
  readonly people: number | null;
}

/** Who decides about a credential in the state of the area: whom to ask. */
export interface Authority {
  readonly name: string;
  readonly phone: string | null;
  readonly url: string | null;
  readonly evidence: string | null;
}

/** All that the engine needs of one credential in one area. */
export interface CredentialFacts {
  readonly id: string;
  readonly code: string;
  readonly name: Localized;
  readonly shortName: Localized;
  readonly kind: CredentialKind;
  readonly role: 'main' | 'add-on';
  readonly field: Field;
  readonly demandType: (typeof DEMAND_TYPES)[number];
  readonly jurisdiction: Jurisdiction;
  readonly minAge: number | null;
  readonly renewMonths: number | null;
  readonly links: readonly OccupationLink[];
  readonly costs: readonly CostFact[];
  readonly times: readonly TimeFact[];
  readonly requirements: readonly RequirementFact[];
  /** Edges that lead away from this credential. */
  readonly leadsTo: readonly StackingEdge[];
  /** Absent marks are not known. */
  readonly marks?: Readonly<Partial<Record<Mark, boolean | null>>> | undefined;
  /** Results of the program that teaches it here, when one is judged. */
  readonly results?: ProgramResults | undefined;
  /** Absent where nobody is on record. */
  readonly authority?: Authority | undefined;
}
