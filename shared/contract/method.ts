import { z } from 'zod';
import type { ErrorCode } from '../kernel/errors.ts';

/** Kinds of data a command may change; views refresh by them. */
export const DATA_KINDS = ['students', 'plans', 'vault', 'settings', 'reference', 'history', 'prints', 'overlay', 'updates'] as const;
export type DataKind = (typeof DATA_KINDS)[number];

/** One callable thing of the service, declared once; client, handlers, allow-list and tests come from it. */
export interface Method<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'query' | 'command';
  readonly input: I;
  readonly output: O;
  /** Codes this method may answer with, beside those of the dispatcher itself. */
  readonly errors: readonly ErrorCode[];
  readonly changes: readonly DataKind[];
  readonly needs: 'nothing' | 'unlocked vault';
}

type Parts<I extends z.ZodType, O extends z.ZodType> = {
  readonly input: I;
  readonly output: O;
  readonly errors?: readonly ErrorCode[];
  readonly needs?: Method['needs'];
};

/** What every method over the unlocked vault may meet: it was locked meanwhile, its file is damaged, its disk is gone. */
const VAULT_ERRORS: readonly ErrorCode[] = ['vault-locked', 'vault-damaged', 'file-write-failed'];
const errorsOf = ({ errors = [], needs = 'nothing' }: Pick<Partial<Method>, 'errors' | 'needs'>): readonly ErrorCode[] =>
  needs === 'unlocked vault' ? [...new Set([...VAULT_ERRORS, ...errors])] : errors;

/** A method that reads. */
export const query = <I extends z.ZodType, O extends z.ZodType>(parts: Parts<I, O>): Method<I, O> => ({
  kind: 'query', changes: [], needs: 'nothing', ...parts, errors: errorsOf(parts),
});

/** A method that may write; `changes` says which kinds of data. */
export const command = <I extends z.ZodType, O extends z.ZodType>(
  parts: Parts<I, O> & { readonly changes: readonly DataKind[] },
): Method<I, O> => ({ kind: 'command', needs: 'nothing', ...parts, errors: errorsOf(parts) });

export const nothing = z.strictObject({});
export const done = z.strictObject({});
