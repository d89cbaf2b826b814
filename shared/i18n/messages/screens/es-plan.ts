import type { enPlan } from './en-plan.ts';

export const esPlan: Readonly<Record<keyof typeof enPlan, string>> = {
};
