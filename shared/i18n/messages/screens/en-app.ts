export const enApp = {
} as const;
