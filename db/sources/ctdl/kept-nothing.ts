/** Files in JSON that are known and keep nothing: each is named, so that nobody wonders what became of it. */
import type { SourceKind } from '../source-kind.ts';
import { formOfInput, type JsonForm } from './form.ts';

function known(kind: Exclude<JsonForm, 'ctdl' | 'ctdl-pathway'>, title: string, code: string, sentence: string): SourceKind<never> {
  return {
    kind, title, problems: { [code]: sentence },
    recognise: (input) => (formOfInput(input) === kind ? { vintage: null } : null),
    async* read(input, tally) {
      if (input.form !== 'json') return;
      for await (const document of input.documents()) {
        if ('fault' in document) tally.refuse(document.fault, { row: document.row, column: `line ${document.line}`, value: document.near });
        else tally.skip(code, { row: document.row });
      }
      yield* [];
    },
  };
}

export const KEPT_NOTHING: readonly SourceKind<never>[] = [
  known('ctdl-vocabulary', 'Vocabulary of CTDL', 'vocabulary', 'Words and classes that records are written in, not records.'),
  known('json-ld-context', 'Context of linked data', 'vocabulary', 'What names in other documents stand for, not records.'),
  known('json-schema', 'JSON Schema', 'schema', 'Rules that documents are checked by, not records.'),
  known('open-badge', 'Open Badges and verifiable credentials', 'personal-achievement', 'What one person achieved, not a credential that others may choose.'),
  known('badge-pathway', 'Pathway of a badge platform', 'other-pathway', 'A pathway in the form of a badge platform; it is read in the form of CTDL.'),
  known('registry-survey', 'Survey of the registry', 'survey', 'Counts over records, not records.'),
];
