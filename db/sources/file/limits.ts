/** What a source file may be, all in one place: a file beyond it is refused with its name, never read into memory. */

/** Bytes of text that a file may have once unpacked. */
export const UNPACKED_BYTES = 16 * 1024 ** 3;
/** How many times larger than the file its content may be: above it lies a decompression bomb, not a table. */
export const UNPACKED_RATIO = 400;
/** Below this nothing is called a bomb: a small file of zeros may shrink a thousand times. */
export const SURELY_HARMLESS_BYTES = 64 * 1024 * 1024;
/** Columns of a table. */
export const COLUMNS = 4_000;
/** UTF-16 units of one cell. */
export const CELL_LENGTH = 1024 * 1024;
/** UTF-16 units of one line of a table. */
export const LINE_LENGTH = 16 * 1024 * 1024;
/** Rows of a table that are looked at to tell its kind. */
export const HEAD_ROWS = 30;
/** Bytes of a file that are looked at to tell its form and its encoding. */
export const HEAD_BYTES = 256 * 1024;
/** Bytes of one JSON document. */
export const DOCUMENT_BYTES = 64 * 1024 * 1024;
/** Arrays and objects within one another in a JSON document. */
export const DOCUMENT_DEPTH = 200;
/** Parts that a workbook's archive may have. */
export const PARTS = 20_000;
/** Sheets of a workbook. */
export const SHEETS = 1_000;
/** Bytes of the texts that a workbook's cells share, and how many they may be: they are held in memory while it is read. */
export const SHARED_STRINGS_BYTES = 256 * 1024 * 1024;
export const SHARED_STRINGS = 8_000_000;
/** Elements within one another in a part of a workbook; real ones stay under ten. */
export const XML_DEPTH = 100;
/** Bytes of a columnar file's footer. */
export const FOOTER_BYTES = 64 * 1024 * 1024;
/** Bytes of one page of a columnar file, and of those that all its columns hold at one time. */
export const PAGE_BYTES = 64 * 1024 * 1024;
export const PAGES_HELD_BYTES = 512 * 1024 * 1024;
/** Different values that a column may list once for all. */
export const DICTIONARY_ENTRIES = 4_000_000;
/** Rows that a columnar file may state for each of its bytes, once they are more than the harmless ones. */
export const ROWS_PER_BYTE = 4;
export const SURELY_HARMLESS_ROWS = 2_000_000;
