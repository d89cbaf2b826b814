export const enCompare = {
} as const;
