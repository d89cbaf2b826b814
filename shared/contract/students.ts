/** Methods over students and what they have already earned. */
import { z } from 'zod';
import { command, done, nothing, query } from './method.ts';
import { areaId, id, isoDay, isoMonth, lang, text } from './schemas.ts';

export const studentFields = z.strictObject({
  name: z.string().trim().min(1).max(120),
  /** 9 to 12 for a pupil, null for an adult. */
  grade: z.number().int().min(6).max(12).nullable(),
  /** Month in which high school ends, or ended. */
  graduates: isoMonth.nullable(),
  birthMonth: isoMonth.nullable(),
  lang, areaId: areaId.nullable(), largePrint: z.boolean(),
  /** The school's own number; off paper by default. */
  studentNumber: text(40), hasDiploma: z.boolean().nullable(),
  /** An adult's present or last hourly wage (cents) and weekly hours. */
  wageCents: z.number().int().min(0).max(100_000_00).nullable(), hoursPerWeek: z.number().int().min(0).max(100).nullable(),
  /** Private to the counselor: never printed, never exported by default. */
  note: text(4000),
});
export type StudentFields = z.infer<typeof studentFields>;
export const earned = z.strictObject({
  id, credentialId: id.nullable(), name: text(200), earnedOn: isoMonth.nullable(), expiresOn: isoMonth.nullable(),
});
export const planSummary = z.strictObject({ id, goal: text(300), steps: z.number().int(), updatedAt: text(30), nextDue: isoDay.nullable() });
export const student = studentFields.extend({ id, createdAt: text(30), updatedAt: text(30) });
export type Student = z.infer<typeof student>;

const needs = 'unlocked vault' as const;
const writeErrors = ['not-found', 'vault-read-only', 'vault-disk-full', 'conflict'] as const;
const changes = ['students', 'history'] as const;

export const students = {
  'students.list': query({
    input: nothing, needs,
    output: z.strictObject({
      students: z.array(z.strictObject({
        id, name: text(120), grade: z.number().int().nullable(), graduates: isoMonth.nullable(), lang,
        plans: z.number().int(), nextDue: isoDay.nullable(), updatedAt: text(30),
      })),
    }),
  }),
  'students.get': query({
    input: z.strictObject({ id }), needs, errors: ['not-found'],
    output: z.strictObject({ student, earned: z.array(earned), plans: z.array(planSummary) }),
  }),
  'students.create': command({ input: studentFields, output: z.strictObject({ id }), needs, changes, errors: [...writeErrors] }),
  'students.update': command({ input: z.strictObject({ id, fields: studentFields.partial() }), output: done, needs, changes, errors: [...writeErrors] }),
  'students.remove': command({ input: z.strictObject({ id }), output: done, needs, changes: [...changes, 'plans'], errors: [...writeErrors] }),
  'students.putEarned': command({
    input: z.strictObject({ studentId: id, earned: earned.extend({ id: id.nullable() }) }), output: z.strictObject({ id }), needs, changes, errors: [...writeErrors],
  }),
  'students.removeEarned': command({ input: z.strictObject({ id }), output: done, needs, changes, errors: [...writeErrors] }),
};
