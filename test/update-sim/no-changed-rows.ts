/** Counts of changed rows need two database files that SQLite itself can open; the simulation leaves them out. They are for the report alone. */
export const changedRows = (): readonly never[] => [];
