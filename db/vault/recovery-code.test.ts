import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeRecoveryCode, normalizeRecoveryCode } from './recovery-code.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codes = fc.constant(null).map(() => makeRecoveryCode());
const wrong = (reason: string) => expect.objectContaining({ code: 'vault-wrong-recovery-code', params: { reason } });

describe('recovery codes', () => {
  test('are seven groups of four, 135 bits of chance, never two alike', () => {
    const many = Array.from({ length: 500 }, makeRecoveryCode);
    for (const code of many) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(new Set(many).size).toBe(500);
    expect(new Set(many.join('').replaceAll('-', '')).size).toBe(32);
  });

  test('are understood however they are typed', () => {
    fc.assert(fc.property(codes, fc.array(fc.constantFrom(' ', '-', '–', '\u00a0', '\n', ''), { minLength: 28, maxLength: 28 }), fc.boolean(), (code, gaps, lower) => {
      const typed = [...code.replaceAll('-', '')].map((each, i) => `${gaps[i]}${each}`).join('')
        .replace(/0/g, lower ? 'o' : 'O').replace(/1/g, lower ? 'l' : 'I');
      expect(normalizeRecoveryCode(lower ? typed.toLowerCase() : typed)).toBe(code);
    }));
  });

  test('with any one wrong character are refused before any key is tried', () => {
    fc.assert(fc.property(codes, fc.nat(27), fc.integer({ min: 1, max: 31 }), (code, at, by) => {
      const plain = [...code.replaceAll('-', '')];
      plain[at] = ALPHABET.charAt((ALPHABET.indexOf(plain[at] ?? '') + by) % 32);
      expect(() => normalizeRecoveryCode(plain.join(''))).toThrow(wrong('check'));
    }));
  });

  test('with any two characters exchanged are refused', () => {
    fc.assert(fc.property(codes, fc.nat(27), fc.nat(27), (code, a, b) => {
      const plain = [...code.replaceAll('-', '')];
      fc.pre(plain[a] !== plain[b]);
      [plain[a], plain[b]] = [plain[b] ?? '', plain[a] ?? ''];
      expect(() => normalizeRecoveryCode(plain.join(''))).toThrow(wrong('check'));
    }));
  });

  test('too long, too short, or with a character there is not', () => {
    const code = makeRecoveryCode();
    expect(() => normalizeRecoveryCode(code.slice(0, -1))).toThrow(wrong('length'));
    expect(() => normalizeRecoveryCode(`${code}0`)).toThrow(wrong('length'));
    expect(() => normalizeRecoveryCode(`U${code.slice(1)}`)).toThrow(wrong('character'));
    expect(() => normalizeRecoveryCode('')).toThrow(wrong('length'));
  });
});
