import type { enCompare } from './en-compare.ts';

export const esCompare: Readonly<Record<keyof typeof enCompare, string>> = {
};
