import type { CredentialPage } from '../../../shared/contract/reference.ts';
import type { Provenance } from '../../../shared/domain/facts.ts';
import { Panel } from '../../components/Panel.tsx';
import { useT } from '../../components/translator-context.tsx';
import { Sourced } from './Sourced.tsx';

const from = (source: string | null, evidence: string | null): Provenance => ({ source, evidence, vintage: null, area: null, basis: 'published', method: null });
type List = CredentialPage['standing']['lists'][number];

/** What one list of the state says: yes, perhaps, or no. The word stands first, the entry as the list writes it after. */
function Answer({ list }: { readonly list: List }) {
  const t = useT();
  const first = list.listed[0];
  const answer = first?.match ?? 'none';
  const words = first
    ? t.t(`standing.${answer === 'same' ? 'same' : 'family'}`, { as: first.as, edition: list.edition })
    : t.t('standing.none', { entries: list.entries, edition: list.edition });
  return (
    <li>
      <strong>{t.t(`standing.answer.${answer}`)}</strong> <Sourced what={words} from={from(list.source, null)} />
      <span className="standing-list quiet small">{t.name(list.label)}</span>
    </li>
  );
}

/** Counts toward graduation or a seal here: yes, no, or not known. A list that is not here is not a no. */
export function StandingPanel({ page }: { readonly page: CredentialPage }) {
  const t = useT();
  const { state, lists, facts } = page.standing;
  const school = lists.filter(({ purpose }) => purpose === 'school');
  const training = lists.filter(({ purpose }) => purpose === 'training');
  return (
    <Panel title={t.t('standing.title')}>
      {state === null ? <p className="small">{t.t('standing.nation')}</p>
        : school.length > 0 ? <ul className="lookup-list">{school.map((list) => <Answer key={list.edition} list={list} />)}</ul>
          : <p className="small"><strong>{t.t('standing.answer.unknown')}</strong> {t.t('standing.notCollected', { state: state.name })}</p>}
      {facts.length === 0 ? null : <ul className="standing-facts small">{facts.map((fact) => <li key={fact.evidence}><Sourced what={t.name(fact.label)} from={from(null, fact.evidence)} /></li>)}</ul>}
      {training.length === 0 ? null : (
        <>
          <h3 className="inner-title">{t.t('standing.training')}</h3>
          <ul className="lookup-list">{training.map((list) => <Answer key={list.edition} list={list} />)}</ul>
        </>
      )}
      {lists.length === 0 ? null : <p className="small quiet">{t.t('standing.ask')}</p>}
    </Panel>
  );
}
