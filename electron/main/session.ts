/**
 * The one session of all windows. It lives in memory: Chromium keeps no cache, cookie or
 * storage of it on disk. It serves our own files and lets nothing else through.
 */
import { session } from 'electron';
import type { Session } from 'electron';
import { contentPolicy, readStatic } from '../host/static-files.ts';
import { HOST, SCHEME, isOurs } from './page-address.ts';

const PARTITION = 'waymark';
const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': contentPolicy("'none'"),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;
/** An address that cannot exist: Electron takes no empty one, and dictionaries would come from the internet. */
const NO_DICTIONARIES = 'https://waymark.invalid/';

export interface AppSession {
  readonly session: Session;
  /** Addresses that a page asked for and did not get; scheme and host only. */
  readonly refused: readonly string[];
}

/** Addresses that never leave the machine: our pages, and what Chromium resolves by itself. */
const staysHere = (address: string): boolean => isOurs(address) || /^(devtools|chrome|chrome-extension|blob|data):/.test(address);

/** Serves the built page and nothing else; the file's place is checked by resolveStatic. */
async function serve(rendererDir: string, request: Request): Promise<Response> {
  const { host, pathname, protocol } = new URL(request.url);
  const file = request.method === 'GET' && protocol === `${SCHEME}:` && host === HOST ? await readStatic(rendererDir, pathname) : null;
  if (!file) return new Response(null, { status: 404, headers: HEADERS });
  return new Response(new Uint8Array(file.body), { headers: { ...HEADERS, 'content-type': file.type } });
}

/** Opens the session and closes every door of it. */
export function openSession(rendererDir: string): AppSession {
  const opened = session.fromPartition(PARTITION, { cache: false });
  const refused: string[] = [];
  opened.protocol.handle(SCHEME, (request) => serve(rendererDir, request));
  opened.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  opened.setPermissionCheckHandler(() => false);
  opened.setDevicePermissionHandler(() => false);
  opened.setDisplayMediaRequestHandler((_request, callback) => callback({}));
  opened.setSpellCheckerEnabled(false);
  opened.setSpellCheckerDictionaryDownloadURL(NO_DICTIONARIES);
  opened.on('will-download', (event) => event.preventDefault());
  opened.webRequest.onBeforeRequest(({ url }, callback) => {
    const cancel = !staysHere(url);
    if (cancel) refused.push(URL.canParse(url) ? `${new URL(url).protocol}//${new URL(url).host}` : 'unreadable');
    callback({ cancel });
  });
  return { session: opened, refused };
}
