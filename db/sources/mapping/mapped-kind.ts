/** The kind of source that a mapping describes. */
import type { SourceKind } from '../source-kind.ts';
import { mappedStateList } from './mapped-state-list.ts';
import { mappedTraining } from './mapped-training.ts';
import type { Mapping } from './mapping.ts';

/** Takes only files that have the mapping's columns; a file without one of them is not of this kind. */
export const mappedKind = (mapping: Mapping): SourceKind => (mapping.kind === 'state-list' ? mappedStateList(mapping) : mappedTraining(mapping));
