/** The tables of the O*NET database that are known, release 29.3 and later; and its taxonomy. */
import type { SourceKind } from '../source-kind.ts';
import type { StagedRow } from '../staged.ts';
import { CODE, onetKind, type OnetRecord, type OnetTable } from './onet-table.ts';

const RATED = { headings: [CODE, 'Element ID', 'Scale ID', 'Data Value', 'Date', 'Domain Source'], key: [CODE, 'Element ID', 'Scale ID'], onetCodes: [CODE], without: ['Category'] } as const;
const NAMES = ['Title', 'Element Name', 'Scale Name'] as const;
const ERRORS = ['N', 'Standard Error', 'Lower CI Bound', 'Upper CI Bound'] as const;
const RATING_FIGURES = ['Data Value', ...ERRORS] as const;

/** Aliases of an occupation are at most this long in a pack. */
const ALIAS_LENGTH = 200;

/** Words that people use for an occupation; those of a part that O*NET divides stand for the whole. */
function* aliases(record: OnetRecord, headings: readonly string[]): Generator<StagedRow> {
  const soc = (record[CODE] ?? '').slice(0, 7);
  for (const heading of headings) {
    const alias = (record[heading] ?? '').replace(/\s+/g, ' ').trim().slice(0, ALIAS_LENGTH).trimEnd();
    if (alias !== '') yield { what: 'row', table: 'occupation_alias', cells: { soc, alias, lang: 'en' } };
  }
}

const TABLES: readonly OnetTable[] = [
  { name: 'occupations', title: 'occupations and what they do', headings: [CODE, 'Title', 'Description'], key: [CODE], onetCodes: [CODE] },
  { name: 'job-zones', title: 'job zones', headings: [CODE, 'Job Zone', 'Date', 'Domain Source'], maybe: ['Title'], key: [CODE], onetCodes: [CODE], figures: ['Job Zone'] },
  { name: 'job-zone-reference', title: 'what job zones mean', headings: ['Job Zone', 'Name', 'Experience', 'Education', 'Job Training', 'Examples', 'SVP Range'], key: ['Job Zone'], figures: ['Job Zone'] },
  // Called Interests up to release 30.2, Career Interest Types from 30.3.
  { ...RATED, name: 'interests', title: 'interests of the RIASEC types (Interests, Career Interest Types)', maybe: NAMES, elements: /^1\.B\.1\./, figures: ['Data Value'] },
  { ...RATED, name: 'work-values', title: 'work values (up to release 30.2)', maybe: NAMES, elements: /^1\.B\.2\./, figures: ['Data Value'] },
  { ...RATED, name: 'work-styles', title: 'work styles', maybe: [...NAMES, ...ERRORS, 'Recommend Suppress'], elements: /^1\.[CD]\./, figures: RATING_FIGURES },
  // One table up to release 30.2; from 30.3 Essential Skills (2.A) and Transferable Skills (2.B).
  { ...RATED, name: 'skills', title: 'skills (Skills, Essential Skills, Transferable Skills)', maybe: [...NAMES, ...ERRORS, 'Recommend Suppress', 'Not Relevant'], elements: /^2\.[AB]\./, figures: RATING_FIGURES },
  { ...RATED, name: 'knowledge', title: 'knowledge', maybe: [...NAMES, ...ERRORS, 'Recommend Suppress', 'Not Relevant'], elements: /^2\.C\./, figures: RATING_FIGURES },
  {
    name: 'education', title: 'education, training and experience of people in the occupation',
    headings: [CODE, 'Element ID', 'Scale ID', 'Category', 'Data Value', 'Date', 'Domain Source'], maybe: [...NAMES, ...ERRORS, 'Recommend Suppress'],
    elements: /^(?:2\.D|3\.A)\./, key: [CODE, 'Element ID', 'Scale ID', 'Category'], onetCodes: [CODE], figures: ['Category', ...RATING_FIGURES],
  },
  {
    name: 'education-categories', title: 'what the categories of education, training and experience mean', headings: ['Element ID', 'Scale ID', 'Category', 'Category Description'],
    maybe: ['Element Name', 'Scale Name'], without: [CODE], elements: /^(?:2\.D|3\.A)\./, key: ['Element ID', 'Scale ID', 'Category'], figures: ['Category'],
  },
  {
    name: 'alternate-titles', title: 'other titles of occupations', headings: [CODE, 'Alternate Title', 'Short Title', 'Source(s)'], maybe: ['Title'],
    key: [CODE, 'Alternate Title', 'Short Title'], onetCodes: [CODE], stage: (record) => aliases(record, ['Title', 'Alternate Title', 'Short Title']),
  },
  {
    name: 'reported-titles', title: 'titles that people in the occupation reported', headings: [CODE, 'Reported Job Title', 'Shown in My Next Move'], maybe: ['Title'],
    key: [CODE, 'Reported Job Title'], onetCodes: [CODE], stage: (record) => aliases(record, ['Reported Job Title']),
  },
  {
    name: 'related-occupations', title: 'related occupations', headings: [CODE, 'Related O*NET-SOC Code', 'Relatedness Tier', 'Index'], maybe: ['Title', 'Related Title'],
    key: [CODE, 'Related O*NET-SOC Code'], onetCodes: [CODE, 'Related O*NET-SOC Code'], figures: ['Index'],
  },
  { name: 'technology-skills', title: 'technology used', headings: [CODE, 'Example', 'Commodity Code', 'Commodity Title', 'Hot Technology', 'In Demand'], maybe: ['Title'], key: [CODE, 'Example', 'Commodity Code'], onetCodes: [CODE] },
  { name: 'tasks', title: 'tasks', headings: [CODE, 'Task ID', 'Task', 'Task Type', 'Incumbents Responding', 'Date', 'Domain Source'], maybe: ['Title'], key: [CODE, 'Task ID'], onetCodes: [CODE], figures: ['Incumbents Responding'] },
  { name: 'content-model', title: 'the content model', headings: ['Element ID', 'Element Name', 'Description'], without: [CODE], key: ['Element ID'] },
  { name: 'scales', title: 'scales', headings: ['Scale ID', 'Scale Name', 'Minimum', 'Maximum'], key: ['Scale ID'], figures: ['Minimum', 'Maximum'] },
  { name: 'interest-activities', title: 'activities that show an interest', headings: ['Element ID', 'Interest Type', 'Activity'], maybe: ['Element Name'], key: ['Element ID', 'Interest Type', 'Activity'] },
  { name: 'interest-occupations', title: 'occupations that show an interest', headings: ['Element ID', 'Interest Type', CODE], maybe: ['Element Name', 'Title'], key: ['Element ID', 'Interest Type', CODE], onetCodes: [CODE] },
  { name: 'interest-keywords', title: 'keywords of interests', headings: ['Element ID', 'Keyword', 'Keyword Type'], maybe: ['Element Name'], key: ['Element ID', 'Keyword', 'Keyword Type'] },
  {
    name: 'basic-interests', title: 'basic interests and their RIASEC types', headings: ['Basic Interests Element ID', 'RIASEC Element ID'], maybe: ['Basic Interests Element Name', 'RIASEC Element Name'],
    key: ['Basic Interests Element ID', 'RIASEC Element ID'],
  },
  { name: 'taxonomy', title: 'occupations of the taxonomy of 2019', headings: ['O*NET-SOC 2019 Code', 'O*NET-SOC 2019 Title', 'O*NET-SOC 2019 Description'], key: ['O*NET-SOC 2019 Code'], onetCodes: ['O*NET-SOC 2019 Code'] },
  {
    name: 'taxonomy-soc', title: 'from the taxonomy of 2019 to SOC 2018', headings: ['O*NET-SOC 2019 Code', 'O*NET-SOC 2019 Title', '2018 SOC Code', '2018 SOC Title'],
    key: ['O*NET-SOC 2019 Code', '2018 SOC Code'], onetCodes: ['O*NET-SOC 2019 Code'], socCodes: ['2018 SOC Code'],
  },
  {
    name: 'taxonomy-2010-2019', title: 'from the taxonomy of 2010 to that of 2019', headings: ['O*NET-SOC 2010 Code', 'O*NET-SOC 2010 Title', 'O*NET-SOC 2019 Code', 'O*NET-SOC 2019 Title'],
    key: ['O*NET-SOC 2010 Code', 'O*NET-SOC 2019 Code'], onetCodes: ['O*NET-SOC 2010 Code', 'O*NET-SOC 2019 Code'],
  },
  {
    name: 'taxonomy-structure', title: 'groups and occupations of the taxonomy of 2019', headings: ['Major Group', 'Minor Group', 'Broad Occupation', 'Detailed Occupation', 'Detailed O*NET-SOC', 'SOC or O*NET-SOC 2019 Title'],
    key: ['Major Group', 'Minor Group', 'Broad Occupation', 'Detailed Occupation', 'Detailed O*NET-SOC'], codesRequired: false,
    onetCodes: ['Detailed O*NET-SOC'], socCodes: ['Major Group', 'Minor Group', 'Broad Occupation', 'Detailed Occupation'],
  },
];

export const onetKinds: readonly SourceKind<OnetRecord>[] = TABLES.map(onetKind);
