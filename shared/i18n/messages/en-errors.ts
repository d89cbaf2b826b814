export const enErrors = {
} as const;
