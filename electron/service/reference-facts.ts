/** What plans and papers take from the open edition: facts, frozen figures, sources and evidence. */
import { getCredentialFacts } from '../../db/reference/queries/get-credential-facts.ts';
import { getEdition } from '../../db/reference/queries/get-edition.ts';
import { getEvidence } from '../../db/reference/queries/get-evidence.ts';
import { getSource } from '../../db/reference/queries/get-source.ts';
import { NATION } from '../../db/reference/reference-db.ts';
import type { ReferenceDb } from '../../db/reference/reference-db.ts';
import type { Plan, Snapshot } from '../../shared/contract/plans.ts';
import type { CredentialFacts } from '../../shared/domain/facts.ts';
import { CodedError } from '../../shared/kernel/errors.ts';
import { planPays } from '../../shared/print/default-plan.ts';
import type { PaperCredential, PaperEvidence, PaperPay, PaperSource } from '../../shared/print/inputs.ts';
import type { AreaJudgement } from './judge.ts';

/** The facts of each credential in the judged area, in the order asked. Errors: not-found. */
export function factsOf({ credentials }: AreaJudgement, ids: readonly string[]): CredentialFacts[] {
  return ids.map((id) => {
    const facts = credentials.get(id);
    if (!facts) throw new CodedError('not-found', { what: 'credential' });
    return facts;
  });
}

/** The publications behind pay, baseline and good-job line, each once. */
export function sourcesOf(db: ReferenceDb, pays: readonly PaperPay[], { baseline, floor }: AreaJudgement): PaperSource[] {
  const ids = [...pays.map(({ pay }) => pay.from.source), baseline?.pay.from.source ?? null, floor.floor.from.source];
  return [...new Set(ids)].flatMap((id) => {
    const source = id === null ? undefined : getSource(db, id);
    return source ? [{ publisher: source.publisher, title: source.title, vintage: source.vintage }] : [];
  });
}

/** The credentials that a plan's figures are of: its steps, but for those that may be skipped. */
export function credentialIdsOf(steps: readonly Pick<Plan['steps'][number], 'kind' | 'credentialId' | 'skippable'>[]): string[] {
  return [...new Set(steps.flatMap(({ kind, credentialId, skippable }) => (kind === 'credential' && !skippable && credentialId !== null ? [credentialId] : [])))];
}

/** Figures as the open edition has them today, to be frozen into a plan. */
export function takeSnapshot(db: ReferenceDb, judged: AreaJudgement, credentials: readonly CredentialFacts[], today: string): Snapshot {
  const { edition, digest, dataChecked } = getEdition(db);
  const pays = planPays(credentials);
  return {
    edition, digest, dataChecked, takenOn: today, pays: structuredClone(pays) as Snapshot['pays'],
    baseline: judged.baseline?.pay ?? null, floor: judged.floor.floor, sources: sourcesOf(db, pays, judged),
  };
}

/** Ledger rows by their ids, each once; an id of another edition has none. */
export function evidenceOf(db: ReferenceDb, ids: readonly (string | null)[]): PaperEvidence[] {
  return [...new Set(ids)].flatMap((id) => (id === null ? [] : (getEvidence(db, id) ?? [])));
}

/** Names and codes of credentials, whatever the area; one that the edition no longer has is left out. */
export function namesOf(db: ReferenceDb, ids: readonly (string | null)[]): PaperCredential[] {
  return [...new Set(ids)].flatMap((id) => (id === null ? [] : (getCredentialFacts(db, id, NATION) ?? [])));
}

/** Those of the credentials that are learned at work, for pay; one that the edition no longer has counts as such, since nothing is known of it. */
export function paidIn(db: ReferenceDb, ids: readonly (string | null)[]): ReadonlySet<string> {
  return new Set(ids.filter((id) => id !== null).filter((id) => {
    const facts = getCredentialFacts(db, id, NATION);
    return !facts || facts.kind === 'apprenticeship' || facts.times.some((time) => time.kind === 'paid-training');
  }));
}
