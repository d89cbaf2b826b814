import { join } from 'node:path';
import { byCodeUnit, readCsv } from './csv.ts';
import { cell } from './workbook.ts';

/**
 * The OEWS codes that merge several SOC 2018 codes, with their parts in order.
 *
 * The crosswalk was made for 2019; codes that OEWS has since split are left out by asking for
 * those of `oewsCodes` only.
 */
export function readMergedCodes(laborDir: string, oewsCodes: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const parts = new Map<string, Set<string>>();
  for (const row of readCsv(join(laborDir, 'bls-soc', 'oes_hybrid_crosswalk.csv'))) {
    const code = cell(row, 'OES2019EstimatesCode');
    const part = cell(row, 'SOCCode2018');
    if (code === part || !oewsCodes.has(code)) continue;
    parts.set(code, (parts.get(code) ?? new Set()).add(part));
  }
  return new Map([...parts].map(([code, found]) => [code, [...found].toSorted(byCodeUnit)]));
}

/** The value that all given values share; null when they differ or there is none. */
export function unanimous<T>(values: readonly T[]): T | null {
  const [first, ...rest] = values;
  return first !== undefined && rest.every((value) => value === first) ? first : null;
}

/** The letters with which all texts begin; null when there is none. */
export function commonStart(texts: readonly string[]): string | null {
  const [first = '', ...rest] = texts;
  let length = first.length;
  for (const text of rest) {
    while (!text.startsWith(first.slice(0, length))) length -= 1;
  }
  return length > 0 ? first.slice(0, length) : null;
}

/**
 * The O*NET values that speak for an OEWS code: that of its `.00` code, for a merged code those of
 * the parts that have one ("All Other" parts are not rated and contradict nobody). A sub-occupation
 * (`.01` and on) never speaks for the whole.
 */
export function valuesOf<T>(
  values: ReadonlyMap<string, T>,
  soc: string,
  merged: ReadonlyMap<string, readonly string[]>,
): readonly T[] {
  return (merged.get(soc) ?? [soc]).flatMap((part) => {
    const value = values.get(`${part}.00`);
    return value === undefined ? [] : [value];
  });
}
