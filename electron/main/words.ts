/** Words of the native menu and of the boxes that main shows itself; the page has its own. */
import { app } from 'electron';
import type { Settings } from '../../shared/contract/app.ts';
import { enErrors } from '../../shared/i18n/messages/en-errors.ts';
import { esErrors } from '../../shared/i18n/messages/es-errors.ts';
import { enMenu } from '../../shared/i18n/messages/screens/en-menu.ts';
import { esMenu } from '../../shared/i18n/messages/screens/es-menu.ts';
import { CodedError } from '../../shared/kernel/errors.ts';

export type Lang = Settings['lang'];
type MenuKey = keyof typeof enMenu;

const MENU: Readonly<Record<Lang, Readonly<Record<MenuKey, string>>>> = { en: enMenu, es: esMenu };

export const menuWord = (lang: Lang, key: MenuKey): string => MENU[lang][key];

/** The language of the system, while the app's own setting is not known. */
export function systemLang(): Lang {
  return app.getPreferredSystemLanguages()[0]?.toLowerCase().startsWith('es') ? 'es' : 'en';
}

/** What to say of a failure to start. The codes that can happen then have messages without parameters. */
export function failureWords(lang: Lang, error: unknown): string {
  return (lang === 'es' ? esErrors : enErrors)[`error.${error instanceof CodedError ? error.code : 'internal'}`];
}
