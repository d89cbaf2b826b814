import { esCommon } from './es-common.ts';
import { esScreens } from './es-screens.ts';
import { esErrors } from './es-errors.ts';
import { esReasons } from './es-reasons.ts';
import { esPrint } from './es-print.ts';
import { esSheets } from './es-sheets.ts';
import type { FirstKey } from './en.ts';

export const es: Readonly<Record<FirstKey, string>> = { ...esCommon, ...esScreens, ...esErrors, ...esReasons, ...esPrint, ...esSheets };
