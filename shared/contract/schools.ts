/** Where a credential can be studied for, and what is known of a school. Names of programs are as the federal list has them. */
import { z } from 'zod';
import { SCHOOL_CONTROLS, SCHOOL_LEVELS } from '../domain/bands.ts';
import { OFFERING_LEVELS } from '../domain/programs.ts';
import { query } from './method.ts';
import { areaId, credentialRow, figure, id, text } from './schemas.ts';

const unitid = z.string().regex(/^\d{6}$/);
const level = z.enum(OFFERING_LEVELS);
const payLevel = z.enum(['certificate', 'associate', 'bachelor']);
const years = z.number().int();

export const school = z.strictObject({
  id: unitid, name: text(120), city: text(60), state: text(2), control: z.enum(SCHOOL_CONTROLS),
  level: z.enum(SCHOOL_LEVELS), tuitionInState: figure, tuitionOutOfState: figure,
  awarded: figure, awardedCohort: z.number().int().nullable(),
});
export type School = z.infer<typeof school>;

export const schoolsNear = z.strictObject({
  /** `nation`: too wide to list; `distance`: from the middle of the area; `state`: all of the state. */
  scope: z.enum(['nation', 'state', 'distance']),
  state: z.strictObject({ id: areaId, name: text(200) }).nullable(),
  program: z.strictObject({ title: text(200), field: text(200), levels: z.array(level) }).nullable(),
  /** `field`: no school in reach has the program itself, these teach others of the wider field; `programs` names them. */
  match: z.enum(['program', 'field']).nullable(),
  years: years.nullable(),
  schools: z.array(z.strictObject({
    programs: z.array(text(200)), school, miles: z.number().int().nullable(), awards: z.array(z.strictObject({ level, completions: figure })),
    earnings: z.array(z.strictObject({ level: payLevel, median: figure })),
  })),
});
export type SchoolsNear = z.infer<typeof schoolsNear>;

export const schoolPage = z.strictObject({
  school, aliases: z.array(text(400)), website: text(200).nullable(),
  programs: z.array(z.strictObject({ cip: text(7), title: text(200), level, completions: figure, credentials: z.array(credentialRow), hasMore: z.boolean() })),
  pay: z.array(z.strictObject({ cip: text(7), title: text(200), level: payLevel, medians: z.array(z.strictObject({ years, median: figure })) })),
});
export type SchoolPage = z.infer<typeof schoolPage>;

export const schools = {
  'schools.listNear': query({ input: z.strictObject({ credentialId: id, areaId }), output: schoolsNear, errors: ['not-found', 'reference-damaged'] }),
  'schools.getSchool': query({ input: z.strictObject({ id: unitid, areaId }), output: schoolPage, errors: ['not-found', 'reference-damaged'] }),
};
