import { useEffect, useRef } from 'react';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { MERGE_WORDS } from '../../../shared/domain/overlay/merge-entries.ts';
import { Button } from '../../components/Button.tsx';
import { useT } from '../../components/translator-context.tsx';
import { closeOwnJob, importOwn } from '../../stores/own.ts';
import { OwnEntry } from './OwnEntry.tsx';

/** A file that was opened: whose it is, and what taking it would do to each entry. Nothing has changed yet. */
export function OpenedOwn({ file: { school, madeOn, rows } }: { readonly file: OutputOf<'overlay.openFile'> }) {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever opened it hears and sees the answer, wherever the button was.
  useEffect(() => heading.current?.focus(), []);
  const of = (word: (typeof MERGE_WORDS)[number]) => rows.filter((each) => each.word === word);
  const brings = of('new').length + of('changed').length > 0;
  return (
    <section className="own-preview" aria-labelledby="opened-own">
      <h3 id="opened-own" ref={heading} tabIndex={-1}>{t.t('own.opened')}</h3>
      <p translate="no">{t.t('own.opened.by', { school: school === '' ? '–' : school, date: t.date(madeOn) })}</p>
      <p>{MERGE_WORDS.map((word) => t.t(`own.count.${word}`, { count: of(word).length })).join(', ')}.</p>
      {(['new', 'changed', 'kept'] as const).filter((word) => of(word).length > 0).map((word) => (
        <div key={word}>
          <h4>{t.t(`own.word.${word}`)}</h4>
          <ul className="own-rows">{of(word).map(({ row }) => <li key={row.entry.id}><OwnEntry row={row} withCredential /></li>)}</ul>
        </div>
      ))}
      <div className="own-picker">
        <Button onPress={closeOwnJob}>{t.t('own.leave')}</Button>
        {brings ? <Button look="primary" onPress={() => void importOwn()}>{t.t('own.take')}</Button> : null}
      </div>
    </section>
  );
}
