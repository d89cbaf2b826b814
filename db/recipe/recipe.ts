/** A recipe: the small file that says what a pack is made of, who made it and by which right. */
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { CodedError } from '../../shared/kernel/errors.ts';
import { nodeErrorCode } from '../files/atomic-write.ts';

const slug = z.string().regex(/^[a-z0-9][a-z0-9._-]*$/, 'small letters, digits, dots and dashes').max(60);
const said = (max: number) => z.string().trim().min(1).max(max);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day as 2026-11-25');

/** One source: its files, and what stands beside every figure taken from it. */
const sourceSchema = z.strictObject({
  id: slug,
  /** Files or folders, relative to the recipe. */
  files: z.array(said(500)).min(1),
  /** SHA-256 of files by the path given above; the build stops where a file is another. */
  sha256: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)).default({}),
  /** The kind, where the content alone does not settle it. */
  kind: z.string().max(60).optional(),
  publisher: said(200), title: said(300), vintage: said(60), published: day.optional(), url: said(500),
  license: said(120), citation: said(500),
  /** Where the license forbids handing the data on: the words by which the right is held all the same. */
  rightHeld: said(300).optional(),
  /** What kind of recognition a state's list is, and other words of the kind's own documentation. */
  options: z.record(z.string(), z.string().max(300)).default({}),
  /** A mapping file for a list in a form of its own. */
  mapping: said(500).optional(),
});

const recipeSchema = z.strictObject({
  waymarkRecipe: z.literal(1),
  name: said(120), edition: z.string().regex(/^[A-Za-z0-9._-]+$/).max(40),
  /** Id of the area that the pack is about: "us", or a state's two digits. */
  scope: said(20), dataChecked: day,
  /** Whether the starter's reviewed tables come first. Without them a pack has no rules of its own. */
  starter: z.boolean(),
  /** Folders of tables in the form of the starter, laid over it: their rows stand where both have one. The first counts before the second. */
  overlays: z.array(said(500)).default([]),
  /** Rubrics of the publisher's own, a JSON file each. */
  rubrics: z.array(said(500)).default([]),
  sources: z.array(sourceSchema).min(1),
  /** Whose word counts where sources differ, first to last; sources that are not named follow in the order above. */
  order: z.array(slug).default([]),
});

export type RecipeSource = Readonly<z.infer<typeof sourceSchema>>;
export interface Recipe extends Readonly<Omit<z.infer<typeof recipeSchema>, 'sources'>> {
  /** In the order in which their word counts. */
  readonly sources: readonly RecipeSource[];
  /** Folder that paths are relative to. */
  readonly folder: string;
}

/** Reads a recipe. Errors: recipe-unreadable, recipe-invalid (where in it, and what was expected). */
export async function readRecipe(path: string): Promise<Recipe> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new CodedError('recipe-invalid', { where: '', expected: 'JSON' }, { cause });
    throw new CodedError('recipe-unreadable', { reason: nodeErrorCode(cause) ?? 'unknown' }, { cause });
  }
  const parsed = recipeSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new CodedError('recipe-invalid', { where: issue?.path.join('.') ?? '', expected: issue?.message ?? '' });
  }
  const { sources, order } = parsed.data;
  const twice = sources.find(({ id }, index) => sources.findIndex((each) => each.id === id) !== index);
  if (twice) throw new CodedError('recipe-invalid', { where: `sources.${twice.id}`, expected: 'an id that no other source has' });
  const stranger = order.find((id) => !sources.some((source) => source.id === id));
  if (stranger !== undefined) throw new CodedError('recipe-invalid', { where: 'order', expected: `a source that the recipe has, not "${stranger}"` });
  const rank = ({ id }: RecipeSource): number => (order.includes(id) ? order.indexOf(id) : order.length + sources.findIndex((each) => each.id === id));
  return { ...parsed.data, sources: [...sources].sort((a, b) => rank(a) - rank(b)), folder: dirname(resolve(path)) };
}
