import { Button } from '../../components/Button.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useT } from '../../components/translator-context.tsx';
import { chooseForHandout, useHandouts } from '../../stores/handouts.ts';
import { go } from '../../stores/navigation.ts';
import { CredentialChoice } from '../student/CredentialChoice.tsx';
import './handouts.css';

/** What one sheet of a plan can hold. */
const MOST = 4;

/** Paper without a name: what one may take along from a talk in the hall. Needs no vault, keeps nothing. */
export function HandoutsPage() {
  const t = useT();
  const ids = useHandouts((state) => state.credentialIds);
  const [first, second] = ids;
  return (
    <div className="stack">
      <PageHeader title={t.t('handouts.title')} subtitle={t.t('handouts.lead')} />
      <Panel className="handouts-panel">
        <CredentialChoice label={t.t('handouts.choose')} hint={t.t('handouts.choose.why')} full={t.t('handouts.full')} ids={ids} onChange={chooseForHandout} most={MOST} />
        <div className="handout-kinds">
          <section>
            <h2>{t.t('handouts.plan')}</h2>
            <p className="quiet">{t.t('handouts.plan.text')}</p>
            <Button look="primary" isDisabled={first === undefined} onPress={() => go({ page: 'print', what: { kind: 'walk-in-plan', credentialIds: ids } })}>{t.t('handouts.show')}</Button>
          </section>
          <section>
            <h2>{t.t('handouts.sheet')}</h2>
            <p className="quiet">{t.t('handouts.sheet.text')}</p>
            <Button isDisabled={first === undefined || second !== undefined} onPress={() => { if (first !== undefined) go({ page: 'print', what: { kind: 'credential-sheet', credentialId: first } }); }}>{t.t('handouts.show')}</Button>
          </section>
        </div>
        {first === undefined ? <p className="quiet small">{t.t('handouts.none')}</p> : second !== undefined ? <p className="quiet small">{t.t('handouts.sheetOne')}</p> : null}
      </Panel>
    </div>
  );
}
