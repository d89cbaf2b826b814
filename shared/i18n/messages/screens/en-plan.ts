export const enPlan = {
} as const;
