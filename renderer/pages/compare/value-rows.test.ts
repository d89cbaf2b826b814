import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../../shared/i18n/translator.ts';
import { COST_LINES } from '../../../shared/domain/facts.ts';
import { lineWords, linesOf, signed } from './value-rows.ts';
import type { WayValue } from './value-rows.ts';

const t = createTranslator('en');
const value = (lines: WayValue['lines']): WayValue => ({ way: {} as WayValue['way'], npvCents: 0, lines });

describe('the lines of what a way is worth', () => {
  it('are those that some way has, each once', () => {
    expect(linesOf([value([{ line: 'pay', cents: 5 }, { line: 'cost:exam', cents: 0 }]), value([{ line: 'pay', cents: 1 }, { line: 'cost:tuition', cents: -2 }])])).toEqual(['pay', 'cost:tuition']);
  });
  it('have words of their own, every cost line there is', () => {
    const words = COST_LINES.map((line) => lineWords(`cost:${line}`, t));
    expect(new Set(words).size).toBe(COST_LINES.length);
    expect(lineWords('grant:pell', t)).toBe('grants');
    expect(lineWords('pay-while-training', t)).toBe('pay while in training');
    expect(lineWords('cost:something-new', t)).toBe('other costs');
  });
  it('are written with a sign and rounded as asked', () => {
    expect(signed(-12_345_678, t)).toBe('−$123,457');
    expect(signed(12_345_678, t, 100_000)).toBe('$123,000');
    expect(signed(-40, t)).toBe('$0');
  });
});
