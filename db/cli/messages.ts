/** The few English sentences of the tool, by error code: what is wrong and where. The app's own are in shared/i18n. */
import type { CodedError, ErrorCode, ErrorParams } from '../../shared/kernel/errors.ts';
import { UPDATE_SENTENCES } from './update-messages.ts';

const REASONS: Readonly<Record<string, string>> = {
  'empty': 'it is empty', 'type': 'it is not of the right type', 'too-long': 'it is too long', 'not-a-word': 'it is none of the allowed words',
  'control-character': 'it holds a control character', 'not-canonical': 'it is not in canonical form', 'quote': 'its quotes are wrong',
  'cell-count': 'the number of cells is wrong', 'no-final-newline': 'the last line does not end', 'order': 'it is out of order',
  'duplicate-key': 'its key is there twice', 'dangling-reference': 'it refers to something that is not there',
  'not-json': 'it is not JSON', 'not-utf8': 'it is not UTF-8', 'unfinished': 'the last row does not end', 'row-missing': 'rows are missing',
  'row-too-many': 'there are more rows than stated', 'table-missing': 'the table is missing', 'table-unknown': 'there is a table too many',
  'table-line': 'the table does not start as stated', 'missing': 'it is missing', 'header': 'it differs from the header',
  'unknown-table': 'there is no such table', 'unsourced': 'the fact has no row in the ledger', 'other-subject': 'its row in the ledger speaks of something else',
  'unknown-word': 'a figure has to be known, or carry one of the words for unknown',
  'columns': 'the columns are not those of the table', 'row-count': 'the changes are not as many as stated', 'key-changed': 'an update would change a key',
  'unchanged': 'a change changes nothing', 'cut': 'it ends too early', 'number': 'a number is out of range', 'base': 'it does not fit the old row', 'way': 'it is written in an unknown way',
};
const why = ({ reason }: ErrorParams): string => REASONS[String(reason)] ?? String(reason ?? 'unknown reason');
const place = ({ file, line, column }: ErrorParams): string =>
  [String(file), line === undefined ? '' : `line ${line}`, column === undefined || column === '' ? '' : `column ${column}`].filter((part) => part !== '').join(', ');
const cell = ({ table, row, column }: ErrorParams): string =>
  [`table ${table}`, row === 0 ? '' : `row ${row}`, column === '' ? '' : `column ${column}`].filter((part) => part !== '').join(', ');

const SENTENCES: Readonly<Partial<Record<ErrorCode, (params: ErrorParams) => string>>> = {
  'pack-unreadable': (p) => `The file could not be read (${p['reason']}).`,
  'pack-not-a-pack': () => 'This is not a Waymark pack.',
  'pack-cut': (p) => p['part'] === 'header' ? 'The pack is cut short within its first line.' : `The pack is cut short: ${p['found']} bytes of ${p['expected']}.`,
  'pack-trailing': (p) => `Something follows the pack: ${p['found']} bytes where ${p['expected']} belong.`,
  'pack-changed': (p) => `The pack was changed or damaged (${p['part']}, ${p['reason']}).`,
  'pack-newer-format': (p) => `The pack has format ${p['format']}; this version reads up to ${p['known']}.`,
  'pack-unknown-codec': (p) => `The pack is compressed with ${p['codec']}, which this version does not know.`,
  'pack-too-large': (p) => `The pack declares too much (${p['what']}): ${p['declared']}, where at most ${p['limit']} is allowed.`,
  'pack-row-invalid': (p) => `A row is refused (${cell(p)}): ${why(p)}.`,
  'pack-digest': () => 'The rows are not those of the edition that the pack names.',
  'patch-unreadable': (p) => `The file could not be read (${p['reason']}).`,
  'patch-not-a-patch': () => 'This is not a Waymark patch.',
  'patch-cut': (p) => p['part'] === 'header' ? 'The patch is cut short within its first line.' : `The patch is cut short: ${p['found']} bytes of ${p['expected']}.`,
  'patch-trailing': (p) => `Something follows the patch: ${p['found']} bytes where ${p['expected']} belong.`,
  'patch-changed': (p) => `The patch was changed or damaged (${p['part']}, ${p['reason']}).`,
  'patch-newer-format': (p) => `The patch has format ${p['format']}; this version reads up to ${p['known']}.`,
  'patch-unknown-codec': (p) => `The patch is compressed with ${p['codec']}, which this version does not know.`,
  'patch-too-large': (p) => `The patch declares too much (${p['what']}): ${p['declared']}, where at most ${p['limit']} is allowed.`,
  'patch-row-invalid': (p) => `A change is refused (${cell(p)}): ${why(p)}.`,
  'patch-wrong-base': () => 'The patch is for another edition than this one.',
  'patch-digest': () => 'The patch does not give the edition that it names.',
  'patch-other-scope': (p) => `The packs have different scopes (${p['from']}, ${p['to']}).`,
  'reference-missing': () => 'There is neither a pack nor a starter to build the data from.',
  'reference-damaged': () => 'The reference database is damaged.',
  'recipe-unreadable': (p) => `The recipe could not be read (${p['reason']}).`,
  'recipe-invalid': (p) => `The recipe is not right${p['where'] === '' ? '' : ` at "${p['where']}"`}: expected ${p['expected']}.`,
  'recipe-license': (p) => `The license of "${p['source']}" (${p['license']}) does not let a pack be handed on; leave it out, or write "rightHeld" into the recipe.`,
  'recipe-file-missing': (p) => `"${p['source']}" names a file that is not there: ${p['file']}.`,
  'recipe-digest': (p) => `"${p['source']}": ${p['file']} is not the file that the recipe names; it has ${p['found']}, wanted is ${p['expected']}.`,
  'recipe-file-changed': (p) => `"${p['source']}": ${p['file']} changed while the build was stopped.`,
  'starter-missing-table': (p) => `${place(p)}: the table is missing or cannot be read.`,
  'starter-header': (p) => `${place(p)}: ${why(p)}.`,
  'starter-carriage-return': (p) => `${place(p)}: there is a carriage return; lines end with a line feed alone.`,
  'starter-not-utf8': (p) => `${place(p)}: the text is not UTF-8.`,
  'starter-cell-invalid': (p) => `${place(p)}: the cell is refused, ${why(p)}.`,
  'starter-duplicate-key': (p) => `${place(p)}: the key is there twice, first in ${p['firstFile']}, line ${p['firstLine']}.`,
  'starter-dangling-reference': (p) => `${place(p)}: "${p['value']}" refers to something that is not there.`,
  'starter-unsourced': (p) => `Table ${p['table']}, ${p['value']}: ${why(p)}.`,
  'too-large': (p) => `${place(p)}: the file is too large.`,
  'disk-full': () => 'The disk is full; nothing was changed.',
  'folder-not-writable': () => 'The folder cannot be written to.',
  'file-write-failed': () => 'The file could not be written; nothing was changed.',
  ...UPDATE_SENTENCES,
};

/** One sentence for an error: what, where and why. */
export function sentenceOf(error: CodedError): string {
  return SENTENCES[error.code]?.(error.params) ?? `Failed (${error.code}).`;
}
