/** English defines the keys; one file an area. */
import { enCommon } from './en-common.ts';
import { enScreens } from './en-screens.ts';
import { enErrors } from './en-errors.ts';
import { enReasons } from './en-reasons.ts';
import { enPrint } from './en-print.ts';
import { enSheets } from './en-sheets.ts';

export const en = { ...enCommon, ...enScreens, ...enErrors, ...enReasons, ...enPrint, ...enSheets } as const;
export type MessageKey = keyof typeof en;
