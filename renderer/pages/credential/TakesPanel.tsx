import type { CredentialPage } from '../../../shared/contract/reference.ts';
import { Panel } from '../../components/Panel.tsx';
import { useT } from '../../components/translator-context.tsx';
import { Sourced } from './Sourced.tsx';

/** What it takes, as far as it is known; a number in it opens its source. */
export function TakesPanel({ page }: { readonly page: CredentialPage }) {
  const t = useT();
  const { requirements, minAge } = page.facts;
  const takes = requirements.filter((each) => each.answer === 'yes');
  const saysAge = requirements.some((each) => each.kind === 'min-age');
  return (
    <Panel title={t.t('credential.requirements')}>
      {takes.length === 0 && (minAge === null || saysAge) ? <p className="small">{t.t('credential.requirements.none')}</p> : (
        <ul className="checks">
          {minAge !== null && !saysAge ? <li>{t.t('credential.check.minAge', { age: minAge })}</li> : null}
          {takes.map((each, index) => <li key={index}><Sourced what={t.name(each.label)} from={each.from} /></li>)}
        </ul>
      )}
    </Panel>
  );
}
