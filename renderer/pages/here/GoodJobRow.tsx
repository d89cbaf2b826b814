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

interface GoodJobRowProps {
  readonly job: GoodJob;
  readonly scale: PayScale;
  readonly floor: number | null;
}

/** One good job: what it takes to start, what it pays here, and what of ours opens it. */
export function GoodJobRow({ job: { occupation, entryTraining, credentials }, scale, floor }: GoodJobRowProps) {
  const t = useT();
  const name = t.name(occupation.title);
  const { pay, employmentHere } = occupation;
  const word = (key: string): string | null => (hasMessage(key) ? t.t(key) : null);
  const start = [word(`education.${occupation.entryEducation ?? ''}`), entryTraining === null || entryTraining === 'none' ? null : word(`training.${entryTraining}`)].filter((each) => each !== null);
  return (
    <li className="here-job">
      <div className="here-what">
        <Link look="plain" className="here-name" onPress={() => go({ page: 'occupation', soc: occupation.soc })}>{name}</Link>
        <span className="small quiet">{t.t('here.start', { start: start.join(' · ') })}</span>
        <span className="small quiet">{employmentHere.value === null ? t.t('here.people.unknown') : <Figure what={t.t('figure.jobsHere', { name })} value={t.t('here.people', { count: employmentHere.value })} from={employmentHere.from} />}</span>
      </div>
      <div className="here-pay">{pay === null ? null : <PayStrip pay={pay} scale={scale} floor={floor} tone="plain" size="row" sentence={paySentence(name, pay, t)} median={<MedianFigure pay={pay} name={name} />} />}</div>
      <div className="here-opens small">
        {credentials.length === 0 ? <span className="quiet">{t.t('here.opens.none')}</span> : (
          <ul>{credentials.slice(0, 3).map((row) => <li key={row.id}><Link look="plain" onPress={() => go({ page: 'credential', id: row.id })}>{t.name(row.shortName)}</Link> <VerdictTag verdict={row.verdict} closeCall={row.closeCall} /></li>)}</ul>
        )}
      </div>
    </li>
  );
}
