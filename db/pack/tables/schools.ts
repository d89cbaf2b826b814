/** Schools, their programs and what graduates earn. */
import { int, maybe, maybeBool, maybeInt, maybeRef, ref, source, text, word, type Table } from './column.ts';
import { EARNINGS_LEVELS, OFFERING_LEVELS, SCHOOL_CONTROLS, SCHOOL_LEVELS } from './words.ts';

export const SCHOOL_TABLES = [
  {
    // What a program of study is called, by its CIP code: six digits ("51.3901"), or the four of the wider field ("51.39").
    name: 'program',
    key: ['cip'],
    columns: [text('cip', 20), text('title', 200), source],
  },
  {
    // Schools that are open and have undergraduates. Coordinates are millionths of a degree. Tuition and fees are whole dollars a
    // year; `awarded_percent`: of those who entered in `awarded_cohort`, the share with an award of the school six years on.
    // `at_distance`: every student of the school, of all levels, studied only at a distance; 0 where some did not, null where it is not told.
    name: 'institution',
    key: ['id'],
    columns: [
      text('id', 20), text('name', 120), maybe('aliases', 400), text('city', 60), text('state', 2), maybeRef('area', 'area.id'),
      maybe('county', 5), int('latitude_micro'), int('longitude_micro'), word('control', SCHOOL_CONTROLS), word('level', SCHOOL_LEVELS),
      maybe('website', 200), maybeInt('tuition_in_state'), maybeInt('tuition_out_of_state'), maybeRef('tuition_source', 'source.id'),
      maybeInt('awarded_percent'), maybeInt('awarded_cohort'), maybeRef('awarded_source', 'source.id'), maybeBool('at_distance'), maybeRef('distance_source', 'source.id'), source,
    ],
  },
  {
    // Awards that a school gave in one program and at one level in a year; a program without any has no row.
    name: 'offering',
    key: ['institution', 'cip', 'level'],
    columns: [ref('institution', 'institution.id'), ref('cip', 'program.cip'), word('level', OFFERING_LEVELS), int('completions'), source],
  },
  {
    // Median pay of graduates of a school in a wider field, by years after leaving. Each year is another cohort and its own source: never mixed.
    name: 'program_earnings',
    key: ['institution', 'cip', 'level', 'years'],
    columns: [ref('institution', 'institution.id'), ref('cip', 'program.cip'), word('level', EARNINGS_LEVELS), int('years'), int('median'), source],
  },
] as const satisfies readonly Table[];
