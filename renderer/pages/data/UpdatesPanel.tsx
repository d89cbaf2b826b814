import { useEffect } from 'react';
import '../../../shared/i18n/words/updates.ts';
import { Button } from '../../components/Button.tsx';
import { Panel } from '../../components/Panel.tsx';
import { RequestView } from '../../components/RequestView.tsx';
import { ErrorState } from '../../components/States.tsx';
import { useT } from '../../components/translator-context.tsx';
import { go } from '../../stores/navigation.ts';
import { configureUpdates, loadUpdates, lookForUpdates, lookOnStick, putOnStick, useUpdates } from '../../stores/updates.ts';
import { sizeText } from './size-text.ts';
import { StickButton } from './StickButton.tsx';
import { UpdateOffer } from './UpdateOffer.tsx';
import { UpdateReady } from './UpdateReady.tsx';
import { UpdateSettings } from './UpdateSettings.tsx';
import { UpdateStanding } from './UpdateStanding.tsx';
import { UpdateWorking } from './UpdateWorking.tsx';

/** Updates of the data: how they stand in words, the one thing to do next, and how they come. */
export function UpdatesPanel() {
  const t = useT();
  const { state, failure, applied, exported } = useUpdates();
  useEffect(loadUpdates, []);
  return (
    <Panel title={t.t('updates.title')} note={t.t('updates.note')}>
      <RequestView request={state} onRetry={loadUpdates} failedTitle={t.t('updates.failed')}>
        {(value) => {
          const { address, publisher, mode, working, found, ready } = value;
          const canLook = address !== null && publisher !== null && mode !== 'off' && working === null;
          return (
            <div className="updates">
              <div aria-live="polite">
                {applied === null ? <UpdateStanding state={value} /> : <p className="packs-done">{t.t('updates.applied', { edition: applied })}</p>}
                {exported ? <p className="packs-done">{t.t(exported.hasPack ? 'updates.exported' : 'updates.exported.patches', { edition: exported.edition, size: sizeText(exported.bytes, t) })}</p> : null}
              </div>
              {applied === null ? null : <div className="packs-acts"><Button look="primary" onPress={() => go({ page: 'changes' })}>{t.t('changes.open')}</Button></div>}
              {failure ? <ErrorState failure={failure} size="line" /> : null}
              {canLook && mode === 'unasked' ? (
                <section className="updates-ask" aria-labelledby="updates-ask">
                  <h3 id="updates-ask">{t.t('updates.ask')}</h3>
                  <p>{t.t('updates.ask.note', { host: new URL(address).host })}</p>
                  <div className="packs-acts">
                    <Button look="primary" onPress={() => configureUpdates({ mode: 'daily' })}>{t.t('updates.ask.yes')}</Button>
                    <Button onPress={() => configureUpdates({ mode: 'asked' })}>{t.t('updates.ask.no')}</Button>
                  </div>
                </section>
              ) : null}
              {working ? <UpdateWorking working={working} edition={found?.edition ?? null} bytesPerSecond={value.bytesPerSecond} /> : null}
              {working === null && found ? <UpdateOffer offer={found} state={value} /> : null}
              {working === null && ready ? <UpdateReady ready={ready} /> : null}
              {/* Hidden and not taken away while something runs: where a stick is stays written. */}
              <div className="packs-acts" hidden={working !== null}>
                {canLook ? <Button look={found || ready || applied !== null || mode === 'unasked' ? 'secondary' : 'primary'} onPress={lookForUpdates}>{t.t('updates.check')}</Button> : null}
                {publisher && mode !== 'off' ? <StickButton label={t.t('updates.stick')} act={t.t('updates.stick.look')} onPlace={lookOnStick} /> : null}
                {publisher && value.last !== null ? <StickButton label={t.t('updates.export')} act={t.t('updates.export.write')} onPlace={putOnStick} /> : null}
              </div>
              <UpdateSettings state={value} />
            </div>
          );
        }}
      </RequestView>
    </Panel>
  );
}
