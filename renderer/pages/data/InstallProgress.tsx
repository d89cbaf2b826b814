import { useId } from 'react';
import { Button } from '../../components/Button.tsx';
import { useT } from '../../components/translator-context.tsx';
import { cancelWork } from '../../stores/packs.ts';

interface Props {
  readonly done: number;
  readonly all: number;
  /** Putting a pack in, or comparing it first. */
  readonly what: 'installing' | 'comparing';
}

/** How far it is with a pack, and the way to stop it. */
export function InstallProgress({ done, all, what }: Props) {
  const t = useT();
  const id = useId();
  const percent = all === 0 ? 0 : Math.min(99, Math.floor((done / all) * 100));
  return (
    <div className="packs-progress">
      <label htmlFor={id}>{all === 0 ? t.t('packs.installing.first') : t.t(`packs.${what}`, { percent })}</label>
      <progress id={id} max={100} {...(all === 0 ? {} : { value: percent })} />
      <p className="quiet">{t.t(`packs.${what}.note`)}</p>
      <Button size="small" onPress={cancelWork}>{t.t(what === 'installing' ? 'packs.stop' : 'packs.comparing.stop')}</Button>
    </div>
  );
}
