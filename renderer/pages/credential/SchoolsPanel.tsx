import { useEffect, useState } from 'react';
import type { SchoolsNear } from '../../../shared/contract/schools.ts';
import type { Localized } from '../../../shared/domain/facts.ts';
import { Button } from '../../components/Button.tsx';
import { Link } from '../../components/Link.tsx';
import { Panel } from '../../components/Panel.tsx';
import { RequestView } from '../../components/RequestView.tsx';
import { useT } from '../../components/translator-context.tsx';
import { go } from '../../stores/navigation.ts';
import { retrySchoolsNear, showSchoolsNear, useSchoolsNear } from '../../stores/schools-near.ts';
import { OwnCorrection } from '../own/OwnCorrection.tsx';
import type { OwnAbout } from '../own/OwnCorrection.tsx';
import { Awarded, SchoolFigure, Tuition } from '../school/SchoolFigures.tsx';
import '../school/school.css';

interface SchoolsPanelProps {
  readonly id: string;
  readonly name: Localized;
  readonly isApprenticeship: boolean;
}

/** Where near here one can study in the field of the credential, and what is known of it. */
export function SchoolsPanel({ id, name, isApprenticeship }: SchoolsPanelProps) {
  const t = useT();
  const shown = useSchoolsNear();
  useEffect(() => showSchoolsNear(id), [id]);
  return (
    <Panel title={t.t('school.near')}>
      {shown.credentialId === id ? <RequestView request={shown.found} failedTitle={t.t('school.near.failed')} onRetry={retrySchoolsNear}>{(near) => <Near key={id} about={{ credentialId: id, name }} near={near} isApprenticeship={isApprenticeship} />}</RequestView> : null}
    </Panel>
  );
}

const FIRST = 8;

function Near({ about, near, isApprenticeship }: { readonly about: OwnAbout; readonly near: SchoolsNear; readonly isApprenticeship: boolean }) {
  const t = useT();
  const [showAll, setShowAll] = useState(false);
  const { program, scope, schools, years, match } = near;
  if (program === null) return <p>{t.t('school.near.noProgram')}</p>;
  const lead = <p className="school-lead"><strong>{t.t(match === 'field' ? 'school.near.leadWider' : isApprenticeship ? 'school.near.leadWork' : 'school.near.lead')}</strong> {t.t('school.near.field')} <span lang="en">{match === 'field' ? program.field : program.title}</span>.{match === 'field' && !/^\d/.test(program.title) ? <> {t.t('school.near.exact')} <span lang="en">{program.title}</span>.</> : null}</p>;
  if (scope === 'nation') return <>{lead}<p>{t.t('school.near.nation')}</p></>;
  if (schools.length === 0) return <>{lead}<p>{t.t(scope === 'state' ? 'school.near.noneState' : 'school.near.none', { state: near.state?.name ?? '' })}</p></>;
  const rows = showAll ? schools : schools.slice(0, FIRST);
  return (
    <>
      {lead}
      <div className="wide-table" tabIndex={0} role="group" aria-label={t.t('school.near')}>
        <table className="schools">
          <thead>
            <tr>
              <th scope="col">{t.t('school.school')}</th><th scope="col">{t.t('school.awards')}</th><th scope="col">{t.t('school.tuition')}</th>
              <th scope="col">{t.t('school.awarded')}</th>{years === null ? null : <th scope="col">{t.t(`school.pay.${payKey(years)}`)}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ school, miles, programs, awards, earnings }) => (
              <tr key={school.id}>
                <th scope="row">
                  <Link onPress={() => go({ page: 'school', id: school.id })}>{school.name}</Link>
                  <span className="school-aside">{school.city}, {school.state} · {t.t(`school.control.${school.control}`)}{miles === null ? null : <> · {t.t('school.miles', { miles })}</>}</span>
                  <OwnCorrection about={about} provider={school.name} listed={{ in: 'schools', id: school.id }} />
                  {programs.length === 0 ? null : <span className="school-aside" lang="en">{programs.join('; ')}</span>}
                </th>
                <td>{awards.map((each) => <span key={each.level} className="school-line"><SchoolFigure what={t.t('school.figure.awards', { name: school.name, level: t.t(`school.level.${each.level}`) })} figure={each.completions} /> <span className="school-of">{t.t(`school.level.${each.level}`)}</span></span>)}</td>
                <td><Tuition school={school} /></td>
                <td><Awarded school={school} /></td>
                {years === null ? null : (
                  <td>
                    {earnings.length === 0 ? <span className="quiet">{t.t('unknown.not-published')}</span> : earnings.map((each) => (
                      <span key={each.level} className="school-line"><SchoolFigure what={t.t('school.figure.pay', { name: school.name, years })} figure={each.median} /> <span className="school-of">{t.t(`school.payLevel.${each.level}`)}</span></span>
                    ))}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {schools.length > FIRST && !showAll ? <div className="school-more"><Button onPress={() => setShowAll(true)}>{t.t('school.near.all', { count: schools.length })}</Button></div> : null}
      <ul className="school-notes small quiet">
        <li>{t.t(scope === 'distance' ? 'school.note.distance' : 'school.note.state', { state: near.state?.name ?? '' })}</li>
        <li>{t.t('school.note.awards')}</li>
        {years === null ? null : <li>{t.t('school.note.pay')} <span lang="en">{program.field}</span>. {t.t('school.note.payOther')}</li>}
      </ul>
    </>
  );
}

/** The measure in words; a measure of a later edition is said in general. */
export const payKey = (years: number): 'one' | 'two' | 'four' | 'five' | 'other' => (years === 1 ? 'one' : years === 2 ? 'two' : years === 4 ? 'four' : years === 5 ? 'five' : 'other');
