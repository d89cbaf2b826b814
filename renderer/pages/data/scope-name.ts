import type { Translator } from '../../../shared/i18n/translator.ts';

/** What the area of a pack is called: the nation in words, a state by its name, else what the pack itself says. */
export const scopeName = ({ scope, scopeName: name }: { readonly scope: string; readonly scopeName: string | null }, t: Translator): string =>
  (scope === 'us' ? t.t('packs.scope.us') : name ?? scope);
