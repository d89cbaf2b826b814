import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { TrainingHere } from '../../../shared/contract/training.ts';
import type { Localized } from '../../../shared/domain/facts.ts';
import { SourceLink } from '../../app/SourceLink.tsx';
import { Button } from '../../components/Button.tsx';
import { Panel } from '../../components/Panel.tsx';
import { RequestView } from '../../components/RequestView.tsx';
import { useT } from '../../components/translator-context.tsx';
import { retryTraining, showTraining, useTraining } from '../../stores/training.ts';
import type { OwnAbout } from '../own/OwnCorrection.tsx';
import { TrainingRow } from './TrainingRow.tsx';
import '../school/school.css';
import './training.css';

interface TrainingPanelProps {
  readonly id: string;
  readonly name: Localized;
  readonly isDegree: boolean;
  readonly today: string;
}

/** Training on the list of the state: kept apart from the schools, whose figures count other people at other times. */
export function TrainingPanel({ id, name, isDegree, today }: TrainingPanelProps) {
  const t = useT();
  const shown = useTraining();
  useEffect(() => showTraining(id), [id]);
  return (
    <Panel title={t.t('stateList.title')}>
      {shown.credentialId === id ? <RequestView request={shown.found} failedTitle={t.t('stateList.failed')} onRetry={retryTraining}>{(found) => <Found key={id} own={{ credentialId: id, name }} found={found} isDegree={isDegree} today={today} />}</RequestView> : null}
    </Panel>
  );
}

const FIRST = 6;

function Found({ own, found, isDegree, today }: { readonly own: OwnAbout; readonly found: TrainingHere; readonly isDegree: boolean; readonly today: string }) {
  const t = useT();
  const { state, list, programs } = found;
  if (state === null) return <p className="small">{t.t('stateList.nation')}</p>;
  if (list === null) return <p className="small">{t.t('stateList.notHeld', { state: state.name })}</p>;
  const asOf = t.date(list.asOf);
  const about = (
    <p className="small quiet training-about">
      {list.listed === null ? t.t('stateList.partOf', { held: list.held, asOf }) : t.t('stateList.someOf', { held: list.held, listed: list.listed, asOf })}{' '}
      {t.t('stateList.ask', { whom: list.ask })} {list.url === null ? t.name(list.label) : <SourceLink url={list.url} title={t.name(list.label)} />}
    </p>
  );
  if (programs.length === 0) return <><p>{t.t('stateList.none', { state: state.name })}{isDegree ? <> {t.t('stateList.degree')}</> : null}</p>{about}</>;
  return <Listed own={own} found={found} about={about} today={today} priceYear={list.priceYear} />;
}

interface ListedProps {
  readonly own: OwnAbout;
  readonly found: TrainingHere;
  readonly about: ReactNode;
  readonly today: string;
  readonly priceYear: number;
}

function Listed({ own, found, about, today, priceYear }: ListedProps) {
  const t = useT();
  const [showAll, setShowAll] = useState(false);
  const { programs, match, field } = found;
  const rows = showAll ? programs : programs.slice(0, FIRST);
  const outcomes = programs.flatMap((each) => each.outcomes);
  const pays = outcomes.some(({ figure }) => figure.unit === 'cents-per-quarter' && figure.value !== null);
  return (
    <>
      <p className="school-lead"><strong>{t.t(match === 'field' ? 'stateList.leadField' : 'stateList.lead')}</strong>{match === 'field' && field !== null ? <> {t.t('stateList.field')} <span lang="en">{field}</span>.</> : null}</p>
      {about}
      <div className="wide-table" tabIndex={0} role="group" aria-label={t.t('stateList.title')}>
        <table className="schools training">
          <thead>
            <tr>
              <th scope="col">{t.t('stateList.program')}</th><th scope="col">{t.t('stateList.cost')}</th><th scope="col">{t.t('stateList.length')}</th>
              <th scope="col">{t.t('stateList.leads')}</th><th scope="col">{t.t('stateList.outcomes')}</th>
            </tr>
          </thead>
          <tbody>{rows.map((program) => <TrainingRow key={program.id} own={own} program={program} priceYear={priceYear} today={today} />)}</tbody>
        </table>
      </div>
      {programs.length > FIRST && !showAll ? <div className="school-more"><Button onPress={() => setShowAll(true)}>{t.t('stateList.all', { count: programs.length })}</Button></div> : null}
      <ul className="school-notes small quiet">
        {pays ? <li>{t.t('stateList.note.quarter')}</li> : null}
        {outcomes.some(({ counts }) => counts === 'provider-field') ? <li>{t.t('stateList.note.providerField')}</li> : null}
        <li>{t.t('stateList.note.reported')} {programs.length > FIRST ? t.t('stateList.note.order') : null}</li>
      </ul>
    </>
  );
}
