/** The vault may not import the contract, so here the compiler compares what the one gives with what the other wants. */
import { expect, test } from 'vitest';
import type { InputOf, OutputOf } from '../../shared/contract/index.ts';
import { ERROR_CODES } from '../../shared/kernel/errors.ts';
import type { Plan, PlanEdit as ContractEdit, Snapshot } from '../../shared/contract/plans.ts';
import type { StudentFields as ContractStudent } from '../../shared/contract/students.ts';
import type { BackupInfo } from './backup-files.ts';
import type { ChangedKind } from './tables.ts';
import type { DataKind } from '../../shared/contract/method.ts';
import type { History } from './open-vault.ts';
import type { EarnedRecord, NewPlan, PlanEdit, PlanRecord, PrintEntry, SnapshotRecord, StudentFields, StudentFile, StudentLine } from './records.ts';
import type { Vault } from './vault.ts';

/** Compiles only when a `From` can be given where a `To` is wanted. */
type Fits<From extends To, To> = From;
type Both<A extends B, B extends A2, A2 = A> = [A, B, A2];

export type Gives = [
  Fits<StudentLine, OutputOf<'students.list'>['students'][number]>,
  Fits<StudentFile, OutputOf<'students.get'>>,
  Fits<PlanRecord, OutputOf<'plans.get'>>,
  Fits<History, OutputOf<'history.get'>>,
  Fits<BackupInfo, OutputOf<'vault.listBackups'>['backups'][number]>,
  Fits<PrintEntry, OutputOf<'print.listLog'>['prints'][number]>,
  Fits<ChangedKind, DataKind>,
  Fits<ReturnType<Vault['state']>, OutputOf<'vault.getState'>['state']>,
];
export type Takes = [
  Both<ContractStudent, StudentFields>, Both<ContractEdit, PlanEdit>, Both<Snapshot, SnapshotRecord>,
  Fits<Omit<Plan, 'createdAt' | 'updatedAt'>, NewPlan>,
  Fits<Omit<InputOf<'students.putEarned'>['earned'], 'id'>, Omit<EarnedRecord, 'id'>>,
];

test('every code of the vault is one that may cross the boundary', () => {
  expect(ERROR_CODES.filter((code) => code.startsWith('vault-'))).toEqual(expect.arrayContaining([
    'vault-missing', 'vault-exists', 'vault-locked', 'vault-damaged', 'vault-newer', 'vault-read-only', 'vault-disk-full', 'vault-open-elsewhere',
    'vault-wrong-passphrase', 'vault-wrong-recovery-code', 'vault-weak-passphrase', 'vault-backup-missing', 'vault-backup-damaged', 'vault-migration-failed',
  ]));
});
