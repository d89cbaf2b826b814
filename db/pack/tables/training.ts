/** States' lists of training programs that public money may pay for. Never mixed with figures of schools: other people are counted, at other times. */
import { bool, date, int, maybe, maybeBool, maybeInt, maybeWord, ref, source, text, unknown, word, type Table } from './column.ts';
import { TRAINING_AWARDS, TRAINING_DELIVERIES, TRAINING_LENGTHS, TRAINING_MEASURES } from './words.ts';

export const TRAINING_TABLES = [
  {
    // A state's list as of a month. `held` programs of it are here, of `listed` on it where that is known; `ask` is who knows the list of today.
    name: 'training_list',
    key: ['id'],
    columns: [
      text('id', 40), ref('area', 'area.id'), date('as_of'), text('label', 160), text('label_es', 160), int('held'), maybeInt('listed'),
      int('price_year'), text('ask', 160), text('ask_es', 160), maybe('url', 200), source,
    ],
  },
  {
    // A program as the list has it. Costs are cents. `cost_flag`: the total is left out, since its parts do not add up to it, or since all of it is 0.
    // `cip_flag`: the code as listed is none, and is left out. `leads_to_license` and the names are what the provider says.
    name: 'training_program',
    key: ['id'],
    columns: [
      text('id', 80), ref('list', 'training_list.id'), maybe('provider', 120), text('name', 160), maybe('cip', 7), maybeWord('cip_flag', ['not-six-digits']),
      maybe('place', 60), maybe('state', 2), maybe('county', 5), maybeInt('tuition_cents'), maybeInt('fees_cents'), maybeInt('books_cents'),
      maybeInt('supplies_cents'), maybeInt('other_cents'), maybeInt('total_cents'), maybeWord('cost_flag', ['sum-differs', 'zero']),
      maybeInt('clock_hours'), maybeInt('weeks'), maybeInt('week_hours'), maybeWord('calendar', TRAINING_LENGTHS), bool('own_pace'),
      maybeWord('delivery', TRAINING_DELIVERIES), maybeWord('award', TRAINING_AWARDS), maybeBool('leads_to_license'), maybe('license', 80),
      maybe('industry_credential', 100), source,
    ],
  },
  {
    // The work a provider says a program is for. Codes as listed: some are of an older edition, or are merged in the pay survey.
    name: 'training_occupation',
    key: ['program', 'soc'],
    columns: [ref('program', 'training_program.id'), text('soc', 7), source],
  },
  {
    // What became of people, as reported. Shares are permille; pay is cents in ONE QUARTER and never a year's. `counts` says of whom: this program,
    // or all programs of the provider in the field. `flag`: an hourly wage stands where a quarter's belongs, or counts that do not fit together.
    name: 'training_outcome',
    key: ['program', 'measure'],
    columns: [
      ref('program', 'training_program.id'), word('measure', TRAINING_MEASURES), word('counts', ['program', 'provider-field']), maybeInt('value'),
      maybeInt('people'), unknown, maybeWord('flag', ['hourly-entered', 'counts-disagree']), source,
    ],
  },
] as const satisfies readonly Table[];
