import type { CredentialPage } from '../../../shared/contract/reference.ts';
import { SourceLink } from '../../app/SourceLink.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useT } from '../../components/translator-context.tsx';
import { TimeFigure } from './FactFigures.tsx';

/** Time, renewal and who gives it: the short facts in words. */
export function AboutPanels({ page }: { readonly page: CredentialPage }) {
  const t = useT();
  const { facts, issuer } = page;
  const name = t.name(facts.shortName);
  const byState = facts.jurisdiction === 'state' || facts.jurisdiction === 'federal-minimum';
  const marks = [
    ...(page.thirdPartyAssessed === null ? [] : [t.t(page.thirdPartyAssessed ? 'credential.assessed.yes' : 'credential.assessed.no')]),
    ...(page.proctored === null ? [] : [t.t(page.proctored ? 'credential.proctored.yes' : 'credential.proctored.no')]),
    ...(page.portable === null ? [] : [t.t(page.portable ? 'credential.portable.yes' : 'credential.portable.no')]),
  ];
  return (
    <>
      <Panel title={t.t('credential.time')}>
        {facts.times.length === 0 ? <p className="small">{t.t('explore.time.unknown')}</p> : (
          <ul className="lookup-list">{facts.times.map((time, index) => <li key={index}><TimeFigure time={time} name={name} /> <span className="quiet">{t.t(`credential.time.${time.kind}`)}</span></li>)}</ul>
        )}
        <h3 className="inner-title">{t.t('credential.renewal')}</h3>
        <p className="small">{facts.renewMonths === null ? t.t('credential.renewal.unknown') : t.t('credential.renewal.every', { months: facts.renewMonths })}</p>
      </Panel>
      <Panel title={t.t('credential.issuer')}>
        <p>{issuer ? <strong>{issuer.name}</strong> : t.t(byState ? 'credential.issuer.state' : 'credential.issuer.unknown')}</p>
        {issuer?.url ? <p className="small"><SourceLink url={issuer.url} title={t.t('credential.issuer.site')} /></p> : null}
        <p className="small quiet">{t.t('credential.code', { code: facts.code })}</p>
        {marks.length > 0 ? <p className="small quiet">{marks.join(' ')}</p> : null}
      </Panel>
    </>
  );
}
