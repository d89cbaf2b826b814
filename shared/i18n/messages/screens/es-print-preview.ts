import type { enPrintPreview } from './en-print-preview.ts';

export const esPrintPreview: Readonly<Record<keyof typeof enPrintPreview, string>> = {
};
