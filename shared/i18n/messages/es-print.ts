import type { enPrint } from './en-print.ts';

export const esPrint: Readonly<Record<keyof typeof enPrint, string>> = {
};
