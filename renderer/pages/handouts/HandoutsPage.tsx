import type { ReactNode } from 'react';
import { FIELDS } from '../../../shared/domain/facts.ts';
import { Button } from '../../components/Button.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Panel } from '../../components/Panel.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { useT } from '../../components/translator-context.tsx';
import { selectToday, useApp } from '../../stores/app.ts';
import { assumptionsOf, useCompare } from '../../stores/compare.ts';
import { chooseFieldForHandout, chooseForHandout, useHandouts } from '../../stores/handouts.ts';
import { go } from '../../stores/navigation.ts';
import type { PrintTarget } from '../../stores/navigation.ts';
import { CredentialChoice } from '../student/CredentialChoice.tsx';
import './handouts.css';

/** What one sheet of a plan can hold. */
const MOST = 4;
const JOBS: PrintTarget = { kind: 'jobs-sheet' };

interface KindProps {
  readonly title: string;
  readonly text: string;
  /** What is printed; null while something has still to be chosen. */
  readonly what: PrintTarget | null;
  readonly isMain?: boolean;
  readonly children?: ReactNode;
}

/** One kind of paper: what is on it, and the way to it. */
function Kind({ title, text, what, isMain = false, children }: KindProps) {
  const t = useT();
  return (
    <section>
      <h2>{title}</h2>
      <p className="quiet">{text}</p>
      {children}
      <Button look={isMain ? 'primary' : 'secondary'} isDisabled={what === null} label={`${t.t('handouts.show')}: ${title}`} onPress={() => { if (what !== null) go({ page: 'print', what }); }}>{t.t('handouts.show')}</Button>
    </section>
  );
}

/** Paper without a name: what one may take along from a talk in the hall. Needs no vault, keeps nothing. */
export function HandoutsPage() {
  const t = useT();
  const ids = useHandouts((state) => state.credentialIds);
  const field = useHandouts((state) => state.field);
  const changed = useCompare((state) => state.changed);
  const today = useApp(selectToday);
  const [first, second] = ids;
  const hint = first === undefined ? t.t('handouts.none') : t.t(second === undefined ? 'handouts.comparison.two' : 'handouts.sheetOne');
  return (
    <div className="stack">
      <PageHeader title={t.t('handouts.title')} subtitle={t.t('handouts.lead')} />
      <Panel className="handouts-panel">
        <CredentialChoice label={t.t('handouts.choose')} hint={t.t('handouts.choose.why')} full={t.t('handouts.full')} ids={ids} onChange={chooseForHandout} most={MOST} />
        <div className="handout-kinds">
          <Kind isMain title={t.t('handouts.plan')} text={t.t('handouts.plan.text')} what={first === undefined ? null : { kind: 'walk-in-plan', credentialIds: ids }} />
          <Kind title={t.t('handouts.sheet')} text={t.t('handouts.sheet.text')} what={first === undefined || second !== undefined ? null : { kind: 'credential-sheet', credentialId: first }} />
          <Kind
            title={t.t('handouts.comparison')} text={t.t('handouts.comparison.text')}
            what={second === undefined || today === '' ? null : { kind: 'comparison-sheet', credentialIds: ids, assumptions: assumptionsOf(changed, today) }}
          />
        </div>
        <p className="quiet small">{hint}</p>
      </Panel>
      <Panel className="handouts-panel">
        <div className="handout-kinds is-first">
          <Kind title={t.t('handouts.field')} text={t.t('handouts.field.text')} what={field === null ? null : { kind: 'field-sheet', field }}>
            <SelectField label={t.t('handouts.field.which')} options={FIELDS.map((id) => ({ id, label: t.t(`field.${id}`) }))} value={field} placeholder={t.t('handouts.field.choose')} onChange={chooseFieldForHandout} />
          </Kind>
          <Kind title={t.t('handouts.jobs')} text={t.t('handouts.jobs.text')} what={JOBS} />
        </div>
      </Panel>
    </div>
  );
}
