import { TIME_LIMITS } from '../../../shared/domain/pay/good-jobs.ts';
import { Segmented } from '../../components/RadioGroup.tsx';
import { useT } from '../../components/translator-context.tsx';
import { setWithin, useHere } from '../../stores/here.ts';

const CHOICES = ['any', '3', '12', '24'] as const;

/** How long it may take until one can do the work. */
export function TimeChoice() {
  const t = useT();
  const within = useHere((state) => state.within);
  return (
    <div className="here-within">
      <Segmented
        label={t.t('here.within')} hint={t.t('here.within.note')} value={within === null ? 'any' : `${within}`}
        onChange={(choice) => setWithin(TIME_LIMITS.find((limit) => String(limit) === choice) ?? null)}
        options={CHOICES.map((id) => ({ id, label: t.t(`here.within.${id}`) }))}
      />
    </div>
  );
}
