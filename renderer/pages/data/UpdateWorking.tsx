import { useId } from 'react';
import type { UpdateState } from '../../../shared/contract/updates.ts';
import { Button } from '../../components/Button.tsx';
import { useT } from '../../components/translator-context.tsx';
import { cancelUpdate, pauseUpdate } from '../../stores/updates.ts';
import { durationText } from './duration-text.ts';
import { sizeText } from './size-text.ts';

interface WorkingProps {
  readonly working: NonNullable<UpdateState['working']>;
  readonly edition: string | null;
  readonly bytesPerSecond: number | null;
}

/** What is under way and how far; stopping keeps what came. */
export function UpdateWorking({ working: { phase, done, all }, edition, bytesPerSecond }: WorkingProps) {
  const t = useT();
  const id = useId();
  const percent = all === 0 ? 0 : Math.min(99, Math.floor((done / all) * 100));
  const words = (): string => {
    if (phase === 'looking') return t.t('updates.looking');
    if (phase === 'rows') return t.t('updates.making', { percent });
    const left = bytesPerSecond && all > done ? `, ${t.t('updates.fetching.time', { time: durationText((all - done) / bytesPerSecond, t) })}` : '';
    return `${t.t('updates.fetching', { edition: edition ?? '', done: sizeText(done, t), all: sizeText(all, t) })}${left}`;
  };
  return (
    <div className="packs-progress">
      <label htmlFor={id}>{words()}</label>
      <progress id={id} max={100} {...(phase === 'looking' ? {} : { value: percent })} />
      <p className="quiet">{t.t('updates.working.note')}</p>
      <div className="packs-acts">
        <Button size="small" onPress={pauseUpdate}>{t.t('updates.pause')}</Button>
        {phase === 'bytes' ? <Button size="small" look="quiet" onPress={cancelUpdate}>{t.t('updates.cancel')}</Button> : null}
      </div>
    </div>
  );
}
