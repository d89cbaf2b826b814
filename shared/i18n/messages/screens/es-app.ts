import type { enApp } from './en-app.ts';

export const esApp: Readonly<Record<keyof typeof enApp, string>> = {
};
