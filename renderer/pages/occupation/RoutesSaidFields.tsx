import { Button } from '../../components/Button.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { useT } from '../../components/translator-context.tsx';
import { NOTHING_SAID, say, sayNothing, useRoutes } from '../../stores/routes.ts';
import { AssumptionField } from '../compare/AssumptionField.tsx';

const MOST_CENTS = 100_000_000;

/** What is said of the person, in one row; the ways follow each key. */
export function RoutesSaidFields() {
  const t = useT();
  const said = useRoutes((state) => state.said);
  const isChanged = said !== NOTHING_SAID && Object.entries(NOTHING_SAID).some(([key, value]) => said[key as keyof typeof said] !== value);
  const noLimit = t.t('routes.noLimit');
  return (
    <div className="routes-said" role="group" aria-label={t.t('routes.said')}>
      <AssumptionField layout="stacked" label={t.t('routes.age')} value={said.age} unit="count" min={1} max={99} placeholder={t.t('routes.age.none')} onChange={(age) => say({ age })} />
      <SelectField
        label={t.t('routes.school')} value={said.school} onChange={(school) => say({ school })}
        options={[{ id: 'has', label: t.t('routes.school.has') }, { id: 'later', label: t.t('routes.school.later') }, { id: 'none', label: t.t('routes.school.none') }]}
      />
      {said.school === 'later' ? <AssumptionField layout="stacked" label={t.t('routes.schoolMonths')} value={said.schoolMonths} unit="count" min={0} max={240} onChange={(months) => { if (months !== null) say({ schoolMonths: months }); }} /> : null}
      <SelectField
        label={t.t('routes.study')} value={said.study} onChange={(study) => say({ study })}
        options={[{ id: 'full', label: t.t('routes.study.full') }, { id: 'half', label: t.t('routes.study.half') }]}
      />
      <AssumptionField layout="stacked" label={t.t('routes.mostMonths')} value={said.mostMonths} unit="count" min={0} max={600} placeholder={noLimit} onChange={(mostMonths) => say({ mostMonths })} />
      <AssumptionField layout="stacked" label={t.t('routes.mostDollars')} value={said.mostCents} unit="cents" min={0} max={MOST_CENTS} placeholder={noLimit} onChange={(mostCents) => say({ mostCents })} />
      {isChanged ? <Button look="quiet" size="small" onPress={sayNothing}>{t.t('routes.reset')}</Button> : null}
    </div>
  );
}
