/** Every limit of a pack in one place; checked on what a file declares, before memory is given for it. */

/** The header line, its line feed included, bytes. */
export const HEADER_BYTES = 64 * 1024;
/** Uncompressed rows, bytes. Ten times the largest edition foreseen. */
export const UNCOMPRESSED_BYTES = 16 * 1024 ** 3;
/** The compressed frame, bytes. */
export const FRAME_BYTES = 4 * 1024 ** 3;
/** Rows of one table. */
export const TABLE_ROWS = 50_000_000;
/** One canonical row, bytes: twice what the widest table can hold. */
export const ROW_BYTES = 256 * 1024;
/** Largest zstd window, as a power of two: 16 MiB. A reader never gives a frame more. */
export const WINDOW_LOG_MAX = 24;
/** SHA-256 at the end, bytes. */
export const CHECKSUM_BYTES = 32;
/** Rows handed on at a time. */
export const BATCH_ROWS = 2_000;
/** The largest file of the starter's tables, bytes; above it a JavaScript string may not hold it. */
export const STARTER_FILE_BYTES = 256 * 1024 * 1024;
/** The uncompressed content of a patch, bytes. */
export const PATCH_BYTES = 4 * 1024 ** 3;
/** The compressed frame of a patch, bytes. */
export const PATCH_FRAME_BYTES = 1024 ** 3;
/** Changes that a block of a patch holds; what a reader keeps in memory is one block. */
export const BLOCK_CHANGES = 16_384;
/** A block of a patch, bytes. A writer ends a block far earlier. */
export const PATCH_BLOCK_BYTES = 64 * 1024 * 1024;
