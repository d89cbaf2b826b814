/** States' lists of credentials, in the forms that New Mexico and New Jersey publish. Any other is read by a mapping (mapping/). */
import type { SourceKind } from '../source-kind.ts';
import { LIST_PROBLEMS, stageListed, type ListedCredential } from './listed-credential.ts';
import { newJerseyTable, readNewJersey } from './new-jersey.ts';
import { newMexicoTable, readNewMexico } from './new-mexico.ts';

export const stateList: SourceKind<ListedCredential> = {
  kind: 'state-list',
  title: 'A state\'s list of credentials',
  problems: LIST_PROBLEMS,
  recognise: (input) => (newMexicoTable(input) ?? newJerseyTable(input) ? { vintage: null } : null),
  async* read(input, tally) {
    const newMexico = newMexicoTable(input);
    const newJersey = newJerseyTable(input);
    if (newMexico) yield* readNewMexico(input, newMexico, tally);
    else if (newJersey) yield* readNewJersey(input, newJersey, tally);
  },
  stage: stageListed,
};
