import type { enStudents } from './en-students.ts';

export const esStudents: Readonly<Record<keyof typeof enStudents, string>> = {
};
