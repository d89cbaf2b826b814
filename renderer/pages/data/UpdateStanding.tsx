import type { UpdateState } from '../../../shared/contract/updates.ts';
import { Icon } from '../../components/Icon.tsx';
import { ErrorState } from '../../components/States.tsx';
import { useT } from '../../components/translator-context.tsx';

/** How updates stand, in words: what is missing, when the last look was and what came of it, and whether the publisher is late. */
export function UpdateStanding({ state }: { readonly state: UpdateState }) {
  const t = useT();
  const { address, publisher, mode, last, expiredSince, setupProblem, found, ready, working } = state;
  const day = (at: string): string => t.date(at.slice(0, 10));
  const standing = (): string | null => {
    if (setupProblem) return null;
    if (publisher === null) return t.t(address === null ? 'updates.none' : 'updates.noPublisher');
    if (mode === 'off') return t.t('updates.off');
    if (last === null) return t.t(address === null ? 'updates.noAddress' : 'updates.never');
    return last.outcome === 'up-to-date' && !found && !ready ? t.t('updates.upToDate', { date: day(last.at) }) : null;
  };
  const text = standing();
  const problem = setupProblem ?? (working === null && mode !== 'off' ? last?.problem : null);
  const isLate = problem?.code === 'update-expired' && setupProblem === null;
  return (
    <>
      {text === null ? null : <p>{text}</p>}
      {/* Not to be reached is no fault of anybody: it is said quietly. */}
      {problem && last?.outcome === 'not-reached' && !setupProblem ? <p><Icon name="info" /> {t.t('updates.notReached', { date: day(last.at) })} {t.t(`error.${problem.code}`, problem.params)}</p> : null}
      {/* Nor is a publisher who is late: what is here still works. */}
      {isLate ? <p><Icon name="info" /> {t.t('error.update-expired')}</p> : null}
      {problem && !isLate && (setupProblem || last?.outcome === 'refused') ? <ErrorState failure={problem} size="line" title={t.t('updates.refused')} /> : null}
      {expiredSince && !isLate ? <p className="quiet">{t.t('updates.expired', { date: day(expiredSince) })}</p> : null}
    </>
  );
}
