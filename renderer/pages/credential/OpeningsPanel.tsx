import type { ReactNode } from 'react';
import type { CredentialPage } from '../../../shared/contract/reference.ts';
import type { OccupationFacts } from '../../../shared/domain/facts.ts';
import { Figure } from '../../components/Figure.tsx';
import { Link } from '../../components/Link.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useT } from '../../components/translator-context.tsx';
import { go } from '../../stores/navigation.ts';
import { figureWords } from './figure-words.ts';

/** Jobs here, openings in the nation, and where they are headed: three figures with their words. */
export function OpeningFigures({ occupation }: { readonly occupation: OccupationFacts }) {
  const t = useT();
  const { employmentHere, outlook } = occupation;
  const name = t.name(occupation.title);
  const line = (figure: ReactNode, words: string) => <li><span className="opening-figure">{figure}</span> {words}</li>;
  return (
    <ul className="openings">
      {line(<Figure what={t.t('figure.jobsHere', { name })} value={figureWords(employmentHere, t)} from={employmentHere.from} />, t.t('credential.openings.here'))}
      {outlook === null || outlook.openingsPerYear === null ? line(t.t('unknown.not-published'), t.t('credential.openings.year'))
        : line(<Figure what={t.t('figure.openings', { name })} value={t.count(outlook.openingsPerYear)} from={outlook.from} />, t.t('credential.openings.year'))}
      {outlook === null || outlook.changePermille === null ? null
        : line(<Figure what={t.t('figure.change', { name })} value={t.permille(outlook.changePermille, true)} from={outlook.from} />, t.t('credential.openings.change', { from: String(outlook.fromYear), to: String(outlook.toYear) }))}
    </ul>
  );
}

interface OpeningsPanelProps {
  readonly page: CredentialPage;
  readonly occupation: OccupationFacts | null;
}

/** The job it was judged by with its openings, and the other jobs it has to do with. */
export function OpeningsPanel({ page, occupation }: OpeningsPanelProps) {
  const t = useT();
  const others = page.facts.links.filter((link) => link.occupation.soc !== occupation?.soc);
  const link = (facts: OccupationFacts) => <Link onPress={() => go({ page: 'occupation', soc: facts.soc })}>{t.name(facts.title)}</Link>;
  return (
    <Panel title={t.t('credential.openings')}>
      {occupation ? (
        <>
          <p>{t.t('credential.openings.job')} {link(occupation)}</p>
          <OpeningFigures occupation={occupation} />
        </>
      ) : <p>{t.t('reason.job.none-opened')}</p>}
      {others.length === 0 ? null : (
        <>
          <h3 className="inner-title">{t.t('credential.otherJobs')}</h3>
          <ul className="lookup-list">
            {others.map((each) => <li key={each.occupation.soc}>{link(each.occupation)} <span className="quiet small">{t.t(`relation.${each.relation}`)}</span></li>)}
          </ul>
        </>
      )}
    </Panel>
  );
}
