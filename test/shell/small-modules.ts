/** The modules with a few members each: menu, dialogs, clipboard, links, screen, theme, power, key store. */
import type { Clipboard, Dialog, Display, MenuItemConstructorOptions, NativeTheme, OpenDialogOptions, OpenDialogReturnValue, SafeStorage, SaveDialogOptions, SaveDialogReturnValue, Screen, Shell } from 'electron';
import { StrictEmitter, needReady, strict } from './lifecycle.ts';
import { record } from './record.ts';

const ROLES = new Set(['appMenu', 'quit', 'cut', 'copy', 'paste', 'selectAll', 'zoomIn', 'zoomOut', 'resetZoom', 'togglefullscreen', 'help']);
const ACCELERATOR = /^((CmdOrCtrl|Alt|Shift|Ctrl|Cmd)\+)*([A-Z0-9]|F\d{1,2}|Left|Right|Up|Down|Plus|,|\/)$/;

function checkItem(item: MenuItemConstructorOptions): void {
  if (item.role !== undefined && !ROLES.has(item.role)) throw new Error(`the stand-in's menu has no role ${item.role}`);
  if (item.accelerator !== undefined && !ACCELERATOR.test(item.accelerator)) throw new Error(`not an accelerator: ${item.accelerator}`);
  if (item.role === undefined && item.type !== 'separator' && !item.label) throw new Error('Invalid template for MenuItem: must have at least one of label, role or type');
  if (Array.isArray(item.submenu)) item.submenu.forEach(checkItem);
}

let menu: readonly MenuItemConstructorOptions[] = [];
export const menuItems = (items: readonly MenuItemConstructorOptions[] = menu): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? menuItems(item.submenu) : [])]);

export const Menu = strict('Menu', {
  buildFromTemplate: (template: MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] => {
    template.forEach(checkItem);
    return template;
  },
  setApplicationMenu: (built: readonly MenuItemConstructorOptions[]): void => { menu = built; },
});

/** `showSaveDialog(window, options)` and `showSaveDialog(options)`. */
function showSaveDialog(...args: readonly unknown[]): Promise<SaveDialogReturnValue> {
  needReady('dialog.showSaveDialog');
  const options = args.at(-1) as SaveDialogOptions;
  if (!options.defaultPath || !options.filters) throw new Error('a save dialog of the product names a file and its kind');
  if (record.saveAnswers.length === 0) throw new Error('a save dialog was opened and no test had laid an answer ready');
  const filePath = record.saveAnswers.shift() ?? null;
  return Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' });
}
/** `showOpenDialog(window, options)` and `showOpenDialog(options)`. */
function showOpenDialog(...args: readonly unknown[]): Promise<OpenDialogReturnValue> {
  needReady('dialog.showOpenDialog');
  const options = args.at(-1) as OpenDialogOptions;
  const isFolder = options.properties?.length === 1 && options.properties[0] === 'openDirectory';
  if (!isFolder && (!options.filters || options.properties?.includes('openFile') !== true)) throw new Error('an open dialog of the product names the kind of file, or asks for a folder');
  if (record.openAnswers.length === 0) throw new Error('an open dialog was opened and no test had laid an answer ready');
  const path = record.openAnswers.shift() ?? null;
  return Promise.resolve({ canceled: path === null, filePaths: path === null ? [] : [path] });
}
export const dialog = strict('dialog', {
  // As Electron does on a Linux before its window system is up.
  showErrorBox: (title: string, content: string): void => {
    record.errorBoxes.push({ title, content });
    process.stderr.write(`${title}\n${content}\n`);
  },
  showSaveDialog,
  showOpenDialog,
} satisfies Pick<Dialog, 'showErrorBox' | 'showSaveDialog' | 'showOpenDialog'>);

/** The stand-in's own: the machine's clipboard is not touched. A test may break it, to see the self-test fail. */
let copied = '';
const takes = process.env['WAYMARK_SHELL_BREAK'] !== 'clipboard';
export const clipboard = strict('clipboard', {
  writeText: (text: string): Promise<void> => {
    needReady('clipboard');
    if (takes) copied = text;
    return Promise.resolve();
  },
  readText: (): Promise<string> => {
    needReady('clipboard');
    return Promise.resolve(copied);
  },
} satisfies Pick<Clipboard, 'readText' | 'writeText'>);

export const shell = strict('shell', {
  openExternal: (url: string): Promise<void> => {
    needReady('shell.openExternal');
    if (!URL.canParse(url)) throw new Error('Invalid URL');
    record.openedLinks.push(url);
    return Promise.resolve();
  },
} satisfies Pick<Shell, 'openExternal'>);

const area = { x: 0, y: 0, width: 1920, height: 1040 };
export const screen = strict('screen', {
  getAllDisplays: (): Display[] => {
    needReady('screen');
    return [strict('display', { workArea: area }) as unknown as Display];
  },
} satisfies Pick<Screen, 'getAllDisplays'>);

let source: NativeTheme['themeSource'] = 'system';
export const nativeTheme = strict('nativeTheme', {
  get themeSource(): NativeTheme['themeSource'] { return source; },
  set themeSource(value: NativeTheme['themeSource']) {
    if (!['system', 'light', 'dark'].includes(value)) throw new Error(`not a theme source: ${value}`);
    source = value;
  },
  get shouldUseDarkColors(): boolean { return source === 'dark'; },
} satisfies Pick<NativeTheme, 'themeSource' | 'shouldUseDarkColors'>);

class StandInPower extends StrictEmitter {
  constructor() {
    super('powerMonitor', ['suspend', 'resume', 'lock-screen', 'unlock-screen', 'shutdown']);
  }
}
export const power = new StandInPower();
export const powerMonitor = strict('powerMonitor', power);

/** The machine's key store is not touched: there is none, as on a Linux without one. */
export const safeStorage = strict('safeStorage', {
  isAsyncEncryptionAvailable: (): Promise<boolean> => {
    needReady('safeStorage');
    return Promise.resolve(false);
  },
  getSelectedStorageBackend: (): ReturnType<SafeStorage['getSelectedStorageBackend']> => {
    needReady('safeStorage');
    return 'basic_text';
  },
} satisfies Pick<SafeStorage, 'isAsyncEncryptionAvailable' | 'getSelectedStorageBackend'>);
