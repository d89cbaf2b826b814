/** The operations of a page's content stream, in order, with their places in its text (latin1, one letter a byte). */
export interface Operation {
  readonly operator: string;
  /** Where the first operand begins, or the operator when it has none. */
  readonly start: number;
  readonly end: number;
  readonly operands: string;
}

/** Comments, strings, hexadecimal strings, brackets, names, and all else between blanks: numbers and operators. */
const TOKEN = /%[^\r\n]*|\((?:\\[\s\S]|[^\\()])*\)|<<|>>|<[\dA-Fa-f\s]*>|[[\]{}]|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+/g;
const OPERATOR = /^[A-Za-z'"]/;
const CONSTANTS: ReadonlySet<string> = new Set(['true', 'false', 'null']);

export function* operationsOf(content: string): Generator<Operation> {
  const tokens = new RegExp(TOKEN);
  let start = -1;
  for (let match = tokens.exec(content); match; match = tokens.exec(content)) {
    const [token] = match;
    if (token.startsWith('%')) continue;
    if (start < 0) start = match.index;
    if (!OPERATOR.test(token) || CONSTANTS.has(token)) continue;
    yield { operator: token, start, end: tokens.lastIndex, operands: content.slice(start, match.index) };
    start = -1;
    // The bytes of an inline picture are no operations.
    if (token === 'ID') tokens.lastIndex = Math.max(tokens.lastIndex, content.slice(tokens.lastIndex).search(/\sEI\s/) + tokens.lastIndex);
  }
}

export const SHOWS_TEXT: ReadonlySet<string> = new Set(['Tj', 'TJ', "'", '"']);
export const PAINTS_PATH: ReadonlySet<string> = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's']);
export const STARTS_PATH: ReadonlySet<string> = new Set(['m', 're']);
/** Draw something by themselves: a picture or another stream, a shading, an inline picture. */
export const DRAWS: ReadonlySet<string> = new Set(['Do', 'sh', 'BI']);

/** The number in `/P <</MCID 3 >>BDC`, or null. */
export function mcidOf(operands: string): number | null {
  const found = /\/MCID\s+(\d+)/.exec(operands);
  return found ? Number(found[1]) : null;
}
