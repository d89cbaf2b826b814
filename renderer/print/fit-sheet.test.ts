import { describe, expect, it } from 'vitest';
import { credentialSheet } from '../../shared/print/testing-sheets.ts';
import { familyPlan } from '../../shared/print/testing.ts';
import type { PrintDocument } from '../../shared/print/model.ts';
import { bestCut, withoutLast } from './fit-sheet.ts';

const questions = (document: PrintDocument) => document.sections.flatMap(({ block }) => (block.type === 'checks' ? [block] : []))[0];
/** A sheet with ten questions, of which six may be left out. */
const full = (large = false): PrintDocument => {
  const document = credentialSheet('en', large);
  return {
    ...document,
    sections: document.sections.map((section) => (section.block.type !== 'checks' ? section : {
      ...section, block: { ...section.block, items: Array.from({ length: 10 }, (_, index) => ({ text: `${index}?`, done: false })), more: Array.from({ length: 7 }, (_, cut) => `${cut} more`) },
    })),
  };
};
/** As high as if each question took so much of a page. */
const pages = (base: number, each: number) => (document: PrintDocument): number => Math.ceil(base + (questions(document)?.items.length ?? 0) * each);

describe('what a full page leaves out', () => {
  it('is nothing where all fits', () => {
    const document = full();
    expect(bestCut(document, pages(0.2, 0.08))).toBe(document);
  });
  it('is as few of the last questions as it takes, and that is said', () => {
    expect(questions(bestCut(full(), pages(0.4, 0.08)))).toMatchObject({ items: Array.from({ length: 7 }, (_, index) => ({ text: `${index}?` })), more: ['3 more'] });
  });
  it('is nothing where it would not help', () => {
    const document = full();
    expect(bestCut(document, pages(1.1, 0.08))).toBe(document);
    expect(bestCut(document, pages(5, 0.08))).toBe(document);
  });
  it('is cut for two pages in large print, and where one cannot be', () => {
    expect(questions(bestCut(full(true), pages(1.5, 0.08)))?.items).toHaveLength(6);
    expect(questions(bestCut(full(), pages(1.5, 0.08)))?.items).toHaveLength(6);
  });
  it('is, after questions, what the school wrote but for the first row, then the details of steps that may be brief', () => {
    const document = full();
    const row = { label: 'a', text: 'b', strong: '', blanks: [], aside: '' };
    const own: PrintDocument = {
      ...document,
      sections: [
        ...document.sections.filter(({ block }) => block.type === 'checks'),
        { column: 'full', block: { type: 'lines', title: 'Near you', rows: [row, row, row], more: ['', '1 more', '2 more'] } },
        { column: 'main', block: { type: 'steps', title: '', mayBeBrief: true, items: [{ title: 'x', aside: '', detail: 'here', filled: true }, { title: 'y', aside: '', detail: 'next', filled: false }] } },
      ],
    };
    const blocksOf = (cut: number) => (withoutLast(own, cut)?.sections ?? []).map(({ block }) => block);
    expect(blocksOf(6)).toMatchObject([{ items: { length: 4 } }, { rows: { length: 3 } }, { items: [{ detail: 'here' }, { detail: 'next' }] }]);
    expect(blocksOf(8)).toMatchObject([{ items: { length: 4 }, more: ['6 more'] }, { rows: [row], more: ['2 more'] }, { items: [{ detail: 'here' }, { detail: 'next' }] }]);
    expect(blocksOf(9)).toMatchObject([{ items: { length: 4 } }, { rows: [row] }, { items: [{ detail: 'here' }, { detail: '' }] }]);
    expect(withoutLast(own, 10)).toBeNull();
  });
  it('is never a question of a student’s own plan', () => {
    const plan = familyPlan('en');
    expect(withoutLast(plan, 1)).toBeNull();
    expect(bestCut(plan, () => 9)).toBe(plan);
  });
});
