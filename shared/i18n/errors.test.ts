import { describe, expect, expectTypeOf, it } from 'vitest';
import { ERROR_CODES } from '../kernel/errors.ts';
import type { ErrorCode } from '../kernel/errors.ts';
import { en } from './messages/en.ts';
import { enErrors } from './messages/en-errors.ts';
import { esErrors } from './messages/es-errors.ts';
import { createTranslator } from './translator.ts';

/** The only codes whose messages name parameters, with every value these take. */
const PARAMS: Readonly<Record<string, readonly Readonly<Record<string, string | number>>[]>> = {
  'vault-wrong-recovery-code': ['length', 'character', 'check', 'other'].map((reason) => ({ reason })),
  'vault-weak-passphrase': ['short', 'repeated', 'common'].map((reason) => ({ reason, minimum: 12 })),
};

describe('errors', () => {
  it('have one message for every code, and no message without a code', () => {
    expect(Object.keys(enErrors).sort()).toEqual(ERROR_CODES.map((code) => `error.${code}`).sort());
    expect(Object.keys(esErrors).sort()).toEqual(Object.keys(enErrors).sort());
    expect(Object.keys(en)).toEqual(expect.arrayContaining(Object.keys(enErrors)));
  });

  it('are complete by type', () => {
    expectTypeOf<keyof typeof enErrors>().toEqualTypeOf<`error.${ErrorCode}`>();
    expectTypeOf<keyof typeof esErrors>().toEqualTypeOf<`error.${ErrorCode}`>();
  });

  it.each(ERROR_CODES)('%s can be said in both languages, in whole sentences', (code) => {
    for (const params of PARAMS[code] ?? [{}]) {
      const said = (['en', 'es'] as const).map((lang) => createTranslator(lang).t(`error.${code}`, params));
      for (const text of said) {
        expect(text).toMatch(/^[A-ZÁÉÍÓÚ].*[.”]$/u);
        expect(text).not.toMatch(/[{}]|undefined/);
        expect(text).not.toMatch(/delete|borr|elimin/i);
      }
      expect(said[0]).not.toBe(said[1]);
    }
  });
});
