import type { Translator } from '../../shared/i18n/translator.ts';
import { areaName } from './group-areas.ts';
import type { AreaLike } from './group-areas.ts';
import type { ComboGroup } from './narrow-groups.ts';

/** Name, code of the state or territory, and the area whose figures stand for it. */
export type CountyLike = readonly [name: string, state: string, area: string];

const COUNTY_ID = 'county-';
/** The list item of a county. */
export const countyId = (index: number): string => `${COUNTY_ID}${index}`;
/** The county of a list item; null for an item that is no county. */
export function countyOf(id: string, counties: readonly CountyLike[]): CountyLike | null {
  return id.startsWith(COUNTY_ID) ? (counties[Number(id.slice(COUNTY_ID.length))] ?? null) : null;
}

/** Whose figures are shown for a county, in words: its region's, or the whole state's where it lies in a metropolitan area. */
export function figuresOf([, state, area]: CountyLike, areas: ReadonlyMap<string, AreaLike>, t: Translator): string {
  const found = areas.get(area);
  const name = found ? areaName(found, t) : area;
  return area === state ? t.t('area.county.state', { area: name }) : t.t('area.county.region', { area: name });
}

/** The counties of each state, to be found by typing only: three thousand names are no list to look through. */
export function countyGroups(counties: readonly CountyLike[], areas: readonly AreaLike[], t: Translator): readonly ComboGroup[] {
  const byId = new Map(areas.map((area) => [area.id, area]));
  const groups = new Map<string, { id: string; label: string; items: { id: string; label: string; note: string; inField: string }[]; whenTyped: true }>();
  counties.forEach((county, index) => {
    const [name, state] = county;
    const head = byId.get(state);
    if (!head) return;
    const group = groups.get(state) ?? { id: `counties-${state}`, label: t.t('area.counties', { state: areaName(head, t) }), items: [], whenTyped: true };
    group.items.push({ id: countyId(index), label: name, note: figuresOf(county, byId, t), inField: `${name}, ${areaName(head, t)}` });
    groups.set(state, group);
  });
  return [...groups.values()].sort((a, b) => a.label.localeCompare(b.label, t.locale));
}
