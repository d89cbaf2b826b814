import type { RefObject } from 'react';
import { Button, Input, SearchField as AriaSearchField } from 'react-aria-components';
import { Icon } from '../components/Icon.tsx';
import { Kbd } from '../components/Kbd.tsx';
import { useT } from '../components/translator-context.tsx';
import { go, useNavigation } from '../stores/navigation.ts';
import { openAtKeys } from '../stores/open-result.ts';
import { setSearchText, useSearch } from '../stores/search.ts';

/** The one search field. Typing in it goes to Explore; the list there takes the arrow keys. Enter opens the result under the keys, also one that is still on its way. */
export function SearchField({ inputRef }: { readonly inputRef: RefObject<HTMLInputElement | null> }) {
  const t = useT();
  const text = useSearch((state) => state.text);
  const isOnExplore = useNavigation((state) => state.route.page === 'explore');
  const change = (next: string): void => {
    setSearchText(next);
    if (next !== '' && !isOnExplore) go({ page: 'explore' });
  };
  return (
    <search className="search-place"><AriaSearchField className="search" aria-label={t.t('app.search')} value={text} onChange={change} onClear={() => setSearchText('')} onSubmit={() => { if (isOnExplore) openAtKeys(); else go({ page: 'explore' }); }}>
      <Icon name="search" size={17} />
      <Input ref={inputRef} className="search-input" placeholder={t.t('app.search.hint')} autoComplete="off" spellCheck={false} maxLength={200} aria-keyshortcuts="/" />
      {text === '' ? <span className="search-key"><Kbd>/</Kbd></span> : <Button className="search-clear" aria-label={t.t('app.search.clear')}><Kbd>Esc</Kbd></Button>}
    </AriaSearchField></search>
  );
}
