/** The native menu in the app's language. Commands go to the page, which carries them out. */
import { Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import type { ServiceEvent } from '../../shared/contract/events.ts';
import { menuWord } from './words.ts';
import type { Lang } from './words.ts';

export type MenuCommand = Extract<ServiceEvent, { type: 'menu' }>['command'];
/**
 * Keys of the commands (`CmdOrCtrl` is Command on a Mac, Control elsewhere). The page hears a key
 * first; what it takes for itself, as undo in a text field, does not come here.
 */
const KEYS: Readonly<Record<MenuCommand, string>> = {
  'go-home': 'CmdOrCtrl+1', 'go-explore': 'CmdOrCtrl+2', 'go-compare': 'CmdOrCtrl+3', 'go-students': 'CmdOrCtrl+4', 'go-data': 'CmdOrCtrl+5',
  'go-settings': 'CmdOrCtrl+,', 'focus-search': 'CmdOrCtrl+F', 'show-palette': 'CmdOrCtrl+K', 'go-back': 'Alt+Left', 'go-forward': 'Alt+Right', undo: 'CmdOrCtrl+Z',
  redo: 'CmdOrCtrl+Shift+Z', print: 'CmdOrCtrl+P', lock: 'CmdOrCtrl+Shift+L', 'toggle-language': 'CmdOrCtrl+Shift+E', 'show-shortcuts': 'F1', 'open-pack': 'CmdOrCtrl+O',
};

/** The menu as a template. Beside our commands it has only what every text field needs: cut, copy, paste, text size. */
export function menuTemplate(lang: Lang, run: (command: MenuCommand) => void, platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  const word = (key: Parameters<typeof menuWord>[1]): string => menuWord(lang, key);
  const command = (name: MenuCommand): MenuItemConstructorOptions => ({ id: name, label: word(`menu.${name}`), accelerator: KEYS[name], click: () => run(name) });
  const role = (name: 'cut' | 'copy' | 'paste' | 'selectAll' | 'zoomIn' | 'zoomOut' | 'resetZoom' | 'togglefullscreen' | 'quit'): MenuItemConstructorOptions => ({ role: name, label: word(`menu.${name}`) });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const isMac = platform === 'darwin';
  return [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    { label: word('menu.file'), submenu: [command('open-pack'), line, command('print'), command('lock'), line, command('go-settings'), ...(isMac ? [] : [line, role('quit')])] },
    { label: word('menu.edit'), submenu: [command('undo'), command('redo'), line, role('cut'), role('copy'), role('paste'), role('selectAll'), line, command('focus-search'), command('show-palette')] },
    {
      label: word('menu.go'),
      submenu: [command('go-home'), command('go-explore'), command('go-compare'), command('go-students'), command('go-data'), line, command('go-back'), command('go-forward')],
    },
    { label: word('menu.view'), submenu: [role('zoomIn'), role('zoomOut'), role('resetZoom'), line, role('togglefullscreen'), line, command('toggle-language')] },
    { role: 'help', label: word('menu.help'), submenu: [command('show-shortcuts')] },
  ];
}

/** Puts the menu in place; called again when the language changes. */
export function setMenu(lang: Lang, run: (command: MenuCommand) => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(lang, run, process.platform)));
}
