import { useId } from 'react';
import { Button } from '../../components/Button.tsx';
import { useT } from '../../components/translator-context.tsx';
import { cancelInstall } from '../../stores/packs.ts';

/** How far a pack has been put in, and the way to stop it. */
export function InstallProgress({ done, all }: { readonly done: number; readonly all: number }) {
  const t = useT();
  const id = useId();
  const percent = all === 0 ? 0 : Math.min(99, Math.floor((done / all) * 100));
  return (
    <div className="packs-progress">
      <label htmlFor={id}>{all === 0 ? t.t('packs.installing.first') : t.t('packs.installing', { percent })}</label>
      <progress id={id} max={100} {...(all === 0 ? {} : { value: percent })} />
      <p className="quiet">{t.t('packs.installing.note')}</p>
      <Button size="small" onPress={cancelInstall}>{t.t('packs.stop')}</Button>
    </div>
  );
}
