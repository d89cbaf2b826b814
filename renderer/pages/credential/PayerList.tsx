import { Figure } from '../../components/Figure.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useT } from '../../components/translator-context.tsx';
import type { PayersFound } from '../../stores/payers.ts';
import './payers.css';

type Hint = PayersFound['hints'][number];

/** Who might pay, in the order in which it is worth asking; each with its word, its reason and its rule. */
export function PayerList({ hints }: { readonly hints: readonly Hint[] }) {
  const t = useT();
  return (
    <ul className="payer-hints">
      {hints.map((hint) => (
        <li key={hint.payer} className={`payer-hint payer-${hint.fit}`}>
          <span className="payer-fit"><Icon name={hint.fit === 'yes' ? 'check' : hint.fit === 'no' ? 'close' : 'info'} size={13} />{t.t(`payers.fit.${hint.fit}`)}</span>
          <div>
            <strong>{t.t(`payer.${hint.payer}`)}</strong>
            {' '}<span>{hint.reasons.map((reason) => t.reason(reason, 'staff')).join(' ')}</span>
            {hint.from === null ? null : <> <Figure what={t.t(`payer.${hint.payer}`)} value={t.t('payers.rule')} from={hint.from} /></>}
            {hint.tests.length === 0 ? null : <Tests hint={hint} />}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Tests({ hint }: { readonly hint: Hint }) {
  const t = useT();
  return (
    <details className="ledger">
      <summary>{t.t('payers.tests', { met: hint.tests.filter(({ state }) => state === 'met').length, not: hint.tests.filter(({ state }) => state === 'not-met').length, open: hint.tests.filter(({ state }) => state === 'unknown').length })}</summary>
      <ul className="lookup-list small">{hint.tests.map(({ state, reason }) => <li key={reason.code}><strong>{t.t(`payers.test.${state}`)}</strong> {t.reason(reason, 'staff')}</li>)}</ul>
    </details>
  );
}
