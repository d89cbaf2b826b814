/** What plans and papers take from the open edition: facts, frozen figures, sources and evidence. */
import { getCredentialFacts } from '../../db/reference/queries/get-credential-facts.ts';
import { getCredential } from '../../db/reference/queries/get-credential.ts';
import { getEdition } from '../../db/reference/queries/get-edition.ts';
import { getEvidence } from '../../db/reference/queries/get-evidence.ts';
import { getSource } from '../../db/reference/queries/get-source.ts';
import { NATION } from '../../db/reference/reference-db.ts';
import type { ReferenceDb } from '../../db/reference/reference-db.ts';
import type { Plan, Snapshot } from '../../shared/contract/plans.ts';
import type { CredentialFacts, Localized } from '../../shared/domain/facts.ts';
import { frozenCredential, missingCredential } from '../../shared/domain/plan/frozen-figures.ts';
import type { FrozenCredential } from '../../shared/domain/plan/frozen-figures.ts';
import type { Verdict } from '../../shared/domain/results.ts';
import { CodedError } from '../../shared/kernel/errors.ts';
import { planPays } from '../../shared/print/default-plan.ts';
import type { PaperCredential, PaperEvidence, PaperPay, PaperSource } from '../../shared/print/inputs.ts';
import { cheapestWay } from './cheapest-way.ts';
import type { AreaJudgement } from './judge.ts';

type FrozenStep = Pick<Plan['steps'][number], 'kind' | 'credentialId' | 'skippable' | 'title'>;

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

/** Where a credential stands in an edition: whether it is still given, and what follows it. Undefined where the edition does not have it. */
export function standingOf(db: ReferenceDb, id: string): { readonly status: 'active' | 'retired'; readonly successor: FrozenCredential['successor'] } | undefined {
  const found = getCredential(db, id);
  if (!found) return undefined;
  const next = found.successor === null ? undefined : getCredentialFacts(db, found.successor, NATION);
  return { status: found.status, successor: next ? { credentialId: next.id, name: next.shortName } : null };
}

/** What is frozen of one credential in an area: facts, standing and the verdict that the caller's judge gives. */
export function freeze(db: ReferenceDb, facts: CredentialFacts, verdict: Verdict | null): FrozenCredential {
  return frozenCredential(facts, verdict, standingOf(db, facts.id) ?? { status: 'active', successor: null });
}

/**
 * Figures of a plan's credentials as an edition has them on a day, to be frozen into it: pay of the steps on the way, and verdict, prices,
 * time and questions of every credential. One that the edition does not have is kept by the name of its step.
 */
export function takeSnapshot(db: ReferenceDb, judged: AreaJudgement, { steps }: { readonly steps: readonly FrozenStep[] }, today: string): Snapshot {
  const { edition, digest, dataChecked } = getEdition(db);
  const known = (ids: readonly string[]): CredentialFacts[] => ids.flatMap((id) => judged.credentials.get(id) ?? []);
  const pays = planPays(known(credentialIdsOf(steps)));
  const goal = pays.at(-1);
  const cheapest = goal === undefined ? undefined : cheapestWay(db, judged, goal.soc);
  const all = new Map(steps.flatMap(({ kind, credentialId, title }) => (kind === 'credential' && credentialId !== null ? [[credentialId, title] as const] : [])));
  const credentials = [...all].map(([id, title]) => {
    const facts = judged.credentials.get(id);
    return facts ? freeze(db, facts, judged.verdicts.get(id)?.verdict ?? null) : missingCredential(id, { en: title, es: title });
  });
  return {
    edition, digest, dataChecked, takenOn: today, pays: structuredClone(pays) as Snapshot['pays'],
    baseline: judged.baseline?.pay ?? null, floor: judged.floor.floor, sources: sourcesOf(db, pays, judged),
    credentials: structuredClone(credentials) as NonNullable<Snapshot['credentials']>, ...(cheapest === undefined ? {} : { cheapest: structuredClone(cheapest) as Snapshot['cheapest'] & object | null }),
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

/** Those of the credentials that are no longer given or no longer there, with what follows them. */
export function notGivenOf(db: ReferenceDb, ids: readonly (string | null)[]): ReadonlyMap<string, Localized | null> {
  return new Map([...new Set(ids)].flatMap((id): [string, Localized | null][] => {
    if (id === null) return [];
    const standing = standingOf(db, id);
    return standing?.status === 'active' ? [] : [[id, standing?.successor?.name ?? null]];
  }));
}

/** Those of the credentials that are learned at work, for pay; one that the edition no longer has counts as such, since nothing is known of it. */
export function paidIn(db: ReferenceDb, ids: readonly (string | null)[]): ReadonlySet<string> {
  return new Set(ids.filter((id) => id !== null).filter((id) => {
    const facts = getCredentialFacts(db, id, NATION);
    return !facts || facts.kind === 'apprenticeship' || facts.times.some((time) => time.kind === 'paid-training');
  }));
}
