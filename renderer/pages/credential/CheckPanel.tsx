import type { CredentialPage } from '../../../shared/contract/reference.ts';
import { latePage } from '../../app/late-page.tsx';
import { SourceLink } from '../../app/SourceLink.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useT } from '../../components/translator-context.tsx';

const OwnContacts = latePage(async () => (await import('../own/OwnContacts.tsx')).OwnContacts);

/** What costs people money when found out too late. Questions come first: nobody here knows the answer. */
export function CheckPanel({ page }: { readonly page: CredentialPage }) {
  const t = useT();
  const { requirements, jurisdiction } = page.facts;
  const { state, authority } = page.standing;
  const asks = requirements.filter((each) => each.answer === 'ask');
  // With the board on record, whom to ask is said by its name.
  const rule = jurisdiction === 'state' ? (authority ? null : t.t('credential.stateSets')) : jurisdiction === 'federal-minimum' ? t.t('credential.federalMinimum') : null;
  return (
    <Panel title={t.t('credential.check')}>
      {rule === null ? null : <p className="small check-rule">{rule}</p>}
      {authority === null || state === null ? null : (
        <p className="small check-rule">
          {t.t('standing.authority', { state: state.name })} {authority.url === null ? <strong>{authority.name}</strong> : <SourceLink url={authority.url} title={authority.name} />}
          {authority.phone === null ? null : <>, <span className="check-phone">{authority.phone}</span></>}
        </p>
      )}
      <OwnContacts id={page.facts.id} name={page.facts.name} />
      {asks.length === 0 ? <p className="small">{t.t('credential.check.none')}</p> : (
        <ul className="checks">{asks.map((each, index) => <li key={index} className="is-question">{t.name(each.label)}</li>)}</ul>
      )}
    </Panel>
  );
}
