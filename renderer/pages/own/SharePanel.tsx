import { useRef } from 'react';
import { MERGE_WORDS } from '../../../shared/domain/overlay/merge-entries.ts';
import { Button } from '../../components/Button.tsx';
import { Panel } from '../../components/Panel.tsx';
import { ErrorState } from '../../components/States.tsx';
import { useT } from '../../components/translator-context.tsx';
import { selectCapabilities, useApp } from '../../stores/app.ts';
import { closeOwnJob, exportOwn, openOwnFile, takeOwnFile, useOwn } from '../../stores/own.ts';
import { OpenedOwn } from './OpenedOwn.tsx';

/** All entries as one file for a colleague, and a colleague's file taken in after a look at what it changes. */
export function SharePanel({ count }: { readonly count: number }) {
  const t = useT();
  const job = useOwn((state) => state.job);
  const uploads = useApp((app) => selectCapabilities(app)?.openFiles === 'upload');
  const picker = useRef<HTMLInputElement>(null);
  return (
    <Panel title={t.t('own.share')} note={t.t('own.share.note')}>
      <div className="own-picker">
        <Button onPress={() => void exportOwn()} isDisabled={count === 0} isPending={job.status === 'busy'}>{t.t('own.export')}</Button>
        <Button onPress={() => { if (uploads) picker.current?.click(); else void openOwnFile(); }} isPending={job.status === 'busy'}>{t.t('own.import')}</Button>
      </div>
      {uploads ? (
        // Only a field of the browser's own may open a file; the button stands for it.
        <input
          ref={picker} type="file" accept=".json,application/json" hidden tabIndex={-1} aria-hidden
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) void takeOwnFile(file);
            event.target.value = '';
          }}
        />
      ) : null}
      <div aria-live="polite">
        {job.status === 'exported' ? <p className="own-preview">{t.t('own.exported', { count: job.entries })}</p> : null}
        {job.status === 'imported' ? <p className="own-preview">{t.t('own.imported')} {MERGE_WORDS.map((word) => t.t(`own.count.${word}`, { count: job.words[word] })).join(', ')}.</p> : null}
      </div>
      {job.status === 'failed' ? <><ErrorState failure={job.failure} size="line" /><p><Button size="small" onPress={closeOwnJob}>{t.t('app.close')}</Button></p></> : null}
      {job.status === 'opened' ? <OpenedOwn file={job.file} /> : null}
    </Panel>
  );
}
