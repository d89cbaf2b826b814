import type { Row } from './csv.ts';
import type { SpanishOccupation } from './read-occupation-es.ts';
import type { AlternateTitle } from './read-onet.ts';

/** Longest alias the table takes. */
const MAX_LENGTH = 200;

/**
 * Search words of the occupations: Spanish ones first, then O*NET titles, alternate and short titles.
 *
 * A word that repeats another of the same occupation, or its title, in any case is dropped. O*NET
 * codes are brought to the OEWS code that holds them; those of no occupation (the military) are dropped.
 *
 * @param titles English title by code: the occupations there are.
 * @throws when a Spanish row names a code that is no occupation.
 */
export function aliasRows(
  titles: ReadonlyMap<string, string>,
  merged: ReadonlyMap<string, readonly string[]>,
  alternates: readonly AlternateTitle[],
  spanish: readonly SpanishOccupation[],
): readonly Row[] {
  const oewsCode = new Map([...merged].flatMap(([code, parts]) => parts.map((part) => [part, code] as const)));
  const seen = new Set([...titles].map(([soc, title]) => `${soc} ${title.toLowerCase()}`));
  const rows: Row[] = [];
  const add = (soc: string, text: string, lang: string, source: string): void => {
    const alias = text.replaceAll(/\s+/g, ' ').trim().slice(0, MAX_LENGTH).trimEnd();
    const key = `${soc} ${alias.toLowerCase()}`;
    if (alias === '' || seen.has(key)) return;
    seen.add(key);
    rows.push({ soc, alias, lang, source_id: source });
  };
  for (const item of spanish) {
    if (!titles.has(item.soc)) throw new Error(`occupation-es.csv: ${item.soc} is no occupation`);
    for (const alias of item.aliases) add(item.soc, alias, 'es', 'waymark');
  }
  for (const { onetSoc, alias } of alternates) {
    const part = onetSoc.slice(0, 7);
    const soc = oewsCode.get(part) ?? part;
    if (titles.has(soc)) add(soc, alias, 'en', 'onet-30-2');
  }
  return rows;
}
