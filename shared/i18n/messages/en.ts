/** English defines the keys; one file an area. */
import { enCommon } from './en-common.ts';
import { enScreens } from './en-screens.ts';
import { enErrors } from './en-errors.ts';
import { enReasons } from './en-reasons.ts';
import { enPrint } from './en-print.ts';
import { enSheets } from './en-sheets.ts';
import type { enUpdates } from './screens/en-updates.ts';

export const en = { ...enCommon, ...enScreens, ...enErrors, ...enReasons, ...enPrint, ...enSheets } as const;
/** What the page has from the start. */
export type FirstKey = keyof typeof en;
/** With the words that come with late pages (`shared/i18n/words`). */
export type MessageKey = FirstKey | keyof typeof enUpdates;
