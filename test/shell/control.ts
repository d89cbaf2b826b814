/** The test's hand in the process of the app: asks what happened, plays the person and the system. */
import type { IpcMainInvokeEvent } from 'electron';
import { debuggingAddress } from './browser.ts';
import { frameOf } from './contents.ts';
import { invoke } from './ipc.ts';
import { record } from './record.ts';
import type { ShellRecord } from './record.ts';
import { theSession } from './session.ts';
import { clipboard, menuItems, nativeTheme, power } from './small-modules.ts';
import { allWindows } from './window.ts';

export interface WindowFacts {
  readonly url: string;
  readonly title: string;
  readonly visible: boolean;
  readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly maximized: boolean;
}

/** What a test may ask; each crosses between processes as JSON. */
export const controls = {
  windows: (): WindowFacts[] => allWindows().map((window) => ({ url: window.contents.getURL(), title: window.title, visible: window.isVisible(), bounds: window.getNormalBounds(), maximized: window.isMaximized() })),
  record: (): ShellRecord => record,
  debuggingAddress: () => debuggingAddress(),
  menu: () => menuItems().map(({ id, label, accelerator, role }) => ({ id: id ?? null, label: label ?? null, accelerator: accelerator ?? null, role: role ?? null })),
  chooseMenu: ({ id }: { readonly id: string }): void => {
    const item = menuItems().find((each) => each.id === id);
    if (!item?.click) throw new Error(`no menu item ${id}`);
    (item.click as () => void)();
  },
  openFile: ({ path }: { readonly path: string | null }): void => void record.openAnswers.push(path),
  saveAs: ({ path }: { readonly path: string | null }): void => void record.saveAnswers.push(path),
  printerSays: (answer: { readonly success: boolean; readonly reason: string }): void => void record.printAnswers.push(answer),
  power: ({ event }: { readonly event: 'suspend' | 'lock-screen' }): void => void power.emit(event),
  theme: () => nativeTheme.themeSource,
  clipboard: () => clipboard.readText(),
  place: ({ x, y, width, height }: WindowFacts['bounds']): void => allWindows()[0]?.setBounds({ x, y, width, height }),
  maximize: (): void => allWindows()[0]?.maximize(),
  closeWindow: (): void => void allWindows()[0]?.close(),
  /** A message as a frame at `url` would send it; `framed` is a frame inside a page, `foreign` another window. */
  forge: async ({ channel, url, framed, foreign, args }: { readonly channel: string; readonly url: string; readonly framed: boolean; readonly foreign: boolean; readonly args: readonly unknown[] }) => {
    const sender = foreign ? {} : allWindows()[0]?.webContents;
    const event = { sender, senderFrame: url === '' ? null : frameOf(url, framed ? frameOf('app://waymark/index.html') : null), type: 'frame' } as unknown as IpcMainInvokeEvent;
    return invoke(channel, event, args);
  },
  /** The protocol handler's answer to an address, just as it is. */
  fetch: async ({ url, method }: { readonly url: string; readonly method: string }) => {
    const response = await theSession().fetch(url, method);
    return response && { status: response.status, type: response.headers.get('content-type'), policy: response.headers.get('content-security-policy'), body: (await response.text()).slice(0, 200) };
  },
};
export type Controls = typeof controls;

interface Ask { readonly ask: number; readonly name: keyof Controls; readonly input: never }

/** Answers the parent process, where there is one. */
export function listenToTest(): void {
  process.on('message', (message: Ask) => {
    void (async () => {
      try {
        const value: unknown = await (controls[message.name] as (input: never) => unknown)(message.input);
        process.send?.({ ask: message.ask, value: value ?? null });
      } catch (error) {
        process.send?.({ ask: message.ask, error: String(error) });
      }
    })();
  });
}
