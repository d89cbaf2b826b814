/** From a recipe to a pack: stage every file, settle who is who, merge, write. Stopped anywhere, it goes on where it was. */
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type Database from 'better-sqlite3';
import { CodedError } from '../../shared/kernel/errors.ts';
import type { PackHeader } from '../pack/header.ts';
import { writePack } from '../pack/pack-writer.ts';
import type { StarterFolders } from '../pack/starter.ts';
import { checkRights, rightOf } from './licenses.ts';
import { mergeStaged, type MergeCounts } from './merge.ts';
import { readOwnTables } from './own-tables.ts';
import { readRecipe, type Recipe } from './recipe.ts';
import { stageFiles, type StagedFile } from './stage-files.ts';
import { openWorkspace, removeWorkspace } from './workspace.ts';

/** What a build took from where; the same on every build of the same files. */
export interface BuildReport extends MergeCounts {
  readonly pack: { readonly name: string; readonly edition: string; readonly scope: string; readonly digest: string; readonly rows: Readonly<Record<string, number>> };
  readonly sources: readonly { readonly id: string; readonly license: string; readonly right: 'license' | 'right-held' | 'none'; readonly files: readonly StagedFile[] }[];
}

export type BuildStep =
  | { readonly step: 'resumed' }
  | { readonly step: 'file'; readonly file: StagedFile; readonly done: number; readonly all: number }
  | { readonly step: 'merging' | 'writing' };

/** All of a recipe that decides what is staged: its sources, and the mappings that they name. */
async function textOf({ sources, folder }: Recipe): Promise<string> {
  const mappings = await Promise.all(sources.map(({ mapping }) => (mapping === undefined ? '' : readFile(resolve(folder, mapping), 'utf8').catch(() => ''))));
  return JSON.stringify([sources, mappings]);
}

async function stageAll(out: string, recipe: Recipe, recipeText: string, tell: (step: BuildStep) => void): Promise<{ readonly database: Database.Database; readonly files: readonly StagedFile[] }> {
  const { database, resumed } = await openWorkspace(out, recipeText);
  if (resumed) tell({ step: 'resumed' });
  try {
    return { database, files: await stageFiles(database, recipe, (file, done, all) => { tell({ step: 'file', file, done, all }); }) };
  } catch (error) {
    database.close();
    if (!(error instanceof CodedError) || error.code !== 'recipe-file-changed') throw error;
    // A file is another one than before the stop: nothing of that run is used.
    await removeWorkspace(out);
    return stageAll(out, recipe, recipeText, tell);
  }
}

/** Where the report of a pack is put. */
export const reportOf = (out: string): string => `${out}.report.json`;

/**
 * Builds a pack and writes its report beside it. `tell` hears of the steps.
 * Errors: those of the recipe, of licenses, files and the starter, and of writing a pack.
 */
export async function buildFromRecipe({ recipePath, out, folders, tell = () => undefined }: {
  readonly recipePath: string;
  readonly out: string;
  readonly folders: StarterFolders;
  readonly tell?: (step: BuildStep) => void;
}): Promise<{ readonly header: PackHeader; readonly report: BuildReport }> {
  const recipe = await readRecipe(recipePath);
  checkRights(recipe);
  const starter = await readOwnTables(recipe, folders);
  const taken = new Set((starter?.get('source') ?? []).map(([id]) => id));
  const twice = recipe.sources.find(({ id }) => taken.has(id));
  // Its citation would stand for the starter's figures.
  if (twice) throw new CodedError('recipe-invalid', { where: `sources.${twice.id}`, expected: 'an id that no source of the starter or of an overlay has' });
  const { database, files } = await stageAll(out, recipe, await textOf(recipe), tell);
  try {
    tell({ step: 'merging' });
    const { store, counts } = await mergeStaged({ database, recipe, starter, folders });
    tell({ step: 'writing' });
    const header = await writePack({ rows: store, out });
    const report: BuildReport = {
      pack: { name: header.name, edition: header.edition, scope: header.scope, digest: header.digest, rows: Object.fromEntries(header.tables) },
      sources: recipe.sources.map((source) => ({ id: source.id, license: source.license, right: rightOf(source), files: files.filter((file) => file.source === source.id) })),
      ...counts,
    };
    await writeFile(reportOf(out), `${JSON.stringify(report, null, 1)}\n`);
    database.close();
    await removeWorkspace(out);
    return { header, report };
  } finally {
    if (database.open) database.close();
  }
}

