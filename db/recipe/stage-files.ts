/** Reads every file of a recipe into the workspace, one transaction each. */
import { relative, resolve, sep } from 'node:path';
import type Database from 'better-sqlite3';
import { CodedError } from '../../shared/kernel/errors.ts';
import { TABLES } from '../pack/tables.ts';
import { sha256OfFile } from '../reference/build-reference.ts';
import { checkSource, refusedWhole, type SourceReport } from '../sources/check/check-source.ts';
import { SOURCE_KINDS } from '../sources/check/kinds.ts';
import { filesUnder } from '../sources/files-under.ts';
import { mappedKind } from '../sources/mapping/mapped-kind.ts';
import { MappingFault, readMapping } from '../sources/mapping/mapping.ts';
import type { SourceKind } from '../sources/source-kind.ts';
import type { Staged } from '../sources/staged.ts';
import { credentialKey } from './name-key.ts';
import type { Recipe, RecipeSource } from './recipe.ts';

export interface StagedFile extends SourceReport {
  readonly source: string;
  readonly sha256: string;
}

interface Planned {
  readonly source: RecipeSource;
  /** Place of the source in the order in which words count. */
  readonly rank: number;
  readonly path: string;
  /** As the recipe spells it, with forward slashes. */
  readonly name: string;
}

/** Every file of a recipe. Error recipe-file-missing names the source and the file. */
export async function planFiles({ sources, folder }: Recipe): Promise<readonly Planned[]> {
  const planned: Planned[] = [];
  for (const [rank, source] of sources.entries()) {
    for (const given of source.files) {
      const paths = (await filesUnder(resolve(folder, given))) ?? [];
      if (paths.length === 0) throw new CodedError('recipe-file-missing', { source: source.id, file: given });
      for (const path of paths) planned.push({ source, rank, path, name: relative(folder, path).split(sep).join('/') });
    }
  }
  return planned;
}

/** The kind that a source names, or that its mapping makes; null when the content is to tell. Error recipe-invalid. */
async function kindOf({ kind, id, mapping }: RecipeSource, folder: string): Promise<SourceKind | null> {
  if (mapping !== undefined) {
    try {
      return mappedKind(await readMapping(resolve(folder, mapping)));
    } catch (error) {
      if (!(error instanceof MappingFault)) throw error;
      throw new CodedError('recipe-invalid', { where: `sources.${id}.mapping${error.where === '' ? '' : `, ${error.where}`}`, expected: error.expected }, { cause: error });
    }
  }
  if (kind === undefined) return null;
  const found = SOURCE_KINDS.find((each) => each.kind === kind);
  if (!found) throw new CodedError('recipe-invalid', { where: `sources.${id}.kind`, expected: 'a kind that "waymark source check --help" lists' });
  return found;
}

/** Gives a function that puts what one record brings into the workspace. */
export function stager(database: Database.Database, rank: number, { options }: RecipeSource): (staged: Staged) => void {
  const row = database.prepare('INSERT INTO staged_row (source, place, fills, body) VALUES (?, ?, ?, ?)');
  const credential = database.prepare('INSERT INTO staged_credential (source, record, updated, ctid, name_key, body) VALUES (?, ?, ?, ?, ?, ?)');
  const organization = database.prepare('INSERT INTO staged_organization (source, ctid, body) VALUES (?, ?, ?)');
  const soc = database.prepare('INSERT INTO staged_soc (source, before, soc) VALUES (?, ?, ?)');
  const recognition = database.prepare('INSERT INTO staged_recognition (source, record, body) VALUES (?, ?, ?)');
  const places = new Map<string, number>(TABLES.map(({ name }, place) => [name, place]));
  const list = `${options['area'] ?? ''} ${options['program'] ?? ''}`;
  return (staged) => {
    if (staged.what === 'row') row.run(rank, places.get(staged.table), staged.fills === true ? 1 : 0, JSON.stringify(staged));
    else if (staged.what === 'organization') organization.run(rank, staged.ctid, JSON.stringify(staged));
    else if (staged.what === 'soc-change') soc.run(rank, staged.before, staged.soc);
    else if (staged.what === 'recognition') recognition.run(rank, staged.record, JSON.stringify(staged));
    else credential.run(rank, staged.record, staged.updated ?? '', staged.ctid, credentialKey(staged.issuer?.name ?? null, staged.name, list), JSON.stringify(staged));
  };
}

/** Stages one file and gives its report; nothing of it stays when it breaks off. */
async function stageFile(database: Database.Database, { source, rank, path, name }: Planned, sha256: string, kind: SourceKind | null): Promise<StagedFile> {
  const stage = stager(database, rank, source);
  database.exec('BEGIN IMMEDIATE');
  try {
    const report = await checkSource(path, kind, (record, recognised) => {
      for (const staged of recognised.stage?.(record, { options: source.options }) ?? []) stage(staged);
    });
    const done: StagedFile = { ...report, file: name, source: source.id, sha256 };
    if (refusedWhole(report)) {
      database.exec('ROLLBACK');
      database.exec('BEGIN IMMEDIATE');
    }
    database.prepare('INSERT INTO staged_file (source, file, sha256, report) VALUES (?, ?, ?, ?)').run(rank, name, sha256, JSON.stringify(done));
    database.exec('COMMIT');
    return done;
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** What was staged of a file before; undefined when it was not, or when the file is another one now. */
function stagedBefore(database: Database.Database, { rank, name }: Planned): { readonly sha256: string; readonly report: StagedFile } | undefined {
  const row = database.prepare<[number, string], { sha256: string; report: string }>('SELECT sha256, report FROM staged_file WHERE source = ? AND file = ?').get(rank, name);
  return row && { sha256: row.sha256, report: JSON.parse(row.report) as StagedFile };
}

/**
 * Stages what is not staged yet. `tell` hears of each file. Errors: recipe-digest when a file is not the one that the recipe
 * names, recipe-file-changed when it changed while the build was stopped, recipe-invalid.
 */
export async function stageFiles(database: Database.Database, recipe: Recipe, tell: (file: StagedFile, done: number, all: number) => void): Promise<readonly StagedFile[]> {
  const planned = await planFiles(recipe);
  const reports: StagedFile[] = [];
  for (const [index, plan] of planned.entries()) {
    const sha256 = await sha256OfFile(plan.path);
    const wanted = plan.source.sha256[plan.name];
    if (wanted !== undefined && wanted !== sha256) throw new CodedError('recipe-digest', { source: plan.source.id, file: plan.name, expected: wanted, found: sha256 });
    const before = stagedBefore(database, plan);
    if (before && before.sha256 !== sha256) throw new CodedError('recipe-file-changed', { source: plan.source.id, file: plan.name });
    const report = before?.report ?? (await stageFile(database, plan, sha256, await kindOf(plan.source, recipe.folder)));
    reports.push(report);
    tell(report, index + 1, planned.length);
  }
  return reports;
}
