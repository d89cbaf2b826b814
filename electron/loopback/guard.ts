/** What a request must show before the loopback host listens to it. Every check is exact; none repairs. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Cookies do not know ports: two Waymarks of one browser must not take each other's session. */
export const cookieName = (port: number): string => `waymark-session-${port}`;

/** Compares secrets of equal length in constant time. */
export function sameSecret(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

export const newSecret = (): string => randomBytes(32).toString('base64url');

export interface Guard {
  /** Host is exactly ours: a name that was pointed at this machine (DNS rebinding) is not. */
  host(request: IncomingMessage): boolean;
  /** Origin is exactly our page; a request without one is refused. */
  origin(request: IncomingMessage): boolean;
  /** A read by our own page; browsers send no Origin with it, so what they say of the site must fit. */
  sameSite(request: IncomingMessage): boolean;
  session(request: IncomingMessage): boolean;
  json(request: IncomingMessage): boolean;
}

/** Checks for the host at a port, which is known once it listens, with the session secret in force. */
export function createGuard(port: () => number, session: () => string | null): Guard {
  const authority = (): string => `127.0.0.1:${port()}`;
  return {
    // Of two Hosts Node shows the first; a proxy in between may have gone by the other.
    host: (request) => request.headersDistinct['host']?.length === 1 && request.headers.host === authority(),
    origin: (request) => request.headers.origin === `http://${authority()}`,
    sameSite: (request) => {
      const { origin } = request.headers;
      const site = request.headers['sec-fetch-site'];
      return (origin === undefined || origin === `http://${authority()}`) && (site === undefined || site === 'same-origin' || site === 'none');
    },
    session: (request) => {
      const secret = session();
      const cookies = (request.headers.cookie ?? '').split(/;\s*/);
      const given = cookies.find((each) => each.startsWith(`${cookieName(port())}=`))?.slice(cookieName(port()).length + 1);
      return secret !== null && given !== undefined && sameSecret(given, secret);
    },
    json: (request) => /^application\/json(?:;\s*charset=utf-8)?$/i.test(request.headers['content-type'] ?? ''),
  };
}
