import type { enReasons } from './en-reasons.ts';

export const esReasons: Readonly<Record<keyof typeof enReasons, string>> = {
};
