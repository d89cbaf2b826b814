import { useT } from '../../components/translator-context.tsx';
import type { RoutesFound } from '../../stores/routes.ts';
import { RouteItem } from './RouteItem.tsx';
import './routes.css';

/** The ways found; where there is none, the limit that is in the way and how far it must move. */
export function FoundRoutes({ answer, isHere = false }: { readonly answer: RoutesFound; readonly isHere?: boolean }) {
  const t = useT();
  const { routes, found, nothing } = answer;
  return (
    <>
      <p className="only-heard" role="status">{t.t('routes.status', { count: found })}</p>
      {nothing ? <p className="routes-nothing">{t.reason(nothing, 'staff')}</p> : null}
      {found > routes.length ? <p className="small quiet">{t.t('routes.some', { shown: routes.length, found })}</p> : null}
      <ol className="routes">
        {routes.map((route, index) => <RouteItem key={route.steps.map((step) => step.credentialId).join(' ')} route={route} number={index + 1} isHere={isHere} />)}
      </ol>
      {routes.length === 0 ? null : <p className="tiny routes-explained">{t.t('routes.explained')}</p>}
    </>
  );
}
