import type { Translator } from '../../shared/i18n/translator.ts';

export interface AreaLike {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly parent: string | null;
}
export interface AreaGroup {
  readonly head: AreaLike;
  readonly parts: readonly AreaLike[];
}

/** The nation first, then states and territories by name, each with its parts by name. */
export function groupAreas(areas: readonly AreaLike[]): readonly AreaGroup[] {
  const byName = (a: AreaLike, b: AreaLike): number => a.name.localeCompare(b.name, 'en');
  const isHead = (area: AreaLike): boolean => area.kind === 'nation' || area.kind === 'state' || area.kind === 'territory';
  const heads = areas.filter(isHead).sort((a, b) => Number(b.kind === 'nation') - Number(a.kind === 'nation') || byName(a, b));
  return heads.map((head) => ({ head, parts: head.kind === 'nation' ? [] : areas.filter((area) => area.parent === head.id && !isHead(area)).sort(byName) }));
}

/** The name of an area as it is said here; the surveys' own names are kept, without the words all of them share. */
export function areaName(area: AreaLike, t: Translator): string {
  if (area.kind === 'nation') return t.t('area.us');
  return area.kind === 'nonmetro' ? area.name.replace(/ nonmetropolitan area( \(noncontiguous\))?$/u, '') : area.name;
}
