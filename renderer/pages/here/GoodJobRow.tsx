import type { GoodJob } from '../../../shared/contract/here.ts';
import { hasMessage } from '../../../shared/i18n/translator.ts';
import { PayStrip } from '../../charts/PayStrip.tsx';
import type { PayScale } from '../../charts/pay-scale.ts';
import { paySentence } from '../../charts/pay-words.ts';
import { Figure } from '../../components/Figure.tsx';
import { Link } from '../../components/Link.tsx';
import { VerdictTag } from '../../components/VerdictTag.tsx';
import { useT } from '../../components/translator-context.tsx';
import { go } from '../../stores/navigation.ts';
import { MedianFigure } from '../credential/FactFigures.tsx';
import { timeLine } from '../explore/row-words.ts';

interface GoodJobRowProps {
  readonly job: GoodJob;
  readonly scale: PayScale;
  readonly floor: number | null;
}

/** Credentials named beside a job; its page has the others. */
const SHOWN = 3;

/** One good job: what it takes to start, what it pays here, and what of ours opens it. */
export function GoodJobRow({ job: { occupation, entryExperience, entryTraining, credentials, credentialsTotal }, scale, floor }: GoodJobRowProps) {
  const t = useT();
  const name = t.name(occupation.title);
  const { pay, employmentHere, outlook } = occupation;
  const isFromStart = floor !== null && (pay?.p25 ?? 0) >= floor;
  const word = (key: string): string | null => (hasMessage(key) ? t.t(key) : null);
  const start = [word(`education.${occupation.entryEducation ?? ''}`), entryExperience === null || entryExperience === 'none' ? null : t.t('here.experience', { years: word(`experience.${entryExperience}`) ?? entryExperience }), entryTraining === null || entryTraining === 'none' ? null : word(`training.${entryTraining}`)].filter((each) => each !== null);
  return (
    <li className="here-job">
      <div className="here-what">
        <Link look="plain" className="here-name" onPress={() => go({ page: 'occupation', soc: occupation.soc })}>{name}</Link>
        <span className="small quiet">{t.t('here.start', { start: start.join(' · ') })}</span>
        <span className="small quiet here-counts">
          {employmentHere.value === null ? t.t('here.people.unknown') : <Figure what={t.t('figure.jobsHere', { name })} value={t.t('here.people', { count: employmentHere.value })} from={employmentHere.from} />}
          {outlook === null || outlook.openingsPerYear === null ? null : <Figure what={t.t('figure.openings', { name })} value={t.t('here.openings', { count: outlook.openingsPerYear })} from={outlook.from} />}
        </span>
      </div>
      <div className="here-pay">{pay === null ? null : <PayStrip pay={pay} scale={scale} floor={floor} tone="plain" size="row" sentence={paySentence(name, pay, t)} median={<MedianFigure pay={pay} name={name} />} />}{isFromStart ? <span className="small here-start">{t.t('here.fromStart')}</span> : null}</div>
      <div className="here-opens small">
        {credentials.length === 0 ? <span className="quiet">{t.t('here.opens.none')}</span> : (
          <ul>{credentials.slice(0, SHOWN).map((row) => <li key={row.id}><Link look="plain" onPress={() => go({ page: 'credential', id: row.id })}>{t.name(row.shortName)}</Link> <span className="quiet">{timeLine(row.time, t)}</span> <VerdictTag verdict={row.verdict} closeCall={row.closeCall} /></li>)}{credentialsTotal > SHOWN ? <li className="quiet">{t.t('here.opens.more', { count: credentialsTotal - SHOWN })}</li> : null}</ul>
        )}
      </div>
    </li>
  );
}
