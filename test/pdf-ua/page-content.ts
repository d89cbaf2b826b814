import { DRAWS, PAINTS_PATH, SHOWS_TEXT, mcidOf, operationsOf } from '../../electron/host/pdf-ua/content-operations.ts';

/** Where in the marks of a page something is: outside of all, in an artifact, or in the marked content of a number. */
export type Mark = { readonly kind: 'none' } | { readonly kind: 'artifact' } | { readonly kind: 'tagged'; readonly mcid: number };

export interface Shown {
  /** Name of the font among the page's resources. */
  readonly font: string;
  readonly bytes: readonly number[];
  readonly mark: Mark;
}

export interface PageContent {
  /** Text that is shown, in order. */
  readonly shown: readonly Shown[];
  /** What is painted outside of all marks, by its operator. */
  readonly unmarked: readonly string[];
  readonly artifactsInTagged: number;
  readonly taggedInArtifacts: number;
  /** Numbers of marked content, each time that they begin. */
  readonly mcids: readonly number[];
  /** Marks that end without a beginning, or begin without an end. */
  readonly unbalanced: number;
  /** Names of pictures and forms that are drawn. */
  readonly drawn: readonly string[];
}

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The bytes of all strings among operands, as of `[(AB) 20 <0043>] TJ`. */
export function bytesIn(operands: string): number[] {
  const bytes: number[] = [];
  for (const [, literal, hex] of operands.matchAll(/\(((?:\\[\s\S]|[^\\()])*)\)|<([\dA-Fa-f\s]*)>/g)) {
    if (literal !== undefined) {
      const text = literal.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, escape: string) =>
        /^[0-7]/.test(escape) ? String.fromCharCode(Number.parseInt(escape, 8) & 255) : (ESCAPED[escape] ?? (escape === '\n' ? '' : escape)));
      bytes.push(...Buffer.from(text, 'latin1'));
    } else {
      const digits = (hex ?? '').replace(/\s/g, '');
      bytes.push(...Buffer.from(digits.length % 2 === 1 ? `${digits}0` : digits, 'hex'));
    }
  }
  return bytes;
}

const OUTSIDE: Mark = { kind: 'none' };

/** Reads a page's content once for all rules. */
export function readPage(text: string): PageContent {
  const marks: Mark[] = [];
  const fonts: string[] = [];
  let font = '';
  const shown: Shown[] = [];
  const unmarked: string[] = [];
  const mcids: number[] = [];
  const drawn: string[] = [];
  let artifactsInTagged = 0;
  let taggedInArtifacts = 0;
  let tooManyEnds = 0;
  const isIn = (kind: Mark['kind']): boolean => marks.some((mark) => mark.kind === kind);
  /** The innermost mark that says something; a mark without a number, as of a span, says nothing. */
  const now = (): Mark => marks.findLast(({ kind }) => kind !== 'none') ?? OUTSIDE;
  for (const { operator, operands } of operationsOf(text)) {
    if (operator === 'BDC' || operator === 'BMC') {
      const mcid = operator === 'BDC' ? mcidOf(operands) : null;
      const artifact = /^\s*\/Artifact\b/.test(operands);
      if (artifact && isIn('tagged')) artifactsInTagged += 1;
      if (mcid !== null && isIn('artifact')) taggedInArtifacts += 1;
      if (mcid !== null) mcids.push(mcid);
      marks.push(artifact ? { kind: 'artifact' } : mcid === null ? OUTSIDE : { kind: 'tagged', mcid });
    } else if (operator === 'EMC') {
      if (marks.pop() === undefined) tooManyEnds += 1;
    } else if (operator === 'q') fonts.push(font);
    else if (operator === 'Q') font = fonts.pop() ?? '';
    else if (operator === 'Tf') font = /\/(\S+)/.exec(operands)?.[1] ?? '';
    else if (SHOWS_TEXT.has(operator)) shown.push({ font, bytes: bytesIn(operands), mark: now() });
    else if (operator === 'Do') drawn.push(/\/(\S+)/.exec(operands)?.[1] ?? '');
    if ((SHOWS_TEXT.has(operator) || PAINTS_PATH.has(operator) || DRAWS.has(operator)) && now().kind === 'none') unmarked.push(operator);
  }
  return { shown, unmarked, artifactsInTagged, taggedInArtifacts, mcids, unbalanced: tooManyEnds + marks.length, drawn };
}
