/**
 * Every code that may cross a boundary. Each has a designed message in every language
 * (shared/i18n); parameters are figures and words that are safe to show and to log: never
 * a path, a stack, SQL, or anything a student's name could be in.
 */
export const ERROR_CODES = [
  // The call itself
  'unknown-method', 'input-invalid', 'output-invalid', 'forbidden', 'too-large', 'not-found', 'conflict',
  'nothing-to-undo', 'nothing-to-redo', 'cancelled', 'not-available-here', 'internal',
  // Packs and the reference database
  'pack-not-a-pack', 'pack-cut', 'pack-changed', 'pack-trailing', 'pack-newer-format', 'pack-unknown-codec',
  'pack-too-large', 'pack-row-invalid', 'pack-digest', 'pack-unreadable', 'reference-missing', 'reference-damaged',
  // Patches from one edition to another
  'patch-unreadable', 'patch-not-a-patch', 'patch-cut', 'patch-trailing', 'patch-changed', 'patch-newer-format', 'patch-unknown-codec',
  'patch-too-large', 'patch-row-invalid', 'patch-wrong-base', 'patch-digest', 'patch-other-scope',
  // A school's own entries
  'overlay-unreadable', 'overlay-not-an-overlay', 'overlay-newer', 'overlay-too-large', 'overlay-invalid', 'overlay-full',
  // Recipes of packs
  'recipe-unreadable', 'recipe-invalid', 'recipe-license', 'recipe-file-missing', 'recipe-digest', 'recipe-file-changed',
  // The starter's tables
  'starter-missing-table', 'starter-header', 'starter-carriage-return', 'starter-cell-invalid',
  'starter-duplicate-key', 'starter-dangling-reference', 'starter-unsourced', 'starter-not-utf8',
  // The vault
  'vault-missing', 'vault-exists', 'vault-locked', 'vault-damaged', 'vault-newer', 'vault-read-only',
  'vault-disk-full', 'vault-open-elsewhere', 'vault-wrong-passphrase', 'vault-wrong-recovery-code',
  'vault-weak-passphrase', 'vault-backup-missing', 'vault-backup-damaged', 'vault-migration-failed',
  // Updates: getting to the repository
  'update-address', 'update-unreachable', 'update-certificate', 'update-server', 'update-captive-portal', 'update-redirected',
  'update-cut', 'update-stalled',
  // Updates: what came
  'update-missing', 'update-encoded', 'update-length', 'update-endless', 'update-no-root', 'update-root-invalid', 'update-metadata-invalid',
  'update-signature', 'update-rolled-back', 'update-expired', 'update-mixed', 'update-name', 'update-target-missing', 'update-target-changed',
  'update-index-invalid', 'update-scope', 'update-older', 'update-ask-first', 'update-busy', 'update-nothing-kept', 'update-stick-file',
  // The publisher's side of updates
  'repository-exists', 'repository-missing', 'repository-damaged', 'repository-unsigned', 'repository-edition-known', 'repository-scope', 'repository-key-damaged',
  'repository-key-passphrase', 'repository-key-stranger',
  // Settings, files, print
  'settings-damaged', 'file-handle-unknown', 'file-write-failed', 'folder-not-writable', 'disk-full', 'print-timeout', 'print-failed',
  'print-no-browser', 'service-stopped',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export type ErrorParams = Readonly<Record<string, string | number>>;

/** A failure with a code and parameters; the only kind of error whose content leaves a module. */
export class CodedError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  constructor(code: ErrorCode, params: ErrorParams = {}, options?: { cause?: unknown }) {
    super(code, options);
    this.name = 'CodedError';
    this.code = code;
    this.params = params;
  }
}

/** A reply of a contract method on every transport. */
export type Envelope<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: ErrorCode; readonly params: ErrorParams };
