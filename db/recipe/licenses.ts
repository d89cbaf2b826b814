/** Which licenses let a pack be handed on. A license that is not listed here forbids it until somebody has read it. */
import { CodedError } from '../../shared/kernel/errors.ts';
import type { Recipe, RecipeSource } from './recipe.ts';

/** Starts of licenses that allow handing data on, with attribution where they ask for it: a pack carries the citation of every source. */
const ALLOWS = ['public domain', 'cc0', 'cc by 4.0', 'cc-by-4.0', 'cc by-sa 4.0', 'mit', 'apache-2.0', 'apache 2.0', 'odc-by', 'pddl', 'open government', 'state open data', 'own data'] as const;

/** True when the license itself allows it. */
export const allowsHandingOn = (license: string): boolean => ALLOWS.some((start) => license.trim().toLowerCase().startsWith(start));

/** How a source may be in a pack: by its license, by a right that the recipe says is held, or not at all. */
export function rightOf({ license, rightHeld }: RecipeSource): 'license' | 'right-held' | 'none' {
  if (allowsHandingOn(license)) return 'license';
  return rightHeld === undefined ? 'none' : 'right-held';
}

/** Error recipe-license for the first source that may not be handed on. */
export function checkRights({ sources }: Recipe): void {
  const barred = sources.find((source) => rightOf(source) === 'none');
  if (barred) throw new CodedError('recipe-license', { source: barred.id, license: barred.license });
}
