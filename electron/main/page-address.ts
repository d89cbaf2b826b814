/** The addresses of our own pages, and how to tell them from all others. */
export const SCHEME = 'app';
export const HOST = 'waymark';
export const PAGE = `${SCHEME}://${HOST}/index.html`;
export const PRINT_PAGE = `${SCHEME}://${HOST}/print.html`;

/** True when `address` is under app://waymark. */
export function isOurs(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return protocol === `${SCHEME}:` && host === HOST && username === '' && password === '';
}

/** True for the app's page itself, whatever its fragment; the print page has no bridge. */
export function isAppPage(address: string): boolean {
  if (!isOurs(address)) return false;
  const { pathname } = new URL(address);
  return pathname === '/' || pathname === '/index.html';
}
