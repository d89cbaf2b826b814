import type { TrainingProgram } from '../../../shared/contract/training.ts';
import type { TrainingMeasure } from '../../../shared/domain/training.ts';
import type { Translator } from '../../../shared/i18n/translator.ts';
import { isOldPrice } from '../../../shared/print/format.ts';
import { Figure } from '../../components/Figure.tsx';
import { useT } from '../../components/translator-context.tsx';
import { OwnCorrection } from '../own/OwnCorrection.tsx';
import type { OwnAbout } from '../own/OwnCorrection.tsx';
import { figureWords } from './figure-words.ts';
import { piecesOf } from './reason-figures.ts';

interface TrainingRowProps {
  readonly own: OwnAbout;
  readonly program: TrainingProgram;
  readonly priceYear: number;
  readonly today: string;
}

/** One program of the list, as its provider describes it. Names stay in English, as listed. */
export function TrainingRow({ own, program, priceYear, today }: TrainingRowProps) {
  const t = useT();
  const { name, provider, place, state, here, delivery } = program;
  const where = [place === null ? null : state === null ? place : `${place}, ${state}`, here ? t.t('stateList.here') : null, delivery === null ? null : t.t(`stateList.delivery.${delivery}`)];
  return (
    <tr>
      <th scope="row">
        <span lang="en">{name}</span>
        <span className="school-aside"><span lang="en">{provider}</span>{where.filter((each) => each !== null).map((each) => ` · ${each}`).join('')}</span>
        <OwnCorrection about={own} provider={provider} listed={{ in: 'state-list', id: program.id }} />
      </th>
      <td><Cost program={program} priceYear={priceYear} today={today} /></td>
      <td>{lengthLines(program, t).map((line) => <span key={line} className="school-line">{line}</span>)}</td>
      <td><Leads program={program} /></td>
      <td><Outcomes program={program} /></td>
    </tr>
  );
}

function Cost({ program, priceYear, today }: Omit<TrainingRowProps, 'own'>) {
  const t = useT();
  const { cost, parts, costFlag, name, provider } = program;
  if (cost.value === null) return <span className="quiet">{costFlag === null ? t.t(`unknown.${cost.unknown ?? 'not-published'}`) : t.t(`stateList.cost.${costFlag}`)}</span>;
  const told = parts.map(({ part, cents }) => t.t(`stateList.part.${part}`, { amount: t.cents(cents) })).join(', ');
  const old = today !== '' && isOldPrice(priceYear, today);
  return (
    <>
      <Figure what={t.t('stateList.figure.cost', { name, provider, parts: told })} value={t.cents(cost.value)} from={cost.from} />
      <span className="school-of">{t.t(old ? 'money.priceFrom' : 'stateList.price', { year: String(priceYear) })}</span>
    </>
  );
}

function lengthLines({ length: { clockHours, weeks, weekHours, calendar, ownPace } }: TrainingProgram, t: Translator): readonly string[] {
  const lines = [
    ...(calendar === null ? [] : [t.t(`stateList.calendar.${calendar}`)]), ...(clockHours === null ? [] : [t.t('stateList.hours', { hours: clockHours })]),
    ...(weeks === null ? [] : [t.t('stateList.weeks', { weeks })]), ...(weekHours === null ? [] : [t.t('stateList.weekHours', { hours: weekHours })]), ...(ownPace ? [t.t('stateList.ownPace')] : []),
  ];
  return lines.length > 0 ? lines : [t.t('unknown.not-published')];
}

/** What the provider says it leads to: paper of the school, a license, a credential of the trade. */
function Leads({ program: { award, leadsToLicense, license, industryCredential } }: { readonly program: TrainingProgram }) {
  const t = useT();
  const licensed = license !== null || leadsToLicense === true;
  if (award === null && !licensed && industryCredential === null) return <span className="quiet">{t.t('unknown.not-collected')}</span>;
  return (
    <>
      {award === null ? null : <span className="school-line">{t.t(`stateList.award.${award}`)}</span>}
      {!licensed ? null : <span className="school-line">{license === null ? t.t('stateList.leads.aLicense') : <>{t.t('stateList.leads.license')} <span lang="en">{license}</span></>}</span>}
      {industryCredential === null ? null : <span className="school-line">{t.t('stateList.leads.credential')} <span lang="en">{industryCredential}</span></span>}
    </>
  );
}

/** Measures that are told here, in this order; the others are later counts of the same people. */
const TOLD = ['completed', 'employed-q2', 'median-quarter-pay-q2', 'mean-quarter-pay-q2', 'mean-quarter-pay-q8'] as const satisfies readonly TrainingMeasure[];

function Outcomes({ program: { outcomes, name, provider } }: { readonly program: TrainingProgram }) {
  const t = useT();
  const told = TOLD.flatMap((measure) => outcomes.filter((each) => each.measure === measure && each.figure.value !== null).map((each) => ({ ...each, measure })));
  const flags = [...new Set(outcomes.map(({ flag }) => flag))].filter((flag) => flag !== null);
  if (told.length === 0 && flags.length === 0) return <span className="quiet">{t.t('stateList.outcome.none')}</span>;
  return (
    <>
      {told.map(({ measure, figure, counts }) => {
        const value = figureWords(figure, t);
        const key = measure === 'employed-q2' && counts === 'provider-field' ? 'stateList.outcome.employed-q2.finished' as const : `stateList.outcome.${measure}` as const;
        const sentence = t.t(key, { value });
        return (
          <span key={measure} className="school-line">
            {piecesOf(sentence, [{ words: value, what: t.t('stateList.figure.outcome', { name, provider }), figure }]).map(({ text, figure: found }, index) =>
              found ? <Figure key={index} what={found.what} value={text} from={found.figure.from} /> : text)}
          </span>
        );
      })}
      {flags.map((flag) => <span key={flag} className="school-of">{t.t(`stateList.outcome.${flag}`)}</span>)}
    </>
  );
}
