/** What an edition is, and where its facts come from. */
import { date, maybe, maybeDate, text, word, type Table } from './column.ts';
import { EVIDENCE_TYPES } from './words.ts';

export const SOURCE_TABLES = [
  { name: 'meta', key: ['key'], columns: [text('key', 40), text('value', 500)] },
  {
    name: 'source',
    key: ['id'],
    columns: [
      text('id', 80), text('publisher'), text('title', 300), text('vintage', 60), maybeDate('published'),
      text('url', 500), text('license', 120), text('citation', 500),
    ],
  },
  {
    // The ledger: one row for each stated fact. `subject` is a credential or rule id, `fact` the
    // name of what is stated ("cost.exam"), `value` what the page says, in a few words of ours.
    name: 'evidence',
    key: ['id'],
    columns: [
      text('id', 80), text('subject', 80), text('fact', 60), text('value', 300), text('jurisdiction', 20),
      text('publisher'), text('title', 300), text('url', 500), maybeDate('page_date'), date('read_date'),
      word('type', EVIDENCE_TYPES), maybe('note', 300),
    ],
  },
] as const satisfies readonly Table[];
