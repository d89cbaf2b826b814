import { useEffect } from 'react';
import type { CredentialPage as Page } from '../../../shared/contract/reference.ts';
import { latePage } from '../../app/late-page.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { RequestView } from '../../components/RequestView.tsx';
import { useT } from '../../components/translator-context.tsx';
import { selectToday, useApp } from '../../stores/app.ts';
import { retryCredential, showCredential, useCredential } from '../../stores/credential.ts';
import { go } from '../../stores/navigation.ts';
import { IDLE } from '../../stores/request.ts';
import { browseField } from '../../stores/search.ts';
import { AboutPanels } from './AboutPanels.tsx';
import { CheckPanel } from './CheckPanel.tsx';
import { CostPanel } from './CostPanel.tsx';
import { CredentialActions } from './CredentialActions.tsx';
import { OpeningsPanel } from './OpeningsPanel.tsx';
import { PayPanel } from './PayPanel.tsx';
import { StandingPanel } from './StandingPanel.tsx';
import { TakesPanel } from './TakesPanel.tsx';
import { TrailPanel } from './TrailPanel.tsx';
import { VerdictPanel } from './VerdictPanel.tsx';
import type { Ground } from './reason-figures.ts';
import '../lookup.css';
import './credential.css';

// What stands below the first look is fetched while nobody waits.
const LedgerPanel = latePage(async () => (await import('./LedgerPanel.tsx')).LedgerPanel);
const OwnPanel = latePage(async () => (await import('../own/OwnPanel.tsx')).OwnPanel);
const PayersPanel = latePage(async () => (await import('./PayersPanel.tsx')).PayersPanel);
const SchoolsPanel = latePage(async () => (await import('./SchoolsPanel.tsx')).SchoolsPanel);
const TrainingPanel = latePage(async () => (await import('./TrainingPanel.tsx')).TrainingPanel);

/** One credential: is it worth it here, what it pays, what it costs, what comes before and after. */
export function CredentialPage({ id }: { readonly id: string }) {
  const t = useT();
  const shown = useCredential();
  useEffect(() => showCredential(id), [id]);
  // Until the store has taken this id, what it holds is another credential's.
  const request = shown.id === id ? shown.page : IDLE;
  return (
    <RequestView request={request} failedTitle={t.t('credential.failed')} onRetry={retryCredential}>
      {(page) => <Ready page={page} />}
    </RequestView>
  );
}

function Ready({ page }: { readonly page: Page }) {
  const t = useT();
  const today = useApp(selectToday);
  const { facts, verdict } = page;
  const occupation = facts.links.find((link) => link.occupation.soc === verdict.soc)?.occupation ?? null;
  const ground: Ground = { occupation, baseline: page.baseline, floor: page.floor };
  const field = facts.field;
  return (
    <article className="lookup">
      <PageHeader
        title={t.name(facts.name)}
        crumbs={[{ label: t.t('explore.title'), onPress: () => go({ page: 'explore' }) }, { label: t.t(`field.${field}`), onPress: () => { browseField(field); go({ page: 'explore' }); } }]}
        subtitle={<span className="lookup-sub">{[t.t(`kind.${facts.kind}`), t.t(`credential.jurisdiction.${facts.jurisdiction}`), ...(facts.minAge === null ? [] : [t.t('credential.minAge', { age: facts.minAge })])].join(' · ')}. {t.name(page.summary)}</span>}
        actions={<CredentialActions id={facts.id} name={t.name(facts.name)} />}
      />
      <div className="page-cols">
        <div className="stack">
          <VerdictPanel page={page} ground={ground} />
          <PayPanel page={page} occupation={occupation} />
          <CostPanel page={page} today={today} />
          <PayersPanel credentialId={page.row.id} />
          <TakesPanel page={page} />
          <OpeningsPanel page={page} occupation={occupation} />
        </div>
        <div className="stack">
          <TrailPanel page={page} />
          <CheckPanel page={page} />
          <StandingPanel page={page} />
          <AboutPanels page={page} />
        </div>
      </div>
      <div className="lookup-below"><OwnPanel id={facts.id} name={facts.name} /></div>
      <div className="lookup-below"><SchoolsPanel id={facts.id} name={facts.name} isApprenticeship={facts.kind === 'apprenticeship'} /></div>
      <div className="lookup-below"><TrainingPanel id={facts.id} name={facts.name} isDegree={facts.kind === 'associate' || facts.kind === 'bachelor'} today={today} /></div>
      <div className="lookup-below"><LedgerPanel page={page} occupation={occupation} /></div>
    </article>
  );
}
