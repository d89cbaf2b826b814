import type { enExplore } from './en-explore.ts';

export const esExplore: Readonly<Record<keyof typeof enExplore, string>> = {
};
