/** Credentials, and what they cost, take, ask and open. */
import { bool, evidence, int, maybe, maybeBool, maybeDate, maybeInt, maybeRef, ref, source, text, unknown, word, type Table } from './column.ts';
import { COST_LINES, CREDENTIAL_KINDS, DEMAND_TYPES, FIELDS, JURISDICTIONS, MATCH_REASONS, RELATIONS, REQUIREMENT_KINDS, STACKING_KINDS } from './words.ts';

export const CREDENTIAL_TABLES = [
  {
    name: 'organization',
    key: ['id'],
    columns: [text('id', 80), text('name', 300), word('kind', ['issuer', 'government', 'accreditor', 'school']), maybe('url', 500), maybe('phone', 40)],
  },
  {
    name: 'credential',
    // What a registry or a list does not say is NULL: only the starter's own rows are complete in both languages.
    key: ['id'],
    columns: [
      text('id', 80), maybe('ctid', 60), maybe('code', 12), word('kind', CREDENTIAL_KINDS), word('role', ['main', 'add-on']),
      word('demand_type', DEMAND_TYPES), text('name', 300), maybe('name_es', 300), maybe('short_name', 60), maybe('short_name_es', 60),
      maybeRef('issuer', 'organization.id'), word('field', FIELDS), maybe('cip', 7),
      word('jurisdiction', JURISDICTIONS), word('status', ['active', 'retired']),
      maybeRef('successor', 'credential.id'), maybeBool('third_party_assessed'), maybeBool('proctored'),
      maybeBool('portable'), maybeInt('renew_months'), maybeInt('min_age'), maybe('summary', 300), maybe('summary_es', 300),
    ],
  },
  {
    name: 'credential_alias',
    key: ['credential', 'alias'],
    columns: [ref('credential', 'credential.id'), text('alias'), word('lang', ['en', 'es'])],
  },
  {
    // Where it can be had, as a registry or a list says: 'us' for everywhere.
    name: 'credential_area',
    key: ['credential', 'area'],
    mayBeAbsent: true,
    columns: [ref('credential', 'credential.id'), ref('area', 'area.id')],
  },
  {
    // Every record that was taken for this credential, and why it was taken for the same. `record` is its id in that source.
    name: 'credential_origin',
    key: ['credential', 'source_id', 'record'],
    mayBeAbsent: true,
    columns: [
      ref('credential', 'credential.id'), source, text('record', 80), text('listed_as', 300), word('matched_by', MATCH_REASONS), maybeDate('updated'),
    ],
  },
  {
    // Sources that say different things of one fact: each thing said, and which one counts by the recipe's order.
    name: 'credential_conflict',
    key: ['credential', 'fact', 'source_id', 'record'],
    mayBeAbsent: true,
    columns: [ref('credential', 'credential.id'), text('fact', 60), source, text('record', 80), text('value', 300), bool('taken')],
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
] as const satisfies readonly Table[];
