import { useEffect } from 'react';
import { Checkbox } from '../../components/Checkbox.tsx';
import { Panel } from '../../components/Panel.tsx';
import { RequestView } from '../../components/RequestView.tsx';
import { useT } from '../../components/translator-context.tsx';
import { retryPayers, sayOfPayer, showPayers, usePayers } from '../../stores/payers.ts';
import { AssumptionField } from '../compare/AssumptionField.tsx';
import { PayerList } from './PayerList.tsx';

const MOST_INDEX = 999_999;

/** Who may pay for this credential, by the rules of today; what is not said of a person stays a question. */
export function PayersPanel({ credentialId }: { readonly credentialId: string }) {
  const t = useT();
  const { said, found } = usePayers();
  const shown = usePayers((state) => state.credentialId);
  useEffect(() => showPayers(credentialId), [credentialId]);
  // Not said is not "no": an empty box leaves the question open.
  const box = (key: 'veteran' | 'getsSnap' | 'disability') => <Checkbox isSelected={said[key] === true} onChange={(is) => sayOfPayer({ [key]: is ? true : null })}>{t.t(`payers.said.${key}`)}</Checkbox>;
  return (
    <Panel title={t.t('payers.title')} note={t.t('payers.note')}>
      <div className="payers-said" role="group" aria-label={t.t('routes.said')}>
        <Checkbox isSelected={said.inHighSchool} onChange={(inHighSchool) => sayOfPayer({ inHighSchool })}>{t.t('payers.said.inHighSchool')}</Checkbox>
        {box('veteran')}{box('getsSnap')}{box('disability')}
        <AssumptionField label={t.t('payers.said.index')} value={said.studentAidIndex} unit="count" min={0} max={MOST_INDEX} placeholder={t.t('routes.age.none')} onChange={(studentAidIndex) => sayOfPayer({ studentAidIndex })} />
      </div>
      {shown === credentialId ? <RequestView request={found} failedTitle={t.t('payers.failed')} onRetry={retryPayers}>{({ hints }) => <div aria-live="polite"><PayerList hints={hints} /></div>}</RequestView> : null}
    </Panel>
  );
}
