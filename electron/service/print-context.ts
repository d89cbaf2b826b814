/** What making paper needs, and what it is asked for. */
import type { ReferenceDb } from '../../db/reference/reference-db.ts';
import type { Vault } from '../../db/vault/vault.ts';
import type { Settings } from '../../shared/contract/app.ts';
import type { PrintRequest } from '../../shared/contract/print.ts';
import type { AreaJudgement } from './judge.ts';

export interface PrintContext {
  readonly db: ReferenceDb;
  readonly vault: Pick<Vault, 'read'>;
  readonly judge: (areaId: string) => AreaJudgement;
  readonly settings: () => Settings;
  readonly today: () => string;
}

/** The request of one kind of paper. */
export type Asked<K extends PrintRequest['kind']> = Extract<PrintRequest, { kind: K }>;
