/** The rule for passphrases. It refuses what a guesser tries first; length does the rest. */
import { CodedError } from '../../shared/kernel/errors.ts';

export const PASSPHRASE_MINIMUM = 12;
const DISTINCT_MINIMUM = 5;
const RUN_LENGTH = 8;

/** What people type when a form asks for twelve characters. Compared without case, spaces and signs. */
const COMMON: ReadonlySet<string> = new Set([
  'password1234', 'password12345', 'password123456', 'passwordpassword', 'mypassword123', 'mypassword1234', 'passphrase123', 'passphrase1234',
  'changeme1234', 'changemenow1', 'changemeplease', 'letmeinletmein', 'letmeinplease', 'iloveyou1234', 'iloveyouiloveyou', 'iloveyousomuch',
  'welcome12345', 'welcome123456', 'welcomewelcome', 'administrator', 'administrator1', 'adminadminadmin', 'trustno1trustno1', 'sunshine1234',
  'princess1234', 'football1234', 'baseball1234', 'basketball12', 'basketball123', 'superman1234', 'monkeymonkey', 'dragondragon',
  'correcthorsebatterystaple', 'waymarkwaymark', 'waymark12345', 'waymarkvault', 'counselor123', 'counselor1234', 'schoolcounselor', 'guidancecounselor',
  'highschool123', 'highschool1234', 'studentplans', 'contrasena123', 'contrasena1234', 'micontrasena', 'contraseña123', 'contraseña1234', 'micontraseña',
]);
const KEYBOARD_RUNS = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn'];
const RUNS = KEYBOARD_RUNS.flatMap((run) => [run, [...run].reverse().join('')]);

/**
 * The form that is hashed: one keyboard may type `é` as one character, another as two. Nothing
 * else is changed; spaces and case count.
 */
export function normalizePassphrase(text: string): string {
  return text.normalize('NFKC');
}

function isMadeOfRuns(text: string): boolean {
  let rest = text;
  for (const run of RUNS) {
    for (let length = run.length; length >= RUN_LENGTH; length -= 1) {
      for (let start = 0; start + length <= run.length; start += 1) rest = rest.replaceAll(run.slice(start, start + length), '');
    }
  }
  // A run with a few characters around it is still a run.
  return rest.length < text.length && [...rest].length < PASSPHRASE_MINIMUM / 2;
}

/** Throws vault-weak-passphrase {reason: 'short' | 'repeated' | 'common', minimum}. `minimum` counts characters. */
export function checkPassphrase(text: string): void {
  const characters = [...normalizePassphrase(text)];
  const plain = characters.join('').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const weak = (reason: 'short' | 'repeated' | 'common'): never => {
    throw new CodedError('vault-weak-passphrase', { reason, minimum: PASSPHRASE_MINIMUM });
  };
  if (characters.length < PASSPHRASE_MINIMUM) weak('short');
  if (new Set(characters.map((each) => each.toLowerCase())).size < DISTINCT_MINIMUM || /^(.{1,4})\1+$/su.test(plain)) weak('repeated');
  if (COMMON.has(plain) || isMadeOfRuns(plain)) weak('common');
}
