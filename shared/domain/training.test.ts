import { describe, expect, it } from 'vitest';
import { trainingMatch, type CredentialField, type ListedProgram } from './training.ts';

const aide: CredentialField = { kind: 'registry-listing', cip: '51.3902', socs: new Set(['31-1131']) };
const program = (change: Partial<ListedProgram>): ListedProgram => ({ cip: null, award: 'completion', socs: [], ...change });

describe('trainingMatch', () => {
  it('takes the same code, and all of the field of a general one', () => {
    expect(trainingMatch(aide, program({ cip: '51.3902' }))).toBe('program');
    expect(trainingMatch({ ...aide, cip: '12.05' }, program({ cip: '12.0503' }))).toBe('program');
    expect(trainingMatch({ ...aide, cip: '12.0500' }, program({ cip: '12.0503' }))).toBe('program');
  });
  it('says when only the wider field is the same', () => {
    expect(trainingMatch(aide, program({ cip: '51.3901' }))).toBe('field');
    expect(trainingMatch(aide, program({ cip: '51.0801' }))).toBeNull();
    expect(trainingMatch(aide, program({}))).toBeNull();
  });
  it('takes the same work in the wider field, and elsewhere only where no other work is named', () => {
    const nurse: CredentialField = { kind: 'license', cip: '51.3801', socs: new Set(['29-1141']) };
    expect(trainingMatch(aide, program({ cip: '51.3999', socs: ['31-1131', '29-1141'] }))).toBe('program');
    expect(trainingMatch(nurse, program({ cip: '51.3902', socs: ['29-1141', '31-1131'] }))).toBeNull();
    expect(trainingMatch({ kind: 'apprenticeship', cip: '46.0303', socs: new Set(['49-9051']) }, program({ cip: '47.0101', socs: ['49-9051'] }))).toBe('program');
  });
  it('looks for a degree among programs that end with it, and for nothing among those that end with more', () => {
    const degree: CredentialField = { kind: 'associate', cip: '51.3801', socs: new Set() };
    expect(trainingMatch(degree, program({ cip: '51.3801' }))).toBeNull();
    expect(trainingMatch(degree, program({ cip: '51.3801', award: 'associate' }))).toBe('program');
    expect(trainingMatch({ ...aide, kind: 'certificate' }, program({ cip: '51.3902', award: 'associate' }))).toBeNull();
    expect(trainingMatch({ ...aide, kind: 'license' }, program({ cip: '51.3902', award: 'associate' }))).toBe('program');
    for (const award of ['bachelor', 'above-bachelor', 'diploma'] as const) expect(trainingMatch(aide, program({ cip: '51.3902', award })), award).toBeNull();
  });
});
