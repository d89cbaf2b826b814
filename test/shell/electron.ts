/** The stand-in for the module `electron`: what the product uses, and nothing that does less than it says. README.md lists what it cannot show. */
import { startRouting } from './routing.ts';

startRouting();
export { app } from './app.ts';
export { ipcMain } from './ipc.ts';
export { net } from './net.ts';
export { protocol, session } from './session.ts';
export { BrowserWindow } from './window.ts';
export { Menu, clipboard, dialog, nativeTheme, powerMonitor, safeStorage, screen, shell } from './small-modules.ts';
