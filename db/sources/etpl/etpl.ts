/** States' lists of training programs that public money may pay for, in the forms of New Jersey and California. Any other is read by a mapping (mapping/). */
import { ITEM_PROBLEMS } from '../json-records.ts';
import type { SourceKind } from '../source-kind.ts';
import { californiaDocument, readCaliforniaPrograms } from './california.ts';
import { newJerseyPrograms, readNewJerseyPrograms } from './new-jersey.ts';
import { stageTraining, TRAINING_PROBLEMS, type TrainingProgram } from './training-program.ts';

export const etpl: SourceKind<TrainingProgram> = {
  kind: 'etpl',
  title: 'A state\'s list of training programs',
  problems: { ...TRAINING_PROBLEMS, ...ITEM_PROBLEMS },
  recognise(input) {
    const document = californiaDocument(input);
    if (document) return { vintage: typeof document['snapshot_date'] === 'string' ? document['snapshot_date'] : null };
    return newJerseyPrograms(input) ? { vintage: null } : null;
  },
  async* read(input, tally) {
    const table = newJerseyPrograms(input);
    if (table) yield* readNewJerseyPrograms(input, table, tally);
    else yield* readCaliforniaPrograms(input, tally);
  },
  stage: stageTraining,
};
