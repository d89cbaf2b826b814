import { join } from 'node:path';
import { readCountyNames } from './county-table.ts';
import { toCsv } from './csv.ts';
import { readCaliforniaPrograms, readCaliforniaTotal, readNewJerseyOutcomes, readNewJerseyPrograms } from './read-training.ts';
import { californiaOccupationRows, californiaOutcomeRows, californiaProgramRows } from './training-california.ts';
import { newJerseyOutcomeRows, newJerseyProgramRows } from './training-new-jersey.ts';
import { trainingListRows, trainingSourceRows } from './training-sources.ts';

/**
 * The files of the states' training lists: path under the starter's folder to text. A function of the data folder's bytes alone.
 *
 * @param dataDir the folder that holds `education`.
 * @param sourcesDir the folder of the hand-written files.
 */
export function trainingFiles(dataDir: string, sourcesDir: string): ReadonlyMap<string, string> {
  const education = join(dataDir, 'education');
  const counties = readCountyNames(education, sourcesDir);
  const newJersey = readNewJerseyPrograms(education);
  const california = readCaliforniaPrograms(education);
  const lists = trainingListRows({ held: newJersey.length, listed: null }, { held: california.length, listed: readCaliforniaTotal(education) });
  return new Map([
    ['source/training.csv', toCsv('source', trainingSourceRows())],
    ['training_list.csv', toCsv('training_list', lists)],
    ['training_program/nj.csv', toCsv('training_program', newJerseyProgramRows(newJersey, counties))],
    ['training_program/ca.csv', toCsv('training_program', californiaProgramRows(california, counties))],
    ['training_occupation.csv', toCsv('training_occupation', californiaOccupationRows(california))],
    ['training_outcome/nj.csv', toCsv('training_outcome', newJerseyOutcomeRows(newJersey, readNewJerseyOutcomes(education)))],
    ['training_outcome/ca.csv', toCsv('training_outcome', californiaOutcomeRows(california))],
  ]);
}
