import { DRAWS, PAINTS_PATH, SHOWS_TEXT, STARTS_PATH, mcidOf, operationsOf } from './content-operations.ts';

/** What an assistive program passes over: lines, grounds, boxes, and the running foot with the page number. */
const ARTIFACT = '/Artifact BMC\n';
const FOOT = '/Artifact <</Type /Pagination /Subtype /Footer >>BDC\n';
const END = '\nEMC';

interface Sequence {
  readonly start: number;
  readonly end: number;
  readonly mcid: number | null;
  holds: boolean;
}
interface Edit { readonly from: number; readonly to: number; readonly text: string }

export interface Marked {
  readonly content: string;
  /** Numbers of marked content that became artifacts: the structure tree must forget them. */
  readonly dropped: readonly number[];
}

/**
 * Marks as artifact what a page draws outside its tags, and what it draws inside them without saying
 * anything: Chromium tags the ground and the border of a box, a row or a list as content of that element,
 * where a list may hold only items. `isPicture` tells whether marked content belongs to a figure, whose lines are content.
 */
export function markArtifacts(content: string, isPicture: (mcid: number) => boolean): Marked {
  const edits: Edit[] = [];
  const dropped: number[] = [];
  const open: Sequence[] = [];
  let path = -1;
  let text = -1;
  let beforeTags = true;
  const wrap = (from: number, to: number, begin: string): void => {
    edits.push({ from, to: from, text: begin }, { from: to, to, text: END });
  };
  for (const { operator, operands, start, end } of operationsOf(content)) {
    if (operator === 'BDC' || operator === 'BMC') {
      const mcid = operator === 'BDC' ? mcidOf(operands) : null;
      open.push({ start, end, mcid, holds: false });
      beforeTags &&= mcid === null;
    } else if (operator === 'EMC') {
      const sequence = open.pop();
      if (sequence && sequence.mcid !== null && !sequence.holds && !isPicture(sequence.mcid)) {
        edits.push({ from: sequence.start, to: sequence.end, text: ARTIFACT.trimEnd() });
        dropped.push(sequence.mcid);
      }
    } else if (SHOWS_TEXT.has(operator) || DRAWS.has(operator)) {
      for (const sequence of open) sequence.holds = true;
      if (open.length === 0 && DRAWS.has(operator)) wrap(start, end, ARTIFACT);
    } else if (open.length === 0) {
      if (STARTS_PATH.has(operator) && path < 0) path = start;
      else if (PAINTS_PATH.has(operator) && path >= 0) wrap(path, end, ARTIFACT);
      // Margin boxes are drawn before the page; nothing else stands outside the tags with words in it.
      else if (operator === 'BT') text = start;
      else if (operator === 'ET' && text >= 0) wrap(text, end, beforeTags ? FOOT : ARTIFACT);
    }
    if (PAINTS_PATH.has(operator) || operator === 'n') path = -1;
    if (operator === 'ET') text = -1;
  }
  let from = 0;
  const parts: string[] = [];
  for (const edit of edits.sort((a, b) => a.from - b.from)) {
    parts.push(content.slice(from, edit.from), edit.text);
    from = edit.to;
  }
  parts.push(content.slice(from));
  return { content: parts.join(''), dropped };
}
