/** A mapping: the small file by which a person says which column of a list is what, for lists in a form of their own. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const heading = z.string().trim().min(1).max(200);
/** One heading, or the several spellings that editions of a list have. */
const column = z.union([heading.transform((one) => [one]), z.array(heading).min(1).max(20)]);
const optional = column.optional();
const slug = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'small letters, digits and dashes');

const common = {
  waymarkMapping: z.literal(1),
  /** Name of the sheet, where the list is a workbook with several. */
  sheet: z.string().min(1).max(100).optional(),
  /** Rows to leave out: those where the column holds one of these words, capitals or not. */
  leaveOut: z.array(z.strictObject({ column, is: z.array(z.string().max(200)).min(1) })).default([]),
};

const stateListSchema = z.strictObject({
  ...common,
  kind: z.literal('state-list'),
  /** Two digits of the state, its list, and the edition of it. */
  area: z.string().regex(/^\d{2}$/, 'two digits of a state'), program: slug.max(40), edition: z.string().min(1).max(20),
  /** Digits of the list's codes, where a spreadsheet may have dropped zeros in front. */
  codeDigits: z.int().min(1).max(12).optional(),
  columns: z.strictObject({
    name: column, code: optional, issuer: optional, ctid: optional, tier: optional, points: optional, validFrom: optional, validTo: optional, updated: optional,
    cip: optional, soc: optional,
  }),
});

const trainingSchema = z.strictObject({
  ...common,
  kind: z.literal('etpl'),
  /** Id of the list in the pack ("tx-2026"); numbers of programs get it in front. */
  list: slug.max(40),
  columns: z.strictObject({
    id: column, name: column, provider: optional, cip: optional, soc: optional, place: optional, state: optional, county: optional, tuition: optional, fees: optional,
    books: optional, supplies: optional, other: optional, total: optional, clockHours: optional, weeks: optional, license: optional, industryCredential: optional,
  }),
});

const mappingSchema = z.discriminatedUnion('kind', [stateListSchema, trainingSchema]);

export type Mapping = Readonly<z.infer<typeof mappingSchema>>;
export type StateListMapping = Extract<Mapping, { kind: 'state-list' }>;
export type TrainingMapping = Extract<Mapping, { kind: 'etpl' }>;

/** A mapping that cannot be used; `where` is the property, `expected` what it has to be. */
export class MappingFault extends Error {
  override readonly name = 'MappingFault';
  readonly where: string;
  readonly expected: string;
  constructor(where: string, expected: string, options?: { cause?: unknown }) {
    super(`mapping: ${where}: ${expected}`, options);
    this.where = where;
    this.expected = expected;
  }
}

/** Checks a mapping that was parsed. Errors: MappingFault. */
export function checkMapping(value: unknown): Mapping {
  const parsed = mappingSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new MappingFault(issue?.path.join('.') ?? '', issue?.message ?? '');
}

/** Reads a mapping file. Errors: MappingFault. */
export async function readMapping(path: string): Promise<Mapping> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new MappingFault('', cause instanceof SyntaxError ? 'JSON' : 'a file that can be read', { cause });
  }
  return checkMapping(value);
}
