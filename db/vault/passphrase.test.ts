import { describe, expect, test } from 'vitest';
import { checkPassphrase, normalizePassphrase } from './passphrase.ts';

const reasonOf = (text: string): unknown => {
  try {
    checkPassphrase(text);
    return 'fine';
  } catch (error) {
    return (error as { params: { reason: string } }).params.reason;
  }
};

describe('the rule for passphrases', () => {
  test.each([
    ['', 'short'], ['elevenchars', 'short'], ['ñandú ñandú', 'short'],
    ['aaaaaaaaaaaaaaaa', 'repeated'], ['abababababab', 'repeated'], ['Abcd-abcd-abcd', 'repeated'], ['111122223333', 'repeated'],
    ['Password1234', 'common'], ['pass word 1234!', 'common'], ['123456789012', 'common'], ['qwertyuiop12', 'common'], ['!!abcdefghijkl', 'common'],
    ['9876543210987', 'common'], ['contraseña1234', 'common'],
    ['quiet river under stones', 'fine'], ['mi perro come 3 peras', 'fine'], ['Tr0ub4dor&3xyz', 'fine'], ['家庭計画と看護師と学校の道順', 'fine'],
  ])('%j is %s', (text, reason) => {
    expect(reasonOf(text)).toBe(reason);
  });

  test('says how long it has to be', () => {
    expect(() => checkPassphrase('short')).toThrow(expect.objectContaining({ code: 'vault-weak-passphrase', params: { reason: 'short', minimum: 12 } }));
  });

  test('two ways to type one letter are one passphrase; case and spaces count', () => {
    expect(normalizePassphrase('caf\u0065\u0301')).toBe(normalizePassphrase('caf\u00e9'));
    expect(normalizePassphrase('A b')).not.toBe(normalizePassphrase('a b'));
    expect(normalizePassphrase('A b')).not.toBe(normalizePassphrase('Ab'));
  });
});
