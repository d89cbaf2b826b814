export const enData = {
} as const;
