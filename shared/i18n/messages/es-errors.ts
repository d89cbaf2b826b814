import type { enErrors } from './en-errors.ts';

export const esErrors: Readonly<Record<keyof typeof enErrors, string>> = {
};
