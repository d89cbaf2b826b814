import type { OverlayRow } from '../../../shared/contract/overlay.ts';
import { entryName } from '../../../shared/domain/overlay/entry.ts';
import { Figure } from '../../components/Figure.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Link } from '../../components/Link.tsx';
import { useT } from '../../components/translator-context.tsx';
import { selectToday, useApp } from '../../stores/app.ts';
import { go } from '../../stores/navigation.ts';
import { callLine, factsLine, payersLine, placeLine, priceFigure, priceWords, saidBy, sourceLine } from './entry-words.ts';
import './own.css';

/** One entry as it is read: what it is, whom to call, what is known, whose word it is. What people typed is not translated. */
export function OwnEntry({ row, withCredential = false }: { readonly row: OverlayRow; readonly withCredential?: boolean }) {
  const t = useT();
  const today = useApp(selectToday);
  const { entry, age } = row;
  const name = entryName(entry, t.lang);
  const call = callLine(entry);
  return (
    <div className="own-entry">
      <span className="own-mark">{t.t('own.mark')}</span>
      <strong className="own-name" dir="auto" translate="no">{name}</strong>
      {entry.kind === 'contact' ? <span className="own-line quiet">{t.t(`own.topic.${entry.topic}`)}</span> : null}
      {entry.kind === 'program' && !entry.runs ? <span className="own-line own-ended"><Icon name="warning" size={14} />{t.t('own.ended')}</span> : null}
      {entry.kind === 'program' ? <span className="own-line" dir="auto" translate="no">{placeLine(entry, t)}</span> : null}
      {call === '' ? null : <span className="own-line own-call" dir="auto" translate="no">{call}</span>}
      {entry.kind === 'program' && entry.runs ? (
        <>
          <span className="own-line">
            {t.t('own.price')} <Figure what={t.t('own.price.of', { name })} value={priceWords(entry, t)} from={priceFigure(entry).from} own={saidBy(entry)} />
            {age.oldPrice && entry.priceCents !== null ? <> · {t.t('money.priceFrom', { year: entry.checkedOn.slice(0, 4) })}</> : null}
            {entry.payers.length === 0 ? null : <> · {t.t('own.payers.said', { payers: payersLine(entry, t) })}</>}
          </span>
          <span className="own-line">{factsLine(entry, today, t)}</span>
        </>
      ) : null}
      {entry.note === '' ? null : <span className="own-line" dir="auto" translate="no">{entry.note}</span>}
      {withCredential && entry.credentialName !== null ? (
        <span className="own-line">{t.t('own.about')} {row.credential?.state === 'here' && entry.credentialId !== null ? <OpenCredential id={entry.credentialId} name={t.name(entry.credentialName)} /> : <span translate="no">{t.name(entry.credentialName)}</span>}</span>
      ) : null}
      <Standing row={row} />
      <span className="own-line small quiet" translate="no">{sourceLine(row, t)}</span>
    </div>
  );
}

const OpenCredential = ({ id, name }: { readonly id: string; readonly name: string }) => <Link onPress={() => go({ page: 'credential', id })}>{name}</Link>;

/** A credential that the data has given up: the entry stays, with what took its place. */
function Standing({ row: { credential, entry } }: { readonly row: OverlayRow }) {
  const t = useT();
  if (!credential || credential.state === 'here') return null;
  const name = entry.credentialName === null ? '' : t.name(entry.credentialName);
  return (
    <span className="own-line own-ended">
      <Icon name="info" size={14} />
      <span>{t.t(`own.${credential.state}`, { name })} {credential.successor ? <>{t.t('own.successor')} <OpenCredential id={credential.successor.id} name={t.name(credential.successor.name)} /></> : null}</span>
    </span>
  );
}
