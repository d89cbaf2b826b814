import { AreaField } from '../components/AreaField.tsx';
import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { Kbd } from '../components/Kbd.tsx';
import { useT } from '../components/translator-context.tsx';
import type { MessageKey } from '../../shared/i18n/messages/en.ts';
import { selectSettings, setSettings, useApp } from '../stores/app.ts';
import type { Area } from '../stores/app.ts';
import { useCountyList } from '../stores/counties.ts';
import { closeFrameDialog, useFrameDialog } from '../stores/dialogs.ts';
import { valueOf } from '../stores/request.ts';
import { latePage } from './late-page.tsx';
import { IS_MAC } from './use-keys.ts';

/** Nobody needs it for the first picture. */
const CommandPalette = latePage(async () => (await import('./CommandPalette.tsx')).CommandPalette);

const NO_AREAS: readonly Area[] = [];

/** Dialogs that the frame itself opens. */
export function FrameDialogs() {
  const t = useT();
  const open = useFrameDialog((state) => state.open);
  const areas = useApp((state) => valueOf(state.areas)?.areas ?? NO_AREAS);
  const areaId = useApp((state) => selectSettings(state)?.areaId ?? null);
  const counties = useCountyList();
  return (
    <>
      <Dialog title={t.t('app.area.title')} isOpen={open === 'area'} onClose={closeFrameDialog} size="small" actions={<Button look="primary" onPress={closeFrameDialog} isDisabled={areaId === null}>{t.t('app.area.done')}</Button>}>
        <p className="quiet">{t.t('app.area.text')}</p>
        <AreaField label={t.t('app.area')} areas={areas} counties={counties} value={areaId} onChange={(id) => void setSettings({ areaId: id })} autoFocus />
      </Dialog>
      <Dialog title={t.t('app.shortcuts')} isOpen={open === 'shortcuts'} onClose={closeFrameDialog} size="small"><Shortcuts /></Dialog>
      <Dialog title={t.t('palette.title')} isOpen={open === 'palette'} onClose={closeFrameDialog} size="palette"><CommandPalette /></Dialog>
    </>
  );
}

const MOD = IS_MAC ? '⌘' : 'Ctrl';
const KEYS: readonly (readonly [MessageKey, readonly string[]])[] = [
  ['app.shortcuts.search', ['/']], ['app.shortcuts.palette', [MOD, 'K']], ['app.shortcuts.escape', ['Esc']], ['app.shortcuts.results', ['↑', '↓']], ['app.shortcuts.open', ['Enter']],
  ['app.shortcuts.compare', ['C']], ['app.shortcuts.print', ['P']], ['app.shortcuts.back', IS_MAC ? ['⌘', '['] : ['Alt', '←']], ['app.shortcuts.forward', IS_MAC ? ['⌘', ']'] : ['Alt', '→']],
  ['app.shortcuts.undo', [MOD, 'Z']], ['app.shortcuts.redo', [MOD, 'Shift', 'Z']], ['app.shortcuts.this', ['?']],
];

function Shortcuts() {
  const t = useT();
  return (
    <table className="keys">
      <caption className="only-heard">{t.t('app.shortcuts.list')}</caption>
      <tbody>
        {KEYS.map(([key, keys]) => <tr key={key}><th scope="row">{t.t(key)}</th><td className="num">{keys.map((each) => <Kbd key={each}>{each}</Kbd>)}</td></tr>)}
      </tbody>
    </table>
  );
}
