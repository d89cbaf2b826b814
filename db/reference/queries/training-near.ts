import type { CredentialKind } from '../../../shared/domain/facts.ts';
import { trainingMatch } from '../../../shared/domain/training.ts';
import type { ReferenceDb } from '../reference-db.ts';

/** What the training list of a state has for a credential, by the same program or the same work. */
export interface TrainingNear {
  /** One is held in the state itself. A list tells the county at most: no miles can be told. */
  readonly inState: boolean;
  /** One is online, wholly or by choice. */
  readonly online: boolean;
}

/** What decides which programs of a list are for a credential; credentials of one class of judgement open the same work. */
export interface TrainingAsked {
  readonly kind: CredentialKind;
  readonly cip: string | null;
  readonly class: number;
}

const DIRECT = ['required-by-law', 'qualifies'] as const;

/** The work that the credentials of each class directly open, with the codes that it merges. */
function workOfClasses(db: ReferenceDb): ReadonlyMap<number, ReadonlySet<string>> {
  const rows = db.all(
    db.from('judged_representative').innerJoin('credential_occupation', 'credential_occupation.credential', 'judged_representative.credential')
      .innerJoin('occupation', 'occupation.soc', 'credential_occupation.soc')
      .select(['judged_representative.class', 'occupation.soc', 'occupation.merges']).where('relation', 'in', [...DIRECT]),
  );
  const works = new Map<number, Set<string>>();
  for (const { class: at, soc, merges } of rows) {
    const known = works.get(at) ?? new Set<string>();
    works.set(at, known);
    for (const each of [soc, ...(merges ?? '').split(';')]) if (each !== '') known.add(each);
  }
  return works;
}

/**
 * Which credentials the newest training list of a state has a program for: asks by what decides it, undefined for none.
 * A program without a provider is left out: there is nobody to call. Null where the state has no list.
 */
export function trainingNear(db: ReferenceDb, stateId: string): ((asked: TrainingAsked) => TrainingNear | undefined) | null {
  const list = db.first(db.from('training_list').innerJoin('area', 'area.id', 'training_list.area').select(['training_list.id', 'area.state']).where('area.id', '=', stateId).orderBy('training_list.id', 'desc'));
  if (!list) return null;
  const works = Map.groupBy(
    db.all(db.from('training_occupation').innerJoin('training_program', 'training_program.id', 'training_occupation.program').select(['program', 'soc']).where('list', '=', list.id)),
    ({ program }) => program,
  );
  const programs = db.all(db.from('training_program').select(['id', 'cip', 'award', 'state', 'delivery']).where('list', '=', list.id).where('provider', 'is not', null))
    .map((program) => ({ ...program, socs: works.get(program.id)?.map(({ soc }) => soc) ?? [] }));
  // A program can match by its wider field or by its work alone.
  const byField = Map.groupBy(programs, ({ cip }) => cip?.slice(0, 5) ?? null);
  const byWork = new Map<string, typeof programs>();
  for (const program of programs) for (const soc of program.socs) byWork.set(soc, [...(byWork.get(soc) ?? []), program]);
  const opened = workOfClasses(db);
  const none: ReadonlySet<string> = new Set();
  return ({ kind, cip, class: at }) => {
    const socs = opened.get(at) ?? none;
    const candidates = new Set([...(cip === null ? [] : (byField.get(cip.slice(0, 5)) ?? [])), ...[...socs].flatMap((soc) => byWork.get(soc) ?? [])]);
    const found = [...candidates].filter((program) => trainingMatch({ kind, cip, socs }, program) === 'program');
    return found.length === 0 ? undefined : { inState: found.some(({ state }) => state === list.state), online: found.some(({ delivery }) => delivery === 'online' || delivery === 'both') };
  };
}
