export const enPrint = {
} as const;
