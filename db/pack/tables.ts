/**
 * The tables of a pack: the one place that says which tables and columns exist, of which
 * type and length, in which key order, and what refers to what.
 *
 * From this value come the CSV reader of the starter, the row checks of the pack reader,
 * the DDL of the reference database and the order of canonical rows. A pack carries data
 * only; nothing in a pack can add to this list.
 */

/** What a cell may hold. `int` is a safe integer; `date` is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type ColumnType = 'text' | 'int' | 'bool' | 'date' | 'json';

export interface Column<N extends string = string, V = unknown> {
  readonly name: N;
  readonly type: ColumnType;
  /** True when a cell may be NULL (an empty cell in CSV). */
  readonly nullable: boolean;
  /** Longest text in UTF-16 units; for `int` the largest magnitude is the safe integers. */
  readonly max?: number;
  /** Allowed words, for a text column that is an enumeration. */
  readonly oneOf?: readonly string[];
  /** `table.column` that every value must be found in. */
  readonly ref?: string;
  /** Never set: carries the type of a cell, so that row types come from this list. */
  readonly cell?: V;
}

export interface Table {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: readonly Column[];
}

/** A row of a table as an object, by column name. Booleans are 0 or 1. */
export type RowOf<T extends Table> = {
  readonly [C in T['columns'][number] as C['name']]: C extends Column<string, infer V> ? V : never;
};

type Limits = Pick<Column, 'max' | 'oneOf' | 'ref'>;
const required = <V>() => <N extends string>(name: N, type: ColumnType, limits: Limits = {}): Column<N, V> =>
  ({ name, type, nullable: false, ...limits });
const optional = <V>() => <N extends string>(name: N, type: ColumnType, limits: Limits = {}): Column<N, V | null> =>
  ({ name, type, nullable: true, ...limits });
const text = <N extends string>(name: N, max = 200) => required<string>()(name, 'text', { max });
const maybe = <N extends string>(name: N, max = 200) => optional<string>()(name, 'text', { max });
const word = <N extends string, const W extends readonly string[]>(name: N, oneOf: W) =>
  required<W[number]>()(name, 'text', { max: 40, oneOf });
const maybeWord = <N extends string, const W extends readonly string[]>(name: N, oneOf: W) =>
  optional<W[number]>()(name, 'text', { max: 40, oneOf });
const int = <N extends string>(name: N) => required<number>()(name, 'int');
const maybeInt = <N extends string>(name: N) => optional<number>()(name, 'int');
const bool = <N extends string>(name: N) => required<0 | 1>()(name, 'bool');
const maybeBool = <N extends string>(name: N) => optional<0 | 1>()(name, 'bool');
const date = <N extends string>(name: N) => required<string>()(name, 'date', { max: 10 });
const maybeDate = <N extends string>(name: N) => optional<string>()(name, 'date', { max: 10 });
const json = <N extends string>(name: N, max: number) => required<string>()(name, 'json', { max });
const ref = <N extends string>(name: N, target: string) => required<string>()(name, 'text', { max: 80, ref: target });
const maybeRef = <N extends string>(name: N, target: string) => optional<string>()(name, 'text', { max: 80, ref: target });
const source = ref('source_id', 'source.id');
const evidence = maybeRef('evidence_id', 'evidence.id');

/** The four words for unknown of the domain; a NULL figure carries one of them. */
export const UNKNOWN_WORDS = ['not-published', 'varies-ask', 'not-collected', 'not-checked'] as const;
const unknown = maybeWord('unknown', UNKNOWN_WORDS);

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

/** Every table of a pack, in the order in which a pack writes them (a table refers only to earlier ones or itself). */
export const TABLES = [
  { name: 'meta', key: ['key'], columns: [text('key', 40), text('value', 500)] },
  {
    name: 'source',
    key: ['id'],
    columns: [
      text('id', 80), text('publisher'), text('title', 300), text('vintage', 60), maybeDate('published'),
      text('url', 500), text('license', 120), text('citation', 500),
    ],
  },
  {
    // The ledger: one row for each stated fact. `subject` is a credential or rule id, `fact` the
    // name of what is stated ("cost.exam"), `value` what the page says, in a few words of ours.
    name: 'evidence',
    key: ['id'],
    columns: [
      text('id', 80), text('subject', 80), text('fact', 60), text('value', 300), text('jurisdiction', 20),
      text('publisher'), text('title', 300), text('url', 500), maybeDate('page_date'), date('read_date'),
      word('type', EVIDENCE_TYPES), maybe('note', 300),
    ],
  },
  {
    name: 'area',
    key: ['id'],
    columns: [
      text('id', 20), word('kind', AREA_KINDS), text('name'), maybeRef('parent', 'area.id'),
      maybe('state', 2), maybeInt('price_parity_milli'), maybeRef('price_parity_source', 'source.id'), source,
    ],
  },
  {
    // Which area's figures stand for a county: its nonmetropolitan area, else its state or territory.
    name: 'county',
    key: ['fips'],
    columns: [text('fips', 20), text('name', 80), ref('area', 'area.id'), source],
  },
  {
    name: 'occupation',
    key: ['soc'],
    columns: [
      text('soc', 7), text('title'), maybe('title_es'), maybeInt('job_zone'), maybe('interests', 6),
      maybe('cluster', 80), maybeWord('entry_education', ENTRY_EDUCATION),
      maybeWord('entry_experience', ['none', 'under-5-years', '5-years-or-more']),
      maybeWord('entry_training', ['none', 'short', 'moderate', 'long', 'apprenticeship', 'internship']),
      maybeInt('self_employed_permille'), word('pay_basis', ['both', 'annual-only', 'hourly-only', 'none']),
      maybe('merges', 200), source, maybeRef('attributes_source', 'source.id'),
    ],
  },
  {
    name: 'occupation_alias',
    key: ['soc', 'alias'],
    columns: [ref('soc', 'occupation.soc'), text('alias'), word('lang', ['en', 'es']), source],
  },
  {
    // Annual figures are whole dollars; hourly figures are cents. NULL is "not published" unless `unknown` says otherwise.
    name: 'wage',
    key: ['area', 'soc'],
    columns: [
      ref('area', 'area.id'), ref('soc', 'occupation.soc'), maybeInt('employment'), maybeInt('p10'), maybeInt('p25'),
      maybeInt('p50'), maybeInt('p75'), maybeInt('p90'), maybeInt('mean'), maybeInt('hourly_p10_cents'),
      maybeInt('hourly_p25_cents'), maybeInt('hourly_p50_cents'), maybeInt('hourly_p75_cents'),
      maybeInt('hourly_p90_cents'), maybeInt('hourly_mean_cents'), bool('top_coded'), unknown, source,
    ],
  },
  {
    // Employment and openings are jobs (persons), not thousands; change in tenths of a percent.
    name: 'outlook',
    key: ['soc', 'area'],
    columns: [
      ref('soc', 'occupation.soc'), ref('area', 'area.id'), int('from_year'), int('to_year'), maybeInt('employment_from'),
      maybeInt('employment_to'), maybeInt('change_permille'), maybeInt('openings_per_year'), source,
    ],
  },
  {
    // month 0 is the annual average; the index in thousandths (1982-84 = 100000).
    name: 'price_index',
    key: ['year', 'month'],
    columns: [int('year'), int('month'), int('cpi_milli'), source],
  },
  {
    name: 'organization',
    key: ['id'],
    columns: [text('id', 80), text('name'), word('kind', ['issuer', 'government', 'accreditor', 'school']), maybe('url', 500), maybe('phone', 40)],
  },
  {
    name: 'credential',
    key: ['id'],
    columns: [
      text('id', 80), maybe('ctid', 60), text('code', 12), word('kind', CREDENTIAL_KINDS), word('role', ['main', 'add-on']),
      word('demand_type', DEMAND_TYPES), text('name'), text('name_es'), text('short_name', 60), text('short_name_es', 60),
      maybeRef('issuer', 'organization.id'), word('field', FIELDS), maybe('cip', 7),
      word('jurisdiction', ['national', 'state', 'federal-minimum', 'issuer']), word('status', ['active', 'retired']),
      maybeRef('successor', 'credential.id'), maybeBool('third_party_assessed'), maybeBool('proctored'),
      maybeBool('portable'), maybeInt('renew_months'), maybeInt('min_age'), text('summary', 300), text('summary_es', 300),
    ],
  },
  {
    name: 'credential_alias',
    key: ['credential', 'alias'],
    columns: [ref('credential', 'credential.id'), text('alias'), word('lang', ['en', 'es'])],
  },
  {
    // One line of what it costs. low = high for a fixed price; both NULL with a word of unknown.
    // `area` is where the price holds ('us' or a state's id); `payers` is words of PAYERS joined by ';'.
    name: 'credential_cost',
    key: ['credential', 'line', 'area'],
    columns: [
      ref('credential', 'credential.id'), word('line', COST_LINES), ref('area', 'area.id'), maybeInt('low_cents'),
      maybeInt('high_cents'), bool('at_least'), unknown, word('per', ['once', 'year', 'renewal']), maybeInt('price_year'),
      text('label', 120), text('label_es', 120), maybe('payers', 200), evidence,
    ],
  },
  {
    // How long it takes. `kind`: time in class or training, paid work under supervision, or the exam step.
    name: 'credential_time',
    key: ['credential', 'kind', 'area'],
    columns: [
      ref('credential', 'credential.id'), word('kind', ['training', 'paid-training', 'experience']), ref('area', 'area.id'),
      maybeInt('low'), maybeInt('high'), word('unit', ['hours', 'weeks', 'months', 'years']), unknown, evidence,
    ],
  },
  {
    // What a credential opens. Only 'required-by-law' and 'qualifies' count for value.
    name: 'credential_occupation',
    key: ['credential', 'soc', 'area'],
    columns: [ref('credential', 'credential.id'), ref('soc', 'occupation.soc'), ref('area', 'area.id'), word('relation', RELATIONS), evidence],
  },
  {
    // Check before you pay. `answer` 'ask' is printed as a question; `amount` is years, hours or months by kind.
    name: 'requirement',
    key: ['credential', 'position'],
    columns: [
      ref('credential', 'credential.id'), int('position'), word('kind', REQUIREMENT_KINDS), ref('area', 'area.id'),
      word('answer', ['yes', 'ask']), maybeInt('amount'), text('label', 160), text('label_es', 160), evidence,
    ],
  },
  {
    name: 'stacking',
    key: ['from_credential', 'to_credential', 'kind'],
    columns: [
      ref('from_credential', 'credential.id'), ref('to_credential', 'credential.id'), word('kind', STACKING_KINDS),
      bool('skippable'), maybeInt('credits'), text('terms', 200), text('terms_es', 200), evidence,
    ],
  },
  {
    // Who decides about a credential in a state: whom to ask.
    name: 'authority',
    key: ['credential', 'area'],
    columns: [ref('credential', 'credential.id'), ref('area', 'area.id'), ref('organization', 'organization.id'), evidence],
  },
  {
    // A state's list of credentials, in one edition. `purpose`: what schools get credit for, or what public training money may pay.
    name: 'recognition_program',
    key: ['area', 'program', 'edition'],
    columns: [
      ref('area', 'area.id'), text('program', 40), text('edition', 20), word('purpose', ['school', 'training']),
      text('label', 160), text('label_es', 160), int('entries'), source,
    ],
  },
  {
    // A credential found on such a list. `match` 'family': the list names the kind, not this one, so one has to ask.
    name: 'recognition',
    key: ['credential', 'area', 'program', 'edition', 'code'],
    columns: [
      ref('credential', 'credential.id'), ref('area', 'area.id'), text('program', 40), text('edition', 20), text('code', 20),
      text('listed_as', 160), word('match', ['same', 'family']), maybe('tier', 40), maybeInt('points'),
      maybeDate('valid_from'), maybeDate('valid_to'), maybeRef('successor', 'credential.id'),
    ],
  },
  {
    // What is known of a state's list where the list itself is not here.
    name: 'recognition_fact',
    key: ['area', 'position'],
    columns: [ref('area', 'area.id'), int('position'), text('label', 240), text('label_es', 240), ref('evidence_id', 'evidence.id')],
  },
  {
    // What a program of study is called, by its CIP code: six digits ("51.3901"), or the four of the wider field ("51.39").
    name: 'program',
    key: ['cip'],
    columns: [text('cip', 20), text('title', 200), source],
  },
  {
    // Schools that are open and have undergraduates. Coordinates are millionths of a degree. Tuition and fees are whole dollars a
    // year; `awarded_percent`: of those who entered in `awarded_cohort`, the share with an award of the school six years on.
    name: 'institution',
    key: ['id'],
    columns: [
      text('id', 20), text('name', 120), maybe('aliases', 400), text('city', 60), text('state', 2), maybeRef('area', 'area.id'),
      maybe('county', 5), int('latitude_micro'), int('longitude_micro'), word('control', SCHOOL_CONTROLS), word('level', SCHOOL_LEVELS),
      maybe('website', 200), maybeInt('tuition_in_state'), maybeInt('tuition_out_of_state'), maybeRef('tuition_source', 'source.id'),
      maybeInt('awarded_percent'), maybeInt('awarded_cohort'), maybeRef('awarded_source', 'source.id'), source,
    ],
  },
  {
    // Awards that a school gave in one program and at one level in a year; a program without any has no row.
    name: 'offering',
    key: ['institution', 'cip', 'level'],
    columns: [ref('institution', 'institution.id'), ref('cip', 'program.cip'), word('level', OFFERING_LEVELS), int('completions'), source],
  },
  {
    // Median pay of graduates of a school in a wider field, by years after leaving. Each year is another cohort and its own source: never mixed.
    name: 'program_earnings',
    key: ['institution', 'cip', 'level', 'years'],
    columns: [ref('institution', 'institution.id'), ref('cip', 'program.cip'), word('level', EARNINGS_LEVELS), int('years'), int('median'), source],
  },
  {
    // Thresholds and amounts of the rules, dated. `params` is one JSON object whose shape `kind` decides.
    name: 'rule',
    key: ['id', 'valid_from'],
    columns: [text('id', 80), text('kind', 40), date('valid_from'), maybeDate('valid_to'), json('params', 4000), source],
  },
  {
    name: 'rubric',
    key: ['id', 'edition'],
    columns: [text('id', 40), text('edition', 20), text('name', 120), json('body', 20000), source],
  },
] as const satisfies readonly Table[];

export type TableName = (typeof TABLES)[number]['name'];

/** The row type of every table, by table name. */
export type Rows = { readonly [T in (typeof TABLES)[number] as T['name']]: RowOf<T> };

/** The table of that name; throws on a name that is not in {@link TABLES} (a programming error, not data). */
export function tableNamed(name: string): Table {
  const found = TABLES.find((table): table is (typeof TABLES)[number] => table.name === name);
  if (!found) throw new Error(`no table named ${name}`);
  return found;
}
