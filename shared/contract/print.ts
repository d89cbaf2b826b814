/** Methods that turn a plan or a credential into paper. Bytes never cross the contract: files go by opaque handle. */
import { z } from 'zod';
import { FIELDS } from '../domain/facts.ts';
import type { CompareAssumptions } from '../domain/results.ts';
import type { PrintBlock, PrintDocument } from '../print/model.ts';
import { command, done, nothing, query } from './method.ts';
import { areaId, id, isoMonth, lang, text } from './schemas.ts';

const line = text(2000);
const strip = z.strictObject({
  label: line, p10: z.number().nullable(), p25: z.number().nullable(), p50: z.number(), p75: z.number().nullable(),
  p90: z.number().nullable(), medianLabel: line, hollow: z.boolean(),
});
const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('goal'), text: line }),
  z.strictObject({ type: z.literal('next-three'), title: line, items: z.array(z.strictObject({ title: line, who: line, due: line, blanks: z.array(line) })) }),
  z.strictObject({ type: z.literal('steps'), title: line, items: z.array(z.strictObject({ title: line, aside: line, detail: line, filled: z.boolean() })), mayBeBrief: z.boolean().exactOptional() }),
  z.strictObject({ type: z.literal('lines'), title: line, rows: z.array(z.strictObject({ label: line, text: line, strong: line, blanks: z.array(line), aside: line })), more: z.array(line).exactOptional() }),
  z.strictObject({
    type: z.literal('pay'), title: line, paragraphs: z.array(line), strips: z.array(strip), alt: line,
    floor: z.strictObject({ value: z.number(), label: line }).nullable(),
  }),
  z.strictObject({ type: z.literal('checks'), title: line, items: z.array(z.strictObject({ text: line, done: z.boolean() })), more: z.array(line) }),
  z.strictObject({
    type: z.literal('table'), title: line, mark: line.nullable(), more: line, floor: z.strictObject({ value: z.number(), label: line }).nullable(),
    columns: z.array(z.strictObject({ label: line, kind: z.enum(['text', 'list', 'number', 'strip']) })),
    rows: z.array(z.strictObject({ mark: line.nullable(), head: line, code: line, sub: line, cells: z.array(line), strip: strip.nullable(), alt: line })),
  }),
  z.strictObject({ type: z.literal('text'), title: line, paragraphs: z.array(line) }),
  z.strictObject({ type: z.literal('verdict'), verdict: line, word: line, lines: z.array(z.strictObject({ label: line, text: line })) }),
  z.strictObject({ type: z.literal('signatures'), note: line, lines: z.array(line) }),
  z.strictObject({ type: z.literal('code'), label: line, groups: z.array(line), note: line }),
  z.strictObject({
    type: z.literal('touched'), name: line, sub: line, columns: z.strictObject({ what: line, todo: line }), notes: line,
    plans: z.array(z.strictObject({ goal: line, from: line, more: line, rows: z.array(z.strictObject({ what: line, todo: line })) })),
  }),
  z.strictObject({ type: z.literal('sources'), text: line }),
]) satisfies z.ZodType<PrintBlock>;
export const printDocument = z.strictObject({
  kind: z.enum(['family-plan', 'walk-in-plan', 'credential-sheet', 'comparison-sheet', 'field-sheet', 'jobs-sheet', 'recovery-sheet', 'touched-list']), lang, paper: z.enum(['letter', 'a4']), large: z.boolean(),
  title: line, notice: line.nullable(), heading: line, blankName: line.nullable(), under: z.array(line), right: z.array(line),
  sections: z.array(z.strictObject({ column: z.enum(['full', 'main', 'side']), block })), foot: line, pageOf: line,
}) satisfies z.ZodType<PrintDocument>;

/** What a comparison counts on, as a person set it on the screen; bounds keep what is drawn and printed finite. */
const cents = z.number().int().min(0).max(100_000_000);
const compareAssumptions = z.strictObject({
  startMonth: isoMonth, horizonYears: z.number().int().min(1).max(40), workHoursInSchool: z.number().min(0).max(80), grantCentsPerYear: cents,
  tuitionCentsPerYear: z.record(id, cents), ownWage: z.strictObject({ centsPerHour: cents, hoursPerWeek: z.number().min(0).max(120) }).exactOptional(),
  annualRate: z.number().min(0).max(1).exactOptional(), prices: z.literal('nation').exactOptional(),
}) satisfies z.ZodType<CompareAssumptions>;

/** Which paper is wanted. A family plan and the list of touched plans need the unlocked vault; the others need nothing. */
export const printRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('family-plan'), planId: id, lang, large: z.boolean(), studentNumber: z.boolean() }),
  z.strictObject({ kind: z.literal('walk-in-plan'), credentialIds: z.array(id).min(1).max(4), areaId, lang, large: z.boolean() }),
  z.strictObject({ kind: z.literal('credential-sheet'), credentialId: id, areaId, lang, large: z.boolean() }),
  z.strictObject({ kind: z.literal('comparison-sheet'), credentialIds: z.array(id).min(2).max(4), areaId, assumptions: compareAssumptions, lang, large: z.boolean() }),
  z.strictObject({ kind: z.literal('field-sheet'), field: z.enum(FIELDS), areaId, lang, large: z.boolean() }),
  z.strictObject({ kind: z.literal('jobs-sheet'), areaId, lang, large: z.boolean() }),
  /** For staff: every student whose plans the edition in use touches. */
  z.strictObject({ kind: z.literal('touched-list'), lang, large: z.boolean() }),
  z.strictObject({ kind: z.literal('recovery-sheet'), recoveryCode: text(80), lang }),
]);
export type PrintRequest = z.infer<typeof printRequest>;

const reading = ['not-found', 'vault-locked', 'vault-damaged', 'reference-damaged'] as const;
const errors = [...reading, 'print-timeout', 'print-failed', 'print-no-browser'] as const;
/** What is printed about a student is written down in the vault. */
const logErrors = ['vault-read-only', 'vault-disk-full', 'file-write-failed'] as const;
export const print = {
  'print.getDocument': query({ input: z.strictObject({ request: printRequest }), output: z.strictObject({ document: printDocument }), errors: [...reading] }),
  'print.countPages': query({ input: z.strictObject({ request: printRequest }), output: z.strictObject({ pages: z.number().int() }), errors: [...errors] }),
  'print.chooseFile': command({
    // Desktop: the save dialog. Loopback: a handle that the page downloads from /file/HANDLE. Null when the person cancelled.
    input: z.strictObject({ suggestedName: text(120) }), output: z.strictObject({ handle: text(80).nullable() }), changes: [],
  }),
  'print.savePdf': command({
    input: z.strictObject({ request: printRequest, handle: text(80) }), output: z.strictObject({ pages: z.number().int(), bytes: z.number().int() }),
    changes: ['prints'], errors: [...errors, ...logErrors, 'file-handle-unknown', 'folder-not-writable', 'disk-full'],
  }),
  'print.toPrinter': command({
    // With print 'page' the page prints itself and calls this to write the print log.
    input: z.strictObject({ request: printRequest }), output: done, changes: ['prints'], errors: [...errors, ...logErrors, 'cancelled'],
  }),
  'print.listLog': query({
    input: nothing, needs: 'unlocked vault',
    output: z.strictObject({ prints: z.array(z.strictObject({ id, at: text(30), what: text(40), studentId: id.nullable(), way: z.enum(['pdf', 'printer']) })) }),
  }),
};
