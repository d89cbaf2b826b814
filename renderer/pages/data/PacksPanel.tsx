import { useEffect, useRef } from 'react';
import type { DragEvent } from 'react';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { Button } from '../../components/Button.tsx';
import { Panel } from '../../components/Panel.tsx';
import { RequestView } from '../../components/RequestView.tsx';
import { ErrorState } from '../../components/States.tsx';
import { useT } from '../../components/translator-context.tsx';
import { selectCapabilities, useApp } from '../../stores/app.ts';
import { closePack, goBackToBefore, loadPacks, onPickFile, openPackFile, takePackFile, usePacks } from '../../stores/packs.ts';
import { OpenedPack } from './OpenedPack.tsx';
import { InstallProgress } from './InstallProgress.tsx';

type Brief = OutputOf<'packs.getState'>['current'];

/** The edition in force and the one before it; a pack file that was opened, what it is, and putting it in use. */
export function PacksPanel() {
  const t = useT();
  const { state, job } = usePacks();
  const uploads = useApp((app) => selectCapabilities(app)?.openFiles === 'upload');
  const picker = useRef<HTMLInputElement>(null);
  useEffect(loadPacks, []);
  useEffect(() => onPickFile(() => picker.current?.click()), []);
  const take = (files: FileList | null): void => {
    const [file] = files ?? [];
    if (file) void takePackFile(file);
  };
  const drop = uploads
    ? { onDragOver: (event: DragEvent) => event.preventDefault(), onDrop: (event: DragEvent) => { event.preventDefault(); take(event.dataTransfer.files); } }
    : {};
  const told = (brief: Brief): string => t.t(brief.origin === 'app' ? 'packs.fromApp' : 'packs.fromPack', { name: brief.name, edition: brief.edition });
  return (
    <Panel title={t.t('packs.title')} note={t.t('packs.note')}>
      <div {...drop}>
        <RequestView request={state} onRetry={loadPacks} failedTitle={t.t('packs.failed')}>
          {({ current, previous }) => (
            <>
              <dl className="data-lines">
                <dt>{t.t('packs.inUse')}</dt><dd>{told(current)}</dd>
                {previous ? <><dt>{t.t('packs.before')}</dt><dd>{told(previous)}</dd></> : null}
              </dl>
              <div className="packs-acts">
                <Button onPress={() => void openPackFile()} isPending={job.status === 'opening'} isDisabled={job.status === 'installing'}>{t.t('packs.open')}</Button>
                {uploads ? <span className="quiet">{t.t('packs.drop')}</span> : null}
                {previous ? <Button look="quiet" onPress={() => void goBackToBefore()} isDisabled={job.status === 'installing'}>{t.t('packs.goBack', { edition: previous.edition })}</Button> : null}
              </div>
            </>
          )}
        </RequestView>
        {uploads ? (
          // Only a field of the browser's own may open a file; the button stands for it.
          <input ref={picker} type="file" accept=".pack" hidden tabIndex={-1} aria-hidden onChange={(event) => { take(event.target.files); event.target.value = ''; }} />
        ) : null}
        <div aria-live="polite">
          {job.status === 'opening' ? <p className="quiet">{t.t('packs.opening')}</p> : null}
          {job.status === 'installed' ? <p className="packs-done">{t.t('packs.installed', { name: job.name, edition: job.edition })}</p> : null}
          {job.status === 'went-back' ? <p className="packs-done">{t.t('packs.wentBack', { name: job.name, edition: job.edition })}</p> : null}
        </div>
        {job.status === 'failed' ? <><ErrorState failure={job.failure} size="line" /><p><Button size="small" onPress={closePack}>{t.t('app.close')}</Button></p></> : null}
        {job.status === 'opened' ? <OpenedPack pack={job.pack} /> : null}
        {job.status === 'installing' ? <InstallProgress done={job.done} all={job.all} /> : null}
      </div>
    </Panel>
  );
}
