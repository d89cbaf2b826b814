/** RFC 4180 with nothing to spare: UTF-8, LF, a final newline, no line break inside a cell. */
import { CodedError } from '../../shared/kernel/errors.ts';

/** Decodes a table file. Errors: starter-not-utf8, starter-carriage-return, each with file and line. */
export function decodeTable(file: string, bytes: Uint8Array): string {
  const carriageReturn = bytes.indexOf(0x0d);
  if (carriageReturn >= 0) {
    throw new CodedError('starter-carriage-return', { file, line: lineOf(bytes, carriageReturn) });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new CodedError('starter-not-utf8', { file, line: firstBadLine(bytes) }, { cause });
  }
}

function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(0x0a); at >= 0 && at < offset; at = bytes.indexOf(0x0a, at + 1)) line += 1;
  return line;
}

/** UTF-8 never uses the byte of a line feed inside a character, so lines can be decoded alone. */
function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end + 1;
  }
  return line;
}

export interface CsvRecord {
  /** 1 is the header. */
  readonly line: number;
  /** Null where a quote opens or closes where it may not. */
  readonly cells: readonly string[] | null;
}

/** Cells of one line; null when its quotes are wrong. Example: `splitLine('a,"b,""c"""')` is `['a', 'b,"c"']`. */
export function splitLine(line: string): readonly string[] | null {
  if (!line.includes('"')) return line.split(',');
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (line[at] === '"') {
      let cell = '';
      for (at += 1; ; at += 2) {
        const close = line.indexOf('"', at);
        if (close < 0) return null;
        cell += line.slice(at, close);
        at = close;
        if (line[at + 1] !== '"') break;
        cell += '"';
      }
      at += 1;
      if (at < line.length && line[at] !== ',') return null;
      cells.push(cell);
    } else {
      const comma = line.indexOf(',', at);
      const cell = line.slice(at, comma < 0 ? line.length : comma);
      if (cell.includes('"')) return null;
      cells.push(cell);
      at = comma < 0 ? line.length : comma;
    }
    if (at >= line.length) return cells;
    at += 1;
  }
}

/** The records of a decoded table, the header first. A last line without a line feed has the line feed missing: see `endsWell`. */
export function* csvRecords(text: string): Generator<CsvRecord> {
  let line = 1;
  for (let start = 0; start < text.length; line += 1) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    yield { line, cells: splitLine(text.slice(start, end)) };
    start = end + 1;
  }
}

/** True when the last line is whole. */
export const endsWell = (text: string): boolean => text.endsWith('\n');
