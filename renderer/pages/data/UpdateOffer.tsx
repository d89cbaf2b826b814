import type { UpdateOffer as Offer, UpdateState } from '../../../shared/contract/updates.ts';
import { Button } from '../../components/Button.tsx';
import { useT } from '../../components/translator-context.tsx';
import { cancelUpdate, getUpdate } from '../../stores/updates.ts';
import { durationText } from './duration-text.ts';
import { sizeText } from './size-text.ts';

const MB = 1_000_000;

/** An edition that is there: its bytes, the way, the time, before anything is fetched. */
export function UpdateOffer({ offer, state }: { readonly offer: Offer; readonly state: UpdateState }) {
  const t = useT();
  const { bytesPerSecond, askAboveMb, isPaused } = state;
  return (
    <section className="packs-opened" aria-labelledby="found-update">
      <h3 id="found-update">{t.t('updates.found', { edition: offer.edition })}</h3>
      <p>
        {t.t(offer.way === 'patch' ? 'updates.found.patch' : 'updates.found.pack', { size: sizeText(offer.bytes, t) })}
        {bytesPerSecond && offer.from === 'address' ? ` ${t.t('updates.found.time', { time: durationText(offer.bytes / bytesPerSecond, t) })}` : ''}
      </p>
      {offer.from === 'address' && offer.bytes > askAboveMb * MB ? <p>{t.t('updates.found.large', { limit: askAboveMb })}</p> : null}
      {isPaused ? <p className="quiet">{t.t('updates.paused')}</p> : null}
      <div className="packs-acts">
        <Button look="primary" onPress={getUpdate}>{isPaused ? t.t('updates.goOn') : t.t('updates.get', { edition: offer.edition })}</Button>
        {isPaused ? <Button look="quiet" onPress={cancelUpdate}>{t.t('updates.cancel')}</Button> : null}
      </div>
    </section>
  );
}
