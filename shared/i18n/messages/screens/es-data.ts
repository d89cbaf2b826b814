import type { enData } from './en-data.ts';

export const esData: Readonly<Record<keyof typeof enData, string>> = {
};
