/**
 * Brings the reference data of a data folder up to date from a repository: metadata, the list of editions, patches or
 * the pack, the database, what of it a person is asked about first, and last the switch, which is one rename. The edition before
 * stays. A stop anywhere leaves what was in use.
 */
import { join } from 'node:path';
import { CodedError, type ErrorCode, type ErrorParams } from '../../shared/kernel/errors.ts';
import { REFERENCE_FOLDER } from '../reference/ensure-reference.ts';
import { switchTo } from '../reference/install-pack.ts';
import type { ChangeReport, ChangeWarning } from '../pack/changes/report.ts';
import { editionInUse, type EditionName, type InUse } from './edition-in-use.ts';
import { guardEdition } from './guard-edition.ts';
import { lookForUpdate, type UpdateAsked } from './look-for-update.ts';
import { makeReady } from './make-ready.ts';
import type { Meter } from './receive.ts';
import { isNotReached } from './retry.ts';
import { lockFileOf, withUpdateLock } from './update-lock.ts';

export interface UpdateReport {
  /** What was in use; null when nothing could be opened. */
  readonly before: EditionName | null;
  readonly after: EditionName | null;
  /** Bytes that were received. */
  readonly bytes: number;
  /** How the edition came, by one patch or more or as a whole pack; null when nothing had to. */
  readonly way: 'patch' | 'pack' | null;
  readonly outcome: 'up-to-date' | 'updated' | 'refused' | 'not-reached';
  /** Tables that differ, in the order of the pack; of an edition that waits for somebody to agree too. */
  readonly changed: ChangeReport['tables'];
  /** Why it was refused or not reached, all that has to be agreed to; of an update that was made, why the pack had to come where patches would have done. */
  readonly problems: readonly Problem[];
}

interface Problem {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
}

const dayOf = (now: Date): string => now.toISOString().slice(0, 10);
const percentOf = (part: number, all: number): number => (all === 0 ? 100 : Math.round((part / all) * 100));

function paramsOf(warning: ChangeWarning): ErrorParams {
  switch (warning.code) {
    case 'rows-removed': return { what: 'rows', table: warning.table, gone: warning.removed, of: warning.of, percent: percentOf(warning.removed, warning.of) };
    case 'verdicts-changed': return { what: 'verdicts', changed: warning.changed, of: warning.of, percent: percentOf(warning.changed, warning.of) };
    case 'national-median-moved': return { what: 'pay', count: warning.count, titles: warning.items.map(({ title, soc }) => title ?? soc).join('; ') };
  }
}

async function update(asked: UpdateAsked, before: InUse | null, meter: Meter, tell: (problem: CodedError) => void): Promise<Pick<UpdateReport, 'after' | 'way' | 'outcome' | 'changed'>> {
  const looked = await lookForUpdate(asked, before, meter);
  if (looked.entry === null) return { after: named(before), way: null, outcome: 'up-to-date', changed: [] };
  const { edition, way } = await makeReady(asked, looked, looked.entry, before, { tell });
  const reference = join(asked.dataDir, REFERENCE_FOLDER);
  const { warnings, tables: changed } = before === null ? { warnings: [], tables: [] } : await guardEdition(asked, before, edition, dayOf(asked.now));
  if (warnings.length > 0 && asked.acceptChanges !== true) {
    for (const warning of warnings) tell(new CodedError('update-ask-first', paramsOf(warning)));
    return { after: named(before), way, outcome: 'refused', changed };
  }
  await switchTo(reference, edition);
  return { after: { edition: edition.edition, digest: edition.digest, scope: edition.scope }, way, outcome: 'updated', changed };
}

const named = (found: InUse | null): EditionName | null => found && { edition: found.edition, digest: found.digest, scope: found.scope };

/** Never throws what is coded: the report says it. What is in use stays readable whatever happens. */
export async function updateReference(asked: UpdateAsked): Promise<UpdateReport> {
  const meter: Meter = { bytes: 0, ...(asked.onBytes ? { onBytes: asked.onBytes } : {}) };
  const problems: Problem[] = [];
  const tell = ({ code, params }: CodedError): void => { problems.push({ code, params }); };
  let before: InUse | null = null;
  try {
    return await withUpdateLock(lockFileOf(asked.dataDir), async () => {
      before = await editionInUse(asked);
      const done = await update(asked, before, meter, tell);
      return { before: named(before), after: done.after, bytes: meter.bytes, way: done.way, outcome: done.outcome, changed: done.changed, problems };
    });
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    tell(error);
    return { before: named(before), after: named(before), bytes: meter.bytes, way: null, outcome: isNotReached(error) ? 'not-reached' : 'refused', changed: [], problems };
  }
}
