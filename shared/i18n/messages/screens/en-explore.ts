export const enExplore = {
} as const;
