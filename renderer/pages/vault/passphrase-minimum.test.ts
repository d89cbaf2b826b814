import { expect, it } from 'vitest';
import * as vault from '../../../db/vault/passphrase.ts';
import { PASSPHRASE_MINIMUM } from './passphrase-minimum.ts';

it('promises what the vault asks for', () => {
  expect(PASSPHRASE_MINIMUM).toBe(vault.PASSPHRASE_MINIMUM);
});
