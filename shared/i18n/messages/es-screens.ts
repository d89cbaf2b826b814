import type { enScreens } from './en-screens.ts';

export const esScreens: Readonly<Record<keyof typeof enScreens, string>> = {
};
