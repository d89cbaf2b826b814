import { contract, isMethodName } from '../../shared/contract/index.ts';
import type { MethodName, OutputOf, ParsedInputOf } from '../../shared/contract/index.ts';
import type { DataKind } from '../../shared/contract/method.ts';
import { CodedError } from '../../shared/kernel/errors.ts';
import type { Envelope } from '../../shared/kernel/errors.ts';

/** One handler for each method of the contract; a missing or misspelt one does not compile. */
export type Handlers = { readonly [N in MethodName]: (input: ParsedInputOf<N>) => Promise<OutputOf<N>> | OutputOf<N> };

export interface DispatcherOptions {
  /** The handlers in force; another edition of the data brings others. */
  readonly handlers: () => Handlers;
  readonly isVaultUnlocked: () => boolean;
  readonly onChange: (kinds: readonly DataKind[]) => void;
  /** Parse outputs against the contract: in development and in tests. */
  readonly checkOutputs: boolean;
  /** Told of failures that are nobody's input: the name of the method and the kind of error, never its data. */
  readonly onFault?: (method: string, error: unknown) => void;
}

/** Names of the places in an input that were wrong; never the values, which may be about a student. */
function wrongPlaces(issues: readonly { readonly path: readonly PropertyKey[] }[]): string {
  const places = issues.map((issue) => issue.path.map(String).join('.') || 'input');
  return [...new Set(places)].slice(0, 5).join(', ').slice(0, 200);
}

/**
 * The only door to the service, on every transport: known name → needs met → input parsed →
 * handler → output checked → envelope → change event.
 */
export function createDispatcher(options: DispatcherOptions): (name: unknown, input: unknown) => Promise<Envelope<unknown>> {
  const { handlers, isVaultUnlocked, onChange, checkOutputs, onFault } = options;
  return async (name, input) => {
    if (!isMethodName(name)) return { ok: false, code: 'unknown-method', params: {} };
    const method = contract[name];
    if (method.needs === 'unlocked vault' && !isVaultUnlocked()) return { ok: false, code: 'vault-locked', params: {} };
    const parsed = method.input.safeParse(input);
    if (!parsed.success) return { ok: false, code: 'input-invalid', params: { where: wrongPlaces(parsed.error.issues) } };
    try {
      const handler = handlers()[name] as (value: unknown) => unknown;
      const value = await handler(parsed.data);
      if (checkOutputs) {
        const checked = method.output.safeParse(value);
        if (!checked.success) return { ok: false, code: 'output-invalid', params: { method: name, where: wrongPlaces(checked.error.issues) } };
      }
      if (method.changes.length > 0) onChange(method.changes);
      return { ok: true, value };
    } catch (error) {
      if (error instanceof CodedError) return { ok: false, code: error.code, params: error.params };
      onFault?.(name, error);
      return { ok: false, code: 'internal', params: { method: name } };
    }
  };
}
