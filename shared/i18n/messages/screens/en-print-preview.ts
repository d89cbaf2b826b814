export const enPrintPreview = {
} as const;
