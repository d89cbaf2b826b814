/** States' lists of credentials. */
import { int, maybe, maybeDate, maybeInt, maybeRef, ref, source, text, word, type Table } from './column.ts';

export const RECOGNITION_TABLES = [
  {
    // A state's list of credentials, in one edition. `purpose`: what schools get credit for, or what public training money may pay.
    name: 'recognition_program',
    key: ['area', 'program', 'edition'],
    columns: [
      ref('area', 'area.id'), text('program', 40), text('edition', 20), word('purpose', ['school', 'training']),
      text('label', 160), text('label_es', 160), int('entries'), source,
    ],
  },
  {
    // A credential found on such a list. `match` 'family': the list names the kind, not this one, so one has to ask.
    name: 'recognition',
    key: ['credential', 'area', 'program', 'edition', 'code'],
    columns: [
      ref('credential', 'credential.id'), ref('area', 'area.id'), text('program', 40), text('edition', 20), text('code', 20),
      text('listed_as', 160), word('match', ['same', 'family']), maybe('tier', 40), maybeInt('points'),
      maybeDate('valid_from'), maybeDate('valid_to'), maybeRef('successor', 'credential.id'),
    ],
  },
  {
    // What is known of a state's list where the list itself is not here.
    name: 'recognition_fact',
    key: ['area', 'position'],
    columns: [ref('area', 'area.id'), int('position'), text('label', 240), text('label_es', 240), ref('evidence_id', 'evidence.id')],
  },
] as const satisfies readonly Table[];
