import type { RefObject } from 'react';
import { Button } from '../components/Button.tsx';
import { areaName } from '../components/group-areas.ts';
import { Icon } from '../components/Icon.tsx';
import { Mark } from '../components/Mark.tsx';
import { useT } from '../components/translator-context.tsx';
import { selectSettings, selectVault, setSettings, useApp } from '../stores/app.ts';
import { openFrameDialog } from '../stores/dialogs.ts';
import { go } from '../stores/navigation.ts';
import { valueOf } from '../stores/request.ts';
import { lockVault, openVault } from '../stores/vault.ts';
import { Link } from '../components/Link.tsx';
import { SearchField } from './SearchField.tsx';

/** Who this is, the one search field, and what is true everywhere: area, language, students. */
export function TopBar({ searchRef }: { readonly searchRef: RefObject<HTMLInputElement | null> }) {
  return (
    <header className="top">
      <Link look="plain" className="brand" onPress={() => go({ page: 'home' })}><Mark size={27} /><span>Waymark</span></Link>
      <SearchField inputRef={searchRef} />
      <div className="tools"><AreaButton /><LanguageSwitch /><VaultButton /></div>
    </header>
  );
}

function AreaButton() {
  const t = useT();
  const areaId = useApp((state) => selectSettings(state)?.areaId ?? null);
  const area = useApp((state) => valueOf(state.areas)?.areas.find((each) => each.id === areaId) ?? null);
  return (
    <Button className="tool area-button" onPress={() => openFrameDialog('area')} {...(area ? { label: `${t.t('app.area')}: ${areaName(area, t)}` } : {})}>
      <span className="area-name">{area ? areaName(area, t) : t.t('app.area.choose')}</span><Icon name="down" size={11} />
    </Button>
  );
}

/** Both languages stand there; pressing it takes the other one. */
function LanguageSwitch() {
  const t = useT();
  const other = t.lang === 'en' ? 'es' : 'en';
  return (
    <Button className="tool lang-switch" label={`${t.t('app.lang')}: EN · ES (${t.t(`app.lang.${other}`)})`} onPress={() => void setSettings({ lang: other })}>
      <span className={t.lang === 'en' ? 'is-on' : ''}>EN</span> · <span className={t.lang === 'es' ? 'is-on' : ''}>ES</span>
    </Button>
  );
}

function VaultButton() {
  const t = useT();
  const vault = useApp(selectVault);
  if (vault === 'unlocked') return <Button className="tool" onPress={() => void lockVault()}><Icon name="unlock" size={14} />{t.t('vault.lock')}</Button>;
  return <Button className="tool" onPress={openVault}>{vault === 'locked' ? <Icon name="lock" size={14} /> : null}{t.t(vault === 'locked' ? 'vault.unlock.title' : 'app.students.start')}</Button>;
}
