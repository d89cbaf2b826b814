/** Records of registered apprenticeships in health care, as a database's pages give them. */
import { z } from 'zod';
import type { SourceInput } from '../file/source-input.ts';
import { ITEM_PROBLEMS, itemsOf } from '../json-records.ts';
import { headObjects, isObject, objectsOf, type JsonObject } from '../json-values.ts';
import type { SourceKind } from '../source-kind.ts';

const recordSchema = z.object({
  id: z.string().min(1),
  fields: z.object({ 'Occupation': z.string(), 'Sponsor': z.string(), 'Location': z.string(), 'Registration Level': z.string(), 'Apprenticeship Type': z.string(), 'Care Setting': z.string() }),
});

export interface ApprenticeshipRecord {
  readonly id: string;
  readonly occupation: string;
  readonly sponsor: string;
  /** '' where the database says "No results". */
  readonly location: string;
  readonly registeredWith: string;
  readonly type: string;
  readonly settings: readonly string[];
}

function documentOf(input: SourceInput): JsonObject | null {
  const [document] = headObjects(input);
  const records = document?.['records'];
  const [first] = Array.isArray(records) ? records as readonly unknown[] : [];
  const fields = isObject(first) ? first['fields'] : undefined;
  return document && isObject(fields) && 'Apprenticeship Type' in fields ? document : null;
}

export const apprenticeshipRecord: SourceKind<ApprenticeshipRecord> = {
  kind: 'apprenticeship-record',
  title: 'Records of registered apprenticeships',
  problems: ITEM_PROBLEMS,
  recognise: (input) => (documentOf(input) ? { vintage: null } : null),
  async* read(input, tally) {
    if (input.form !== 'json') return;
    for await (const { value } of objectsOf(input, tally)) {
      const records = value['records'];
      for (const { item } of itemsOf(Array.isArray(records) ? records : [], recordSchema, tally, ({ id }) => id)) {
        const { fields } = item;
        yield {
          id: item.id, occupation: fields.Occupation.trim(), sponsor: fields.Sponsor.trim(), location: fields.Location === 'No results' ? '' : fields.Location,
          registeredWith: fields['Registration Level'], type: fields['Apprenticeship Type'], settings: fields['Care Setting'].split(',').map((setting) => setting.trim()),
        };
      }
    }
  },
};
