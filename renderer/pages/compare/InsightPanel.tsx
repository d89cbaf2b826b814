import type { Reason } from '../../../shared/domain/reason.ts';
import { Panel } from '../../components/Panel.tsx';
import { useT } from '../../components/translator-context.tsx';

/** What would change the answer, in sentences. */
export function InsightPanel({ insights }: { readonly insights: readonly Reason[] }) {
  const t = useT();
  return (
    <Panel title={t.t('compare.change')}>
      {insights.length === 0 ? <p className="small">{t.t('compare.change.none')}</p> : (
        <div className="insights" aria-live="polite">{insights.map((each, index) => <p key={index} className="small">{t.reason(each, 'staff')}</p>)}</div>
      )}
    </Panel>
  );
}
