/** Rows of one sheet, one after another, as the file stores them. */
import { CELL_LENGTH, COLUMNS } from '../limits.ts';
import { SourceFault } from '../source-fault.ts';
import type { TableRow } from '../source-input.ts';
import { dayOfSerial, type DayStyles } from './day-styles.ts';
import { unescaped } from './shared-strings.ts';
import { xmlItems, type XmlListener } from './xml-items.ts';

/** Column of a cell's place, 0 is the first: "AB12" is 27. -1 when it is none. */
function columnOf(place: string): number {
  let column = 0;
  for (let at = 0; at < place.length; at += 1) {
    const code = place.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
    if (column > COLUMNS) break;
  }
  return column - 1;
}

export interface SheetLooks {
  readonly shared: readonly string[];
  readonly days: DayStyles;
  readonly from1904: boolean;
}

/**
 * Numbers and errors are the text that is stored, and what looks like a day is that day as YYYY-MM-DD; a formula is the value last computed, and never the formula.
 * Rows in which nothing stands are left out; the others keep their numbers.
 */
class SheetListener implements XmlListener {
  #row = 0;
  #cells: string[] = [];
  #column = -1;
  #type = 'n';
  #isDay = false;
  #value = '';
  #taking = false;
  #aid = false;
  readonly #looks: SheetLooks;
  readonly #emit: (row: TableRow) => void;

  constructor(looks: SheetLooks, emit: (row: TableRow) => void) {
    this.#looks = looks;
    this.#emit = emit;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') this.#openRow(attributes['r']);
    else if (name === 'c') {
      this.#column = attributes['r'] === undefined ? this.#column + 1 : columnOf(attributes['r']);
      this.#type = attributes['t'] ?? 'n';
      this.#isDay = attributes['s'] !== undefined && this.#looks.days.has(Number(attributes['s']));
      this.#value = '';
    } else if (name === 'rPh') this.#aid = true;
    else if (name === 'v' || name === 't') this.#taking = !this.#aid;
  }

  text(text: string): void {
    if (!this.#taking) return;
    this.#value += text;
    if (this.#value.length > CELL_LENGTH) throw new SourceFault('cell-too-long', { row: this.#row });
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#taking = false;
    else if (name === 'rPh') this.#aid = false;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row' && this.#cells.length > 0) this.#emit({ row: this.#row, cells: this.#cells });
  }

  /** Rows stand in the order of their numbers: a file that goes back would let a row be read as another. */
  #openRow(number: string | undefined): void {
    const row = number === undefined ? this.#row + 1 : Number(number);
    if (!Number.isSafeInteger(row) || row <= this.#row) throw new SourceFault('workbook-damaged', { row: this.#row });
    this.#row = row;
    this.#cells = [];
    this.#column = -1;
  }

  #closeCell(): void {
    const text = this.#textOf();
    this.#value = '';
    // A cell with nothing in it only carries a look, and may stand at the far end of a sheet.
    if (text === '') return;
    if (this.#column < 0) throw new SourceFault('workbook-damaged', { row: this.#row });
    if (this.#column >= COLUMNS) throw new SourceFault('too-many-columns', { row: this.#row });
    while (this.#cells.length < this.#column) this.#cells.push('');
    this.#cells[this.#column] = text;
  }

  #textOf(): string {
    if (this.#type === 's' && this.#value !== '') {
      const shared = this.#looks.shared[Number(this.#value)];
      if (shared === undefined) throw new SourceFault('workbook-damaged', { row: this.#row });
      return shared;
    }
    if (this.#type === 'b') return this.#value === '' ? '' : this.#value === '1' ? 'TRUE' : 'FALSE';
    if (this.#type === 'n' && this.#isDay) return dayOfSerial(this.#value, this.#looks.from1904) ?? this.#value;
    return this.#type === 'inlineStr' || this.#type === 'str' ? unescaped(this.#value) : this.#value;
  }
}

/** Errors: SourceFault workbook-damaged, too-many-columns, cell-too-long. */
export const sheetRows = (pieces: AsyncIterable<Buffer>, looks: SheetLooks): AsyncGenerator<TableRow> =>
  xmlItems<TableRow>(pieces, (emit) => new SheetListener(looks, emit));
