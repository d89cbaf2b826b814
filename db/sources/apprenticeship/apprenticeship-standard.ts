/** The standard of an apprenticeship as a workbook: what it is, the work to learn with its hours, and the courses beside it. */
import { columnNamed, findTable, rowsBelow, type FoundTable } from '../table-head.ts';
import type { SourceInput } from '../file/source-input.ts';
import type { SourceKind } from '../source-kind.ts';

/** One row of a standard; hours as the workbook has them, null where it has none. */
export interface StandardPart {
  readonly part: 'standard' | 'work' | 'course' | 'wage-step';
  readonly title: string;
  readonly hours: number | null;
  /** O*NET code of the standard, code of a course, the skill of a piece of work; '' where there is none. */
  readonly detail: string;
}

const DETAILS = { title: ['Occupation Title'], hours: ['Maximum OJT Hours'], detail: ['Onet Code'], rapids: ['RAPIDS Code'], state: ['Registration State'] } as const;
const PARTS = [
  { part: 'standard', headings: DETAILS },
  { part: 'work', headings: { title: ['Work Process Title'], hours: ['Maximum Hours'], detail: ['Skill Title'] } },
  { part: 'course', headings: { title: ['Course Name'], hours: ['Course Hours'], detail: ['Course Code'] } },
  { part: 'wage-step', headings: { title: ['Step Level Title'], hours: ['Step OJT Hours'], detail: ['Step OJT Percentage'] } },
] as const;
const HOURS = /^\d+(\.\d+)?$/;

const tableOf = (input: SourceInput, headings: Readonly<Record<'title' | 'hours' | 'detail', readonly string[]>>): FoundTable<'title' | 'hours' | 'detail'> | null => findTable(input, headings);

export const apprenticeshipStandard: SourceKind<StandardPart> = {
  kind: 'apprenticeship-standard',
  title: 'Standard of an apprenticeship',
  problems: { 'name-missing': 'The row has no title.' },
  recognise(input) {
    const details = input.form === 'workbook' ? findTable(input, DETAILS) : null;
    return details && columnNamed(details.headings, ['Registration State']) >= 0 ? { vintage: null } : null;
  },
  async* read(input, tally) {
    for (const { part, headings } of PARTS) {
      const table = tableOf(input, headings);
      if (!table) continue;
      for await (const { row, cells } of rowsBelow(input, table)) {
        const at = (column: number): string => (cells[column] ?? '').trim();
        const [title, hours] = [at(table.columns.title), at(table.columns.hours)];
        if (title === '') tally.refuse('name-missing', { row, column: table.headings[table.columns.title] ?? '' });
        else if (hours !== '' && !HOURS.test(hours)) tally.refuse('not-a-number', { row, column: table.headings[table.columns.hours] ?? '', value: hours });
        else yield { part, title, hours: hours === '' ? null : Number(hours), detail: at(table.columns.detail) };
      }
    }
  },
};
