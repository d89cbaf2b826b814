export const enReasons = {
} as const;
