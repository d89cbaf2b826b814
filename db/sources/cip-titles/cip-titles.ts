/** Titles of program families by CIP code, two and four digits, as College Scorecard has them (JSON). */
import { Seen } from '../codes.ts';
import { headObjects, objectsOf } from '../json-values.ts';
import type { SourceKind } from '../source-kind.ts';

export interface CipTitle {
  /** "01" or "01.09". */
  readonly cip: string;
  /** Without the full stop that the publisher puts at its end. */
  readonly title: string;
}

const CIP = /^\d{2}(?:\.\d{2})?$/;

export const cipTitles: SourceKind<CipTitle> = {
  kind: 'cip-titles',
  title: 'Titles of programs (CIP), two and four digits',
  problems: { 'title-missing': 'The code has no title.' },
  recognise(input) {
    const head = headObjects(input);
    return head.length > 0 && head.every(({ label, value }) => typeof label === 'string' && CIP.test(label) && typeof value === 'string') ? { vintage: null } : null;
  },
  async* read(input, tally) {
    if (input.form !== 'json') return;
    const seen = new Seen(tally);
    for await (const { row, value: { label, value } } of objectsOf(input, tally)) {
      if (typeof label !== 'string' || !CIP.test(label)) tally.refuse('code-invalid', { row, column: 'label', value: JSON.stringify(label) ?? '' });
      else if (typeof value !== 'string' || value.trim() === '') tally.refuse('title-missing', { row, column: 'value', value: label });
      else if (!seen.again(label, row)) yield { cip: label, title: value.trim().replace(/\.$/, '') };
    }
  },
  /** A pack names fields of four digits and programs of six; two digits are too wide for it. */
  * stage({ cip, title }) {
    if (cip.length > 2) yield { what: 'row', table: 'program', cells: { cip, title } };
  },
};
