/** What tests of the vault share: a clock and ids that repeat, a folder, and a story's worth of records. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { VaultWorld } from './handles.ts';
import type { Migration } from './migrate.ts';
import type { NewPlan, SnapshotRecord, StudentFields } from './records.ts';
import { openVaultFolder, type Vault } from './vault.ts';

/** A vault made with this costs microseconds to open; only `create` takes it. */
export const CHEAP = { scryptCost: { N: 2, r: 1, p: 1 } } as const;
export const PASSPHRASE = 'quiet river under stones';

/** Each reading of the clock is a second later; ids count up. */
export function makeWorld(): VaultWorld {
  let seconds = 0;
  let ids = 0;
  return {
    now: () => { seconds += 1; return new Date(Date.UTC(2026, 8, 1) + seconds * 1000).toISOString(); },
    newId: () => { ids += 1; return `id-${String(ids).padStart(6, '0')}`; },
  };
}

export interface TestFolder { readonly dir: string; remove(): Promise<void> }
export async function makeTestFolder(): Promise<TestFolder> {
  const dir = await mkdtemp(join(tmpdir(), 'way mark ñ #1 100% vault '));
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}

/** Another look at the same folder, as after a restart. */
export function openAgain(dir: string, world: VaultWorld = makeWorld(), migrations?: readonly Migration[]): Vault {
  return openVaultFolder(dir, world, migrations ? { migrations } : {});
}

export const STUDENT: StudentFields = {
  name: 'Ana Ruiz', grade: 11, graduates: '2027-06', birthMonth: '2009-03', lang: 'es', areaId: '3900006', largePrint: true, studentNumber: '4711',
  hasDiploma: false, wageCents: 1450, hoursPerWeek: 20, note: 'Likes anatomy.',
};

export const SNAPSHOT: SnapshotRecord = {
  edition: '2026.09', digest: 'd'.repeat(64), dataChecked: '2026-08-30', takenOn: '2026-09-01',
  pays: [], baseline: null, floor: null, sources: [{ publisher: 'Bureau of Labor Statistics', title: 'OEWS', vintage: 'May 2025' }],
};

export function planFor(studentId: string, id: string): NewPlan {
  return {
    id, studentId, goal: 'Practical nurse', planB: 'Nurse aide first', areaId: '39', lang: 'es', meetingOn: '2026-10-01', talkedOn: '2026-09-01', highSchool: 'Biology',
    steps: ['a', 'b', 'c'].map((name) => ({
      id: `${id}-step-${name}`, kind: 'credential' as const, credentialId: `cred-${name}`, title: `Step ${name}`, startsOn: '2027-08', endsOn: null,
      skippable: name === 'b', done: false, note: '',
    })),
    costs: [
      { id: `${id}-cost-1`, stepId: `${id}-step-a`, label: 'Exam', lowCents: 10_500, highCents: null, atLeast: true, unknown: null, priceYear: 2026, payers: ['district', 'family'], askWhom: 'Ms. Lee', phone: '', evidence: 'ev-1' },
      { id: `${id}-cost-2`, stepId: null, label: 'Shoes', lowCents: null, highCents: null, atLeast: false, unknown: 'varies-ask', priceYear: null, payers: [], askWhom: '', phone: '', evidence: null },
    ],
    actions: [
      { id: `${id}-action-1`, text: 'Visit', who: 'Ana', phone: '', dueOn: '2026-11-05', done: false },
      { id: `${id}-action-2`, text: 'Call', who: 'Father', phone: '555', dueOn: '2026-10-02', done: false },
    ],
    checks: [{ id: `${id}-check-1`, label: 'Background check', answer: 'ask', done: false, evidence: null }],
    snapshot: SNAPSHOT,
  };
}

const DATA = ['student', 'earned_credential', 'disclosure', 'plan', 'plan_step', 'plan_cost', 'plan_action', 'plan_check', 'figure_snapshot'] as const;

/** All rows that can be undone, for comparing states. */
export function dumpVault(vault: Vault): string {
  return vault.read(({ all, from }) => JSON.stringify(DATA.map((table) => [table, all(from(table).selectAll().orderBy('id'))]), null, 1));
}
