/** Pathways of CTDL: components, conditions and a destination. */
import { formOfInput, nodesOfGraph } from '../ctdl/form.ts';
import { classesOf } from '../ctdl/values.ts';
import { isObject, type JsonObject } from '../json-values.ts';
import type { SourceKind } from '../source-kind.ts';
import { ladderOf } from './ladder.ts';
import { pathwaysOf, type Pathway } from './pathway.ts';

const TRIAL_HOST = /^https?:\/\/(?:[^/]*[.-])?(?:sandbox|staging|localhost)[.:/-]/i;

/** The nodes of a document: those of its graph, also within an envelope, else the document itself. */
export function nodesOf(value: unknown): readonly JsonObject[] {
  if (!isObject(value)) return [];
  if (isObject(value['decoded_resource'])) return nodesOf(value['decoded_resource']);
  return Object.hasOwn(value, '@graph') ? nodesOfGraph(value).filter(isObject) : [value];
}

export const ctdlPathway: SourceKind<Pathway> = {
  kind: 'ctdl-pathway',
  title: 'Pathways of the Credential Registry (CTDL)',
  problems: {
    'no-pathway': 'A set of pathways, or a part of one, without the pathway itself.',
    circle: 'Steps of the pathway come before one another in a circle; they have no order.',
    'target-elsewhere': 'A condition names components that the file does not hold.',
  },
  recognise: (input) => (formOfInput(input) === 'ctdl-pathway' ? { vintage: null } : null),
  async* read(input, tally) {
    if (input.form !== 'json') return;
    for await (const document of input.documents()) {
      const { row } = document;
      if ('fault' in document) {
        tally.refuse(document.fault, { row, column: `line ${document.line}`, value: document.near });
        continue;
      }
      for (const note of document.notes ?? []) tally.flag(note, { row });
      const nodes = nodesOf(document.value);
      const found = pathwaysOf(nodes);
      const [first] = nodes;
      if (found.length === 0) tally.skip('no-pathway', { row, value: first ? classesOf(first)[0]?.name ?? '' : '' });
      for (const pathway of found) {
        const ladder = ladderOf(pathway);
        if ('circle' in ladder) tally.refuse('circle', { row, value: ladder.circle.map(({ name }) => name).join(', ') });
        else if (TRIAL_HOST.test(pathway.id)) tally.skip('test-record', { row, value: pathway.id });
        else {
          if (pathway.components.some(({ conditions }) => conditions.some(({ elsewhere }) => elsewhere > 0))) tally.flag('target-elsewhere', { row, value: pathway.name });
          yield pathway;
        }
      }
    }
  },
};
