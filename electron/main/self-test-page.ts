/** What the self-test asks of the app's page. Each function runs there as text; it may use nothing but what is in it. */
import type { WebContents } from 'electron';

/** Runs a function in the page and brings its value back. */
const inPage = async <T>(contents: WebContents, run: () => Promise<T>): Promise<T> => (await contents.executeJavaScript(`(${String(run)})()`)) as T;

/** What the page has of Node or Electron beside its bridge: must be nothing. */
export const pageOwns = (contents: WebContents): Promise<{ readonly bridge: string[]; readonly others: string[] }> =>
  inPage(contents, async () => {
    const page = globalThis as unknown as Readonly<Record<string, object | undefined>>;
    return { bridge: Object.keys(page['waymark'] ?? {}).sort(), others: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer', '__dirname'].filter((name) => name in page) };
  });

/** Doors that the page tries, each with what came of it: must be 'closed'. */
export const pageTries = (contents: WebContents): Promise<Readonly<Record<string, string>>> =>
  inPage(contents, async () => {
    const page = globalThis as unknown as {
      fetch(address: string): Promise<unknown>;
      navigator: { permissions: { query(what: { name: string }): Promise<{ state: string }> } };
      document: {
        createElement(name: string): { textContent: string; remove(): void };
        head: { append(element: object): void };
      };
      open(address: string): { readonly closed: boolean } | null;
      ran?: boolean;
    };
    const tried: Record<string, string> = {};
    const attempt = async (what: string, run: () => Promise<boolean> | boolean): Promise<void> => {
      tried[what] = await Promise.resolve().then(run).then((open) => (open ? 'open' : 'closed'), () => 'closed');
    };
    await attempt('request to another site', () => page.fetch('https://waymark.invalid.example/').then(() => true));
    await attempt('request to this machine', () => page.fetch('http://127.0.0.1:9/').then(() => true));
    await attempt('inline script', () => {
      const script = page.document.createElement('script');
      script.textContent = 'globalThis.ran = true';
      page.document.head.append(script);
      script.remove();
      return page.ran === true;
    });
    // After this turn, so that the right of the caller to evaluate text is gone.
    await attempt('code from text', () => new Promise((resolve, reject) => {
      setTimeout(() => {
        try {
          resolve(new Function('return true')() as boolean);
        } catch (error) {
          reject(error instanceof Error ? error : new Error('refused'));
        }
      }, 0);
    }));
    for (const name of ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read']) {
      await attempt(`permission ${name}`, async () => (await page.navigator.permissions.query({ name })).state === 'granted');
    }
    return tried;
  });

/** Fonts of the page's style sheets, each with whether it could be loaded. */
export const pageFonts = (contents: WebContents): Promise<readonly string[]> =>
  inPage(contents, async () => {
    const { fonts } = (globalThis as unknown as { document: { fonts: Iterable<{ family: string; weight: string; status: string; load(): Promise<unknown> }> } }).document;
    const all = [...fonts];
    await Promise.all(all.map((font) => font.load().catch(() => undefined)));
    return all.map(({ family, weight, status }) => `${family} ${weight} ${status}`);
  });

/** A call through the bridge, as the page makes it. */
export const pageCalls = (contents: WebContents, name: string, input: unknown): Promise<unknown> =>
  contents.executeJavaScript(`waymark.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`);
