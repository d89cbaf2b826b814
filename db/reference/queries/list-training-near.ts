import { trainingMatch } from '../../../shared/domain/training.ts';
import type { ReferenceDb } from '../reference-db.ts';

/** What the training list of a state has for a credential, by the same program or the same work. */
export interface TrainingNear {
  /** One is held in the state itself. A list tells the county at most: no miles can be told. */
  readonly inState: boolean;
  /** One is online, wholly or by choice. */
  readonly online: boolean;
}

const DIRECT = ['required-by-law', 'qualifies'] as const;

/** Credentials that the newest training list of a state has a program for. A program without a provider is left out: there is nobody to call. */
export function listTrainingNear(db: ReferenceDb, stateId: string): ReadonlyMap<string, TrainingNear> {
  const list = db.first(db.from('training_list').innerJoin('area', 'area.id', 'training_list.area').select(['training_list.id', 'area.state']).where('area.id', '=', stateId).orderBy('training_list.id', 'desc'));
  if (!list) return new Map();
  const works = Map.groupBy(
    db.all(db.from('training_occupation').innerJoin('training_program', 'training_program.id', 'training_occupation.program').select(['program', 'soc']).where('list', '=', list.id)),
    ({ program }) => program,
  );
  const programs = db.all(db.from('training_program').select(['id', 'cip', 'award', 'state', 'delivery']).where('list', '=', list.id).where('provider', 'is not', null))
    .map((program) => ({ ...program, socs: works.get(program.id)?.map(({ soc }) => soc) ?? [] }));
  const opened = Map.groupBy(
    db.all(db.from('credential_occupation').innerJoin('occupation', 'occupation.soc', 'credential_occupation.soc')
      .select(['credential', 'occupation.soc', 'occupation.merges']).where('relation', 'in', [...DIRECT])),
    ({ credential }) => credential,
  );
  return new Map(db.all(db.from('credential').select(['id', 'kind', 'cip'])).flatMap(({ id, kind, cip }): [string, TrainingNear][] => {
    const socs = new Set((opened.get(id) ?? []).flatMap(({ soc, merges }) => [soc, ...(merges ?? '').split(';').filter((part) => part !== '')]));
    const found = programs.filter((program) => trainingMatch({ kind, cip, socs }, program) === 'program');
    return found.length === 0 ? [] : [[id, { inState: found.some(({ state }) => state === list.state), online: found.some(({ delivery }) => delivery === 'online' || delivery === 'both') }]];
  }));
}
