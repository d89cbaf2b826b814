/** Texts that the cells of a workbook share: the one thing of a workbook that is held in memory, up to a limit. */
import { CELL_LENGTH, SHARED_STRINGS, SHARED_STRINGS_BYTES } from '../limits.ts';
import { SourceFault } from '../source-fault.ts';
import { xmlItems } from './xml-items.ts';

/** Spreadsheets write a letter that XML cannot hold as `_x000D_`. */
export const unescaped = (text: string): string =>
  (text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text);

async function* counted(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let total = 0;
  for await (const piece of pieces) {
    total += piece.length;
    if (total > SHARED_STRINGS_BYTES) throw new SourceFault('too-large');
    yield piece;
  }
}

/** Errors: SourceFault too-large, cell-too-long, workbook-damaged. */
export async function sharedStrings(pieces: AsyncIterable<Buffer>): Promise<readonly string[]> {
  const strings: string[] = [];
  for await (const text of xmlItems<string>(counted(pieces), (emit) => {
    let value = '';
    let taking = false;
    // A reading aid above the letters is no part of the text.
    let aid = false;
    return {
      open(name) {
        if (name === 'si') value = '';
        else if (name === 'rPh') aid = true;
        else if (name === 't') taking = !aid;
      },
      text(text) { if (taking) value += text; },
      close(name) {
        if (name === 't') taking = false;
        else if (name === 'rPh') aid = false;
        else if (name === 'si') emit(unescaped(value));
      },
    };
  })) {
    if (text.length > CELL_LENGTH) throw new SourceFault('cell-too-long');
    if (strings.length >= SHARED_STRINGS) throw new SourceFault('too-large');
    strings.push(text);
  }
  return strings;
}
