/** Paper of the starter's own data: what a counselor's handouts really say, for one area. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureReference } from '../../../db/reference/ensure-reference.ts';
import { createJudgeSource } from '../../../electron/service/judge-source.ts';
import { createJudge } from '../../../electron/service/judge.ts';
import { documentFor } from '../../../electron/service/print-documents.ts';
import { DEFAULT_SETTINGS } from '../../../shared/contract/app.ts';
import type { OverlayEntry } from '../../../shared/domain/overlay/entry.ts';
import type { PrintDocument } from '../../../shared/print/model.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const DAY = '2026-11-25';
/** Southern Ohio: pay of its own for most jobs, a state whose rules and prices the ledger knows, the longest sheets there are. */
export const AREA = '3900004';
export const ASSUMED = { startMonth: '2026-12', horizonYears: 10, workHoursInSchool: 10, grantCentsPerYear: 0, tuitionCentsPerYear: {} };

/** Any paper but the list that takes looking at every plan. */
export type SheetRequest = Parameters<typeof documentFor>[1];

export interface StarterSheets {
  readonly credentialIds: readonly string[];
  readonly codes: readonly string[];
  /** `own` is what the school knows itself. */
  document(request: SheetRequest, paper?: PrintDocument['paper'], own?: readonly OverlayEntry[]): PrintDocument;
  close(): Promise<void>;
}

export async function openStarterSheets(): Promise<StarterSheets> {
  const dataDir = await mkdtemp(join(tmpdir(), 'waymark sheets ñ '));
  const { db } = await ensureReference({ resourcesDir: join(ROOT, 'resources'), dataDir });
  const judge = createJudge(createJudgeSource(db, () => DAY));
  const settings = { ...DEFAULT_SETTINGS, schoolName: 'Example Valley High School and Career Center', counselorName: 'Ms. Rivera', counselorPhone: '(740) 555-0142' };
  const vault = { read: (): never => { throw new Error('these sheets are about nobody'); } };
  const all = [...judge(AREA).credentials.values()];
  return {
    credentialIds: all.map(({ id }) => id), codes: all.map(({ code }) => code),
    document: (request, paper = 'letter', own = []) => ({ ...documentFor({ db, judge, vault, settings: () => settings, today: () => DAY, own: () => own }, request).document, paper }),
    close: async () => {
      db.close();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
