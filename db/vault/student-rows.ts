/** Students and earned credentials between rows and records. */
import type { EarnedRecord, Lang, StudentFields, StudentRecord } from './records.ts';
import type { EarnedRow, StudentRow } from './tables.ts';

export const toFlag = (value: boolean): number => (value ? 1 : 0);

export function studentRow({ id, createdAt, updatedAt, ...fields }: StudentRecord): StudentRow {
  return {
    id, name: fields.name, grade: fields.grade, graduates: fields.graduates, birth_month: fields.birthMonth, lang: fields.lang, area_id: fields.areaId,
    large_print: toFlag(fields.largePrint), student_number: fields.studentNumber, has_diploma: fields.hasDiploma === null ? null : toFlag(fields.hasDiploma),
    wage_cents: fields.wageCents, hours_per_week: fields.hoursPerWeek, note: fields.note, created_at: createdAt, updated_at: updatedAt,
  };
}

export function studentRecord(row: StudentRow): StudentRecord {
  const fields: StudentFields = {
    name: row.name, grade: row.grade, graduates: row.graduates, birthMonth: row.birth_month, lang: row.lang as Lang, areaId: row.area_id,
    largePrint: row.large_print === 1, studentNumber: row.student_number, hasDiploma: row.has_diploma === null ? null : row.has_diploma === 1,
    wageCents: row.wage_cents, hoursPerWeek: row.hours_per_week, note: row.note,
  };
  return { ...fields, id: row.id, createdAt: row.created_at, updatedAt: row.updated_at };
}

export function earnedRow({ id, credentialId, name, earnedOn, expiresOn }: EarnedRecord, studentId: string): EarnedRow {
  return { id, student_id: studentId, credential_id: credentialId, name, earned_on: earnedOn, expires_on: expiresOn };
}

export function earnedRecord(row: EarnedRow): EarnedRecord {
  return { id: row.id, credentialId: row.credential_id, name: row.name, earnedOn: row.earned_on, expiresOn: row.expires_on };
}
