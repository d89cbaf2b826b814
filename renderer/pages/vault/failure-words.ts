/** Which failures are said at the field, and which take the place of the form. */
import type { Translator } from '../../../shared/i18n/translator.ts';
import type { VaultTask } from '../../stores/vault.ts';
import type { Failure } from '../../stores/request.ts';

/** The field a failure belongs to; null for one that is about the file, not about what was typed. */
export function fieldOf({ code }: Failure): 'passphrase' | 'new' | 'code' | null {
  switch (code) {
    case 'vault-wrong-passphrase': return 'passphrase';
    case 'vault-weak-passphrase': return 'new';
    case 'vault-wrong-recovery-code': return 'code';
    default: return null;
  }
}

interface Failed { readonly task: VaultTask; readonly failure: Failure }

/** What is wrong at a field of the form for `task`; null when nothing is. */
export function fieldError(failed: Failed | null, task: VaultTask, field: 'passphrase' | 'new' | 'code', t: Translator): string | null {
  return failed?.task === task && fieldOf(failed.failure) === field ? t.t(`error.${failed.failure.code}`, failed.failure.params) : null;
}

/** The failure of `task` that is about the file. */
export function fileFailure(failed: Failed | null, task: VaultTask): Failure | null {
  return failed?.task === task && fieldOf(failed.failure) === null ? failed.failure : null;
}
