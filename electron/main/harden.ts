/** What no window of the app may do, whichever page it shows. */
import { app } from 'electron';
import { isOurs } from './page-address.ts';

/** Refuses foreign pages in windows and frames, new windows and web views; `openLink` gets what a page wanted to open. */
export function hardenWindows(openLink: (address: string) => void): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-frame-navigate', (details) => {
      // A page of ours in the main frame would be a second start of the app: only frames (the paper's preview) navigate.
      if (details.isMainFrame || !isOurs(details.url)) details.preventDefault();
    });
    contents.on('will-redirect', (details) => {
      if (!isOurs(details.url)) details.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      openLink(url);
      return { action: 'deny' };
    });
  });
}
