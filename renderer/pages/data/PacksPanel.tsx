import { useEffect, useRef } from 'react';
import { Button } from '../../components/Button.tsx';
import { Panel } from '../../components/Panel.tsx';
import { RequestView } from '../../components/RequestView.tsx';
import { ErrorState } from '../../components/States.tsx';
import { useT } from '../../components/translator-context.tsx';
import { selectCapabilities, useApp } from '../../stores/app.ts';
import { go } from '../../stores/navigation.ts';
import { closePack, goBackToBefore, loadPacks, onPickFile, openPackFile, takePackFile, usePacks } from '../../stores/packs.ts';
import { valueOf } from '../../stores/request.ts';
import { EditionsList } from './EditionsList.tsx';
import { InstallProgress } from './InstallProgress.tsx';
import { OpenedPack } from './OpenedPack.tsx';

/** Every edition on this machine; a pack file that was opened, what it is, and putting it in use. */
export function PacksPanel() {
  const t = useT();
  const { state, editions, job } = usePacks();
  const before = valueOf(state)?.previous ?? null;
  const isBusy = job.status === 'opening' || job.status === 'installing';
  const uploads = useApp((app) => selectCapabilities(app)?.openFiles === 'upload');
  const picker = useRef<HTMLInputElement>(null);
  useEffect(loadPacks, []);
  useEffect(() => onPickFile(() => picker.current?.click()), []);
  const take = (files: FileList | null): void => {
    const [file] = files ?? [];
    if (file) void takePackFile(file);
  };
  return (
    <Panel title={t.t('packs.title')} note={t.t('packs.note')}>
      <div>
        <RequestView request={editions} onRetry={loadPacks} failedTitle={t.t('packs.failed')}>
          {({ editions: list }) => <EditionsList editions={list} isBusy={isBusy} />}
        </RequestView>
        <div className="packs-acts">
          <Button onPress={() => void openPackFile()} isPending={job.status === 'opening'} isDisabled={job.status === 'installing'}>{t.t('packs.open')}</Button>
          <span className="quiet">{t.t('packs.drop')}</span>
          {before ? <Button look="quiet" onPress={() => go({ page: 'changes' })}>{t.t('changes.open')}</Button> : null}
          {before ? <Button look="quiet" onPress={() => void goBackToBefore()} isDisabled={isBusy}>{t.t('packs.goBack', { edition: before.edition })}</Button> : null}
        </div>
        {uploads ? (
          // Only a field of the browser's own may open a file; the button stands for it.
          <input ref={picker} type="file" accept=".pack" hidden tabIndex={-1} aria-hidden onChange={(event) => { take(event.target.files); event.target.value = ''; }} />
        ) : null}
        <div aria-live="polite">
          {job.status === 'opening' ? <p className="quiet">{t.t('packs.opening')}</p> : null}
          {job.status === 'installed' ? <p className="packs-done">{t.t('packs.installed', { name: job.name, edition: job.edition })}</p> : null}
          {job.status === 'went-back' ? <p className="packs-done">{t.t('packs.wentBack', { name: job.name, edition: job.edition })}</p> : null}
        </div>
        {job.status === 'failed' ? <><ErrorState failure={job.failure} size="line" /><p><Button size="small" onPress={() => void closePack()}>{t.t('app.close')}</Button></p></> : null}
        {job.status === 'opened' ? <OpenedPack pack={job.pack} check={job.check} /> : null}
        {job.status === 'installing' ? <InstallProgress what="installing" done={job.done} all={job.all} /> : null}
      </div>
    </Panel>
  );
}
