import type { ReactNode } from 'react';
import { hasMessage } from '../../../shared/i18n/translator.ts';
import type { Translator } from '../../../shared/i18n/translator.ts';
import { Figure } from '../../components/Figure.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useT } from '../../components/translator-context.tsx';
import type { OccupationPage } from '../../stores/occupation.ts';

/** The word of a code in the data, or that it is not published. A code of a later edition is shown as it is. */
function codeWords(area: 'education' | 'experience' | 'training' | 'zone' | 'cluster', code: string | null, t: Translator): string {
  if (code === null || code === '') return t.t('occupation.notPublished');
  const key = `${area}.${code}`;
  return hasMessage(key) ? t.t(key) : code;
}

/** "RIC" in words: hands-on work, finding things out, order and detail. */
function interestWords(letters: string | null, t: Translator): string {
  const words = [...(letters ?? '')].flatMap((letter) => { const key = `interest.${letter}`; return hasMessage(key) ? [t.t(key)] : []; });
  return words.length === 0 ? t.t('occupation.notPublished') : new Intl.ListFormat(t.locale).format(words);
}

/** The share comes from the same tables as the openings. */
function SelfEmployed({ facts }: { readonly facts: OccupationPage['facts'] }) {
  const t = useT();
  if (facts.selfEmployedPermille === null) return <>{t.t('occupation.notPublished')}</>;
  const value = t.t('occupation.selfEmployed.share', { share: t.permille(facts.selfEmployedPermille) });
  return facts.outlook ? <Figure what={t.t('figure.selfEmployed', { name: t.name(facts.title) })} value={value} from={facts.outlook.from} /> : <>{value}</>;
}

/** What the work asks for and whom it suits, in words. */
export function AboutWork({ page }: { readonly page: OccupationPage }) {
  const t = useT();
  const { facts } = page;
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t.t('occupation.entry'), codeWords('education', facts.entryEducation, t)],
    [t.t('occupation.experience'), codeWords('experience', page.entryExperience, t)],
    [t.t('occupation.training'), codeWords('training', page.entryTraining, t)],
    [t.t('occupation.zone'), codeWords('zone', page.jobZone === null ? null : String(page.jobZone), t)],
    [t.t('occupation.interests'), interestWords(page.interests, t)],
    [t.t('occupation.cluster'), codeWords('cluster', page.cluster, t)],
    [t.t('occupation.selfEmployed'), <SelfEmployed key="self" facts={facts} />],
  ];
  return (
    <Panel title={t.t('occupation.about')}>
      <dl className="about-work">{rows.map(([term, words]) => <div key={term}><dt>{term}</dt><dd>{words}</dd></div>)}</dl>
      {page.merges.length === 0 ? null : <p className="small quiet about-merges">{t.t('occupation.merges', { codes: page.merges.join(', ') })}</p>}
    </Panel>
  );
}
