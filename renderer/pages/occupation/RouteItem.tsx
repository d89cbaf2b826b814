import type { OutputOf } from '../../../shared/contract/index.ts';
import { ROUTE_COST, ROUTE_TIME } from '../../../shared/domain/ours.ts';
import type { Translator } from '../../../shared/i18n/translator.ts';
import { Figure } from '../../components/Figure.tsx';
import { Link } from '../../components/Link.tsx';
import { Trail } from '../../components/Trail.tsx';
import { useT } from '../../components/translator-context.tsx';
import { go } from '../../stores/navigation.ts';
import { MedianFigure } from '../credential/FactFigures.tsx';

type FoundRoute = OutputOf<'routes.find'>['routes'][number];

interface RouteItemProps {
  readonly route: FoundRoute;
  readonly number: number;
  /** True on the page of the job itself; elsewhere the job where a way ends opens its page. */
  readonly isHere?: boolean;
}

/** The months of the whole way; null when of no step the time is known. */
function timeOf({ months, monthsOpen }: FoundRoute, t: Translator): string | null {
  if (monthsOpen && months === 0) return null;
  const words = t.t('time.months', { low: months, high: 'none', n: months });
  return monthsOpen ? t.t('money.atLeast', { amount: words }) : words;
}
/** What is paid for the whole way; null when nothing of it is known. */
function costOf({ cents, centsOpen }: FoundRoute, t: Translator): string | null {
  if (!centsOpen) return t.cents(cents);
  return cents === 0 ? null : t.t('money.atLeast', { amount: t.cents(cents) });
}
/** What sets a way apart. One with an unknown part is called best in nothing, and that is what is said of it. */
function whyOf({ reasons, monthsOpen, centsOpen }: FoundRoute, t: Translator): string {
  return reasons.map((reason) => (reason.code === 'route.in-between' && (monthsOpen || centsOpen) ? t.t('routes.open') : t.reason(reason, 'staff'))).join(' ');
}

/** One way: why it is shown, its steps as blazes up to the job, and what it takes. */
export function RouteItem({ route, number, isHere = false }: RouteItemProps) {
  const t = useT();
  const { soc, title, pay } = route.job;
  const name = t.name(title);
  const [time, cost] = [timeOf(route, t), costOf(route, t)];
  return (
    <li className="route">
      <h3>{t.t('routes.way', { number })}</h3>
      <p className="route-why small quiet">{whyOf(route, t)}</p>
      <div className="route-cols">
        <Trail
          label={t.t('routes.way', { number })}
          steps={[
            ...route.steps.map((step) => ({
              key: step.credentialId, state: 'way' as const,
              title: <Link look="plain" onPress={() => go({ page: 'credential', id: step.credentialId })}>{t.name(step.name)}</Link>,
              ...(step.reasons.length === 0 ? {} : { note: step.reasons.map((reason) => t.reason(reason, 'staff')).join(' ') }),
            })),
            isHere
              ? { key: 'goal', state: 'here' as const, title: name, stateText: t.t('routes.goal') }
              : { key: 'goal', state: 'here' as const, title: <Link look="plain" onPress={() => go({ page: 'occupation', soc })}>{name}</Link>, stateText: t.t('routes.job') },
          ]}
        />
        <dl className="route-figures">
          <div><dt>{t.t('routes.time')}</dt><dd>{time === null ? t.t('explore.time.unknown') : <Figure what={t.t('routes.figure.time', { number })} value={time} from={ROUTE_TIME} />}</dd></div>
          <div><dt>{t.t('routes.cost')}</dt><dd>{cost === null ? t.t('explore.cost.unknown') : <Figure what={t.t('routes.figure.cost', { number })} value={cost} from={ROUTE_COST} />}{cost !== null && route.centsOpen ? `, ${t.t('money.plusUnknown')}` : ''}</dd></div>
          <div><dt>{t.t('routes.pay')}</dt><dd>{pay !== null && pay.p50 !== null ? <MedianFigure pay={pay} name={name} withArea /> : t.t('explore.pay.notPublished')}</dd></div>
          <div><dt>{t.t('routes.hurdles')}</dt><dd>{t.t('routes.hurdles.count', { count: route.hurdles })}</dd></div>
        </dl>
      </div>
    </li>
  );
}
