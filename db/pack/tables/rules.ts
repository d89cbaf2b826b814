/** Dated rules and rubrics. */
import { date, json, maybeDate, source, text, type Table } from './column.ts';

export const RULE_TABLES = [
  {
    // Thresholds and amounts of the rules, dated. `params` is one JSON object whose shape `kind` decides.
    name: 'rule',
    key: ['id', 'valid_from'],
    columns: [text('id', 80), text('kind', 40), date('valid_from'), maybeDate('valid_to'), json('params', 4000), source],
  },
  {
    name: 'rubric',
    key: ['id', 'edition'],
    columns: [text('id', 40), text('edition', 20), text('name', 120), json('body', 20000), source],
  },
] as const satisfies readonly Table[];
