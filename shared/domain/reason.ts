import type { Localized } from './facts.ts';

/**
 * Why a result is what it is: a code with parameters, never a sentence. shared/i18n holds one
 * sentence for each code in each language (`reason.<code>`), in family and in staff words.
 */
export interface Reason {
  readonly code: string;
  readonly params: Readonly<Record<string, number | string | Localized>>;
}

export const reason = (code: string, params: Reason['params'] = {}): Reason => ({ code, params });
