/** Files that explain others and hold nothing for a pack: told by name, so that nobody wonders why they bring nothing. */
import type { SourceInput } from '../file/source-input.ts';
import { headObjects, objectsOf } from '../json-values.ts';
import type { SourceKind } from '../source-kind.ts';
import { findTable } from '../table-head.ts';

/** A kind whose every row is skipped. */
function notWanted(kind: string, title: string, isIt: (input: SourceInput) => boolean): SourceKind<never> {
  return {
    kind, title,
    problems: { 'not-wanted': 'This file explains others; a pack takes nothing of it.' },
    recognise: (input) => (isIt(input) ? { vintage: null } : null),
    async* read(input, tally) {
      if (input.form === 'json') for await (const { row } of objectsOf(input, tally)) tally.skip('not-wanted', { row });
      else if (input.form === 'table') for await (const { row } of input.rows()) tally.skip('not-wanted', { row });
      else for (const { name } of input.sheets) for await (const { row } of input.rows(name)) tally.skip('not-wanted', { row, column: name });
    },
  };
}

const hasSheet = (input: SourceInput, name: string): boolean => input.form === 'workbook' && input.sheets.some((sheet) => sheet.name === name);

export const NOT_WANTED_KINDS: readonly SourceKind[] = [
  notWanted('scorecard-dictionary', 'College Scorecard: dictionary of its columns', (input) => hasSheet(input, 'FieldOfStudy_Data_Dictionary')),
  notWanted('scorecard-glossary', 'College Scorecard: glossary of its site', (input) => {
    const [document] = headObjects(input);
    const cost = document?.['avg-cost'];
    return typeof cost === 'object' && cost !== null && 'glossary' in cost;
  }),
  notWanted('ipeds-varlist', 'IPEDS: dictionary of a survey', (input) => hasSheet(input, 'Varlist') && hasSheet(input, 'Imputation values')),
  notWanted('apprenticeship-bulletins', 'Bulletins on apprenticeships: titles and addresses', (input) => findTable(input, { id: ['ID'], uri: ['File URI'], category: ['Category'] }) !== null),
];
