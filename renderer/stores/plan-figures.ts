/** The figures a plan was made with beside those of the edition at hand, so that a person sees what would change. */
import type { Plan } from '../../shared/contract/plans.ts';
import type { PlanFigures } from '../../shared/domain/plan/staleness.ts';
import { monthOf } from '../../shared/kernel/plain-date.ts';
import { planPays } from '../../shared/print/default-plan.ts';
import { call } from '../client/client.ts';

/** As frozen. A snapshot holds no verdicts: those are told where the credential is. */
export const figuresThen = ({ snapshot }: Pick<Plan, 'snapshot'>): PlanFigures => ({
  edition: snapshot.digest, dataChecked: monthOf(snapshot.dataChecked), floor: snapshot.floor?.value ?? null,
  jobs: snapshot.pays.map(({ credentialId, soc, title, pay }) => ({ credentialId, name: title, soc, median: pay.p50, verdict: null })),
});

/** The same credentials in the edition at hand, in the plan's area; one that it no longer has is left out. Null when the data cannot be asked. */
export async function askFiguresNow({ snapshot, areaId }: Pick<Plan, 'snapshot' | 'areaId'>): Promise<PlanFigures | null> {
  const edition = await call('reference.getEdition', {});
  if (!edition.ok) return null;
  const pages = await Promise.all(snapshot.pays.map(({ credentialId }) => call('reference.getCredential', { id: credentialId, areaId })));
  const found = pages.flatMap((page) => (page.ok ? [page.value] : []));
  return {
    edition: edition.value.digest, dataChecked: monthOf(edition.value.dataChecked), floor: found[0]?.floor.floor.value ?? null,
    jobs: found.flatMap(({ facts }) => planPays([facts]).map(({ credentialId, soc, title, pay }) => ({ credentialId, name: title, soc, median: pay.p50, verdict: null }))),
  };
}
