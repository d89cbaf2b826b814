/** An Excel workbook as sheets of rows, read part by part: memory does not grow with its rows. */
import { HEAD_ROWS } from './limits.ts';
import { SourceFault } from './source-fault.ts';
import type { Sheet, TableRow, WorkbookInput } from './source-input.ts';
import { dayStyles } from './workbook/day-styles.ts';
import { sharedStrings } from './workbook/shared-strings.ts';
import { sheetRows } from './workbook/sheet-rows.ts';
import { workbookParts } from './workbook/workbook-parts.ts';
import { openZipParts } from './workbook/zip-parts.ts';

/** Opens a workbook. Errors: SourceFault workbook-damaged, archive-no-workbook, too-large, too-many-columns, cell-too-long. */
export async function openWorkbook(path: string): Promise<WorkbookInput> {
  const zip = await openZipParts(path);
  const parts = await workbookParts(zip);
  const strings = parts.sharedStrings === null ? null : zip.part(parts.sharedStrings);
  const shared = strings === null ? [] : await sharedStrings(strings);
  const styles = parts.styles === null ? null : zip.part(parts.styles);
  const looks = { shared, days: styles === null ? new Set<number>() : await dayStyles(styles), from1904: parts.from1904 };
  const rowsOf = (part: string): AsyncIterable<TableRow> => {
    const content = zip.part(part);
    if (content === null) throw new SourceFault('workbook-damaged', { near: part });
    return sheetRows(content, looks);
  };
  const sheets: Sheet[] = [];
  for (const { name, part } of parts.sheets) sheets.push({ name, head: await firstRows(rowsOf(part)) });
  return {
    form: 'workbook', sheets,
    async* rows(sheet) {
      const found = parts.sheets.find(({ name }) => name === sheet);
      if (found) yield* rowsOf(found.part);
    },
  };
}

async function firstRows(rows: AsyncIterable<TableRow>): Promise<readonly TableRow[]> {
  const head: TableRow[] = [];
  for await (const row of rows) {
    head.push(row);
    if (head.length >= HEAD_ROWS) break;
  }
  return head;
}
