/** What the edition in use says differently than the one before it: for an area, without any student. */
import { z } from 'zod';
import { FIELDS } from '../domain/facts.ts';
import { EDITION_KINDS } from '../domain/plan/credential-changes.ts';
import { query } from './method.ts';
import { areaId, int, localized, reasonSchema, text } from './schemas.ts';

/** A credential, or for pay an occupation. */
const changeLine = z.strictObject({ id: text(80), name: localized, field: z.enum(FIELDS).nullable(), reason: reasonSchema });
export type ChangeLine = z.infer<typeof changeLine>;
const brief = z.strictObject({ name: text(200), edition: text(200), digest: text(64), dataChecked: text(20) });
/** `more` are those that are counted and not listed. */
const group = z.strictObject({ kind: z.enum(EDITION_KINDS), lines: z.array(changeLine), more: int });
export type ChangeGroup = z.infer<typeof group>;

export const editionChanges = z.strictObject({
  before: brief, now: brief, areaId,
  /** Only groups that have something, in the order of reading. */
  groups: z.array(group),
});
export type EditionChanges = z.infer<typeof editionChanges>;

export const changes = {
  /** Compared once for an area, then kept beside the edition. Null where the edition before is not on this machine, or there was none. */
  'changes.get': query({ input: z.strictObject({ areaId }), output: z.strictObject({ changes: editionChanges.nullable() }), errors: ['not-found', 'reference-damaged', 'service-stopped', 'disk-full', 'folder-not-writable', 'file-write-failed'] }),
};
