/** Of rows that say the same thing for several areas, the one of the nearest area. `chain`: areas from the nearest to the farthest. */
export function nearest<R extends { readonly area: string }>(rows: readonly R[], chain: readonly string[], same: (row: R) => string): R[] {
  const best = new Map<string, R>();
  for (const row of rows) {
    const known = best.get(same(row));
    if (!known || chain.indexOf(row.area) < chain.indexOf(known.area)) best.set(same(row), row);
  }
  return [...best.values()];
}
