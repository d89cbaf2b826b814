/** The words that columns may hold. */

/** The four words for unknown of the domain; a NULL figure carries one of them. */
export const UNKNOWN_WORDS = ['not-published', 'varies-ask', 'not-collected', 'not-checked'] as const;

export const CREDENTIAL_KINDS = [
  'certificate', 'certification', 'license', 'registry-listing', 'apprenticeship',
  'associate', 'bachelor', 'course-card', 'badge',
] as const;
export const FIELDS = [
  'health', 'building-trades', 'transport', 'manufacturing', 'energy', 'information-technology',
  'business', 'law-public-safety', 'education-care', 'hospitality', 'agriculture',
  'personal-services', 'arts', 'general',
] as const;
export const DEMAND_TYPES = [
  'licensed-occupation', 'employers-ask', 'cte-assessment', 'software-entry', 'general-readiness',
  // Nobody has said: what a registry or a list holds.
  'not-known',
] as const;
export const RELATIONS = ['required-by-law', 'qualifies', 'preferred', 'related'] as const;
export const STACKING_KINDS = [
  'credit-granted', 'required-admission', 'required-law', 'counts-experience', 'often-before',
] as const;
export const COST_LINES = [
  'tuition', 'books-tools', 'exam', 'license', 'background-check', 'medical', 'course', 'other', 'renewal',
] as const;
export const PAYERS = [
  'district', 'dual-enrollment', 'employer', 'sponsor', 'pell', 'workforce-pell', 'state-grant',
  'wioa', 'vocational-rehabilitation', 'snap-et', 'gi-bill', 'school', 'family', 'loan',
] as const;
export const REQUIREMENT_KINDS = [
  'background-check', 'drug-test', 'driver-license', 'driving-record', 'work-authorization',
  'immunizations', 'physical', 'min-age', 'diploma', 'waiting-list', 'experience-hours',
  'program-approval', 'course-hours', 'exam', 'admission', 'other',
] as const;
export const EVIDENCE_TYPES = ['official', 'federal-data', 'issuer', 'secondary', 'not-checked'] as const;
export const ENTRY_EDUCATION = [
  'none', 'high-school', 'some-college', 'postsecondary-certificate', 'associate', 'bachelor', 'master', 'doctoral',
] as const;
export const SCHOOL_CONTROLS = ['public', 'nonprofit', 'for-profit'] as const;
export const SCHOOL_LEVELS = ['four-year', 'two-year', 'under-two-year'] as const;
/** `short-certificate` takes under a year; the survey that knows pay has only one kind of certificate. */
export const OFFERING_LEVELS = ['short-certificate', 'certificate', 'associate', 'bachelor'] as const;
export const EARNINGS_LEVELS = ['certificate', 'associate', 'bachelor'] as const;
export const AREA_KINDS = ['nation', 'state', 'territory', 'nonmetro', 'metro', 'county'] as const;
/** Who sets a credential. */
export const JURISDICTIONS = ['national', 'state', 'federal-minimum', 'issuer', 'not-known'] as const;
/** Why a record was taken for the same credential: the first one to name it, its registry id, its issuer and name, or a reviewed table. */
export const MATCH_REASONS = ['first', 'ctid', 'issuer-and-name', 'reviewed'] as const;
/** How long a program takes by the calendar, as New Jersey's list groups it. */
export const TRAINING_LENGTHS = [
  'under-a-day', 'days-1-2', 'days-3-7', 'weeks-2-3', 'weeks-4-11', 'months-3-5', 'months-6-12', 'months-13-24', 'years-3-4', 'over-4-years',
] as const;
export const TRAINING_DELIVERIES = ['in-person', 'online', 'both'] as const;
/** What a program ends with, as its list says. */
export const TRAINING_AWARDS = ['completion', 'certificate', 'associate', 'bachelor', 'above-bachelor', 'diploma'] as const;
/** Each measure is another count at another time: shares who finished or worked in a quarter after leaving, and pay in that one quarter. */
export const TRAINING_MEASURES = [
  'completed', 'employed-q2', 'employed-q4', 'employed-q8', 'median-quarter-pay-q2', 'mean-quarter-pay-q2', 'mean-quarter-pay-q4', 'mean-quarter-pay-q8',
] as const;
