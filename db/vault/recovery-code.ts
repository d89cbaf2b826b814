/**
 * Recovery codes: 135 random bits in Crockford's base 32, seven groups of four with a check
 * character at the end, as `7KQ2-M0XT-...`. Read aloud, copied by hand and typed years later.
 */
import { randomBytes } from 'node:crypto';
import { CodedError } from '../../shared/kernel/errors.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const DATA_LENGTH = 27;
const LENGTH = DATA_LENGTH + 1;
const GROUP = 4;
/** x^5 + x^2 + 1, primitive over GF(2): its powers of x run through all 31 nonzero elements. */
const POLYNOMIAL = 0b100101;

function timesX(value: number): number {
  const doubled = value << 1;
  return doubled & 0b100000 ? doubled ^ POLYNOMIAL : doubled;
}

/**
 * The weighted sum over GF(32) by Horner's rule: position i weighs x^i. The weights of 28 positions
 * differ, so one wrong character and any two exchanged characters are always found.
 */
function weightedSum(values: readonly number[]): number {
  return values.reduce((sum, value) => timesX(sum) ^ value, 0);
}

const inGroups = (text: string): string => text.match(new RegExp(`.{${GROUP}}`, 'g'))?.join('-') ?? text;

/** A fresh code in its written form. */
export function makeRecoveryCode(): string {
  // 256 is a multiple of 32, so the remainder is not biased.
  const values = [...randomBytes(DATA_LENGTH)].map((byte) => byte % ALPHABET.length);
  // The last position weighs 1: the check character is what makes the whole sum nothing.
  const check = weightedSum([...values, 0]);
  return inGroups([...values, check].map((value) => ALPHABET.charAt(value)).join(''));
}

/**
 * The written form of a code as somebody typed it: case, spaces and dashes do not matter, O is 0, I and L are 1.
 * Errors: vault-wrong-recovery-code {reason: 'length' | 'character' | 'check'}.
 */
export function normalizeRecoveryCode(typed: string): string {
  const wrong = (reason: string): never => {
    throw new CodedError('vault-wrong-recovery-code', { reason });
  };
  const text = typed.normalize('NFKC').toUpperCase().replace(/[\s\p{Pd}\u2212_.]/gu, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const values = [...text].map((character) => ALPHABET.indexOf(character));
  if (values.includes(-1)) wrong('character');
  if (values.length !== LENGTH) wrong('length');
  if (weightedSum(values) !== 0) wrong('check');
  return inGroups(text);
}
