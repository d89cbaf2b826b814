import { Panel } from '../../components/Panel.tsx';
import { useT } from '../../components/translator-context.tsx';
import type { Way } from './compare-view.ts';

/** For each way: what can go wrong, and what was assumed or is missing. */
export function RiskPanel({ ways }: { readonly ways: readonly Way[] }) {
  const t = useT();
  return (
    <Panel title={t.t('compare.wrong')}>
      <div className="risks">
        {ways.map(({ credential: { row }, route, line }) => (
          <section key={row.id} className={`risk line-${line}`}>
            <h3>{t.name(row.shortName)}</h3>
            <ul>{route.risks.map((each, index) => <li key={index}>{t.reason(each, 'staff')}</li>)}</ul>
            {route.reasons.length === 0 ? null : (
              <>
                <h4>{t.t('compare.assumed')}</h4>
                <ul>{route.reasons.map((each, index) => <li key={index}>{t.reason(each, 'staff')}</li>)}</ul>
              </>
            )}
          </section>
        ))}
      </div>
    </Panel>
  );
}
