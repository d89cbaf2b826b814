import { describe, expect, it } from 'vitest';
import { earningsLevelOf, programsOf, widerField } from './programs.ts';

describe('programsOf', () => {
  it('takes a whole code, and all of the field of a general one', () => {
    expect(programsOf({ kind: 'associate', role: 'main', cip: '51.3801' })).toEqual({ levels: ['associate'], cip: '51.3801' });
    expect(programsOf({ kind: 'certificate', role: 'main', cip: '12.0500' })).toEqual({ levels: ['short-certificate', 'certificate'], cip: '12.05' });
    expect(programsOf({ kind: 'certification', role: 'main', cip: '19.07' })?.cip).toBe('19.07');
  });
  it('knows none for cards, add-ons, and what has no code', () => {
    expect(programsOf({ kind: 'course-card', role: 'main', cip: '12.05' })).toBeNull();
    expect(programsOf({ kind: 'license', role: 'add-on', cip: '49.0102' })).toBeNull();
    expect(programsOf({ kind: 'license', role: 'main', cip: null })).toBeNull();
  });
  it('goes to the wider field once', () => {
    const wide = { levels: ['associate'], cip: '51.38' } as const;
    expect(widerField({ levels: ['associate'], cip: '51.3801' })).toEqual(wide);
    expect(widerField(wide)).toBeNull();
  });
  it('has one kind of certificate where pay is told', () => {
    expect((['short-certificate', 'certificate', 'associate', 'bachelor'] as const).map(earningsLevelOf)).toEqual(['certificate', 'certificate', 'associate', 'bachelor']);
  });
});
