/** Comparing two editions needs database files that SQLite itself can open; the simulation leaves it out: nothing in its editions is unusual. */
export const guardEdition = (): Promise<{ readonly warnings: readonly never[]; readonly tables: readonly never[] }> => Promise.resolve({ warnings: [], tables: [] });
