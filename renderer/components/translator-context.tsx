import { createContext, useContext } from 'react';
import { createTranslator } from '../../shared/i18n/translator.ts';
import type { Translator } from '../../shared/i18n/translator.ts';

const Context = createContext<Translator>(createTranslator('en'));

/** Puts a language in force for what is below. */
export const TranslatorProvider = Context.Provider;

/** The translator in force. */
export function useT(): Translator {
  return useContext(Context);
}
