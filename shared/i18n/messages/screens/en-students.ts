export const enStudents = {
} as const;
