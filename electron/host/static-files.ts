/** Serves the built page from its folder and nothing else: used by the app:// protocol and by the loopback host. */
import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, resolve } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon', '.woff2': 'font/woff2', '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8', '.map': 'application/json',
};

/**
 * The file a request path means, or null when it is not a plain file below `folder`: encoded
 * dots and slashes, backslashes, drive letters, NUL and unknown endings are all refused.
 */
export function resolveStatic(folder: string, requestPath: string): { readonly path: string; readonly type: string } | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(requestPath);
  } catch {
    return null;
  }
  if (!decoded.startsWith('/') || /[\\:\0%]/.test(decoded) || decoded.includes('//')) return null;
  const parts = decoded.slice(1).split('/');
  if (parts.some((part) => part === '..' || part === '.' || part.startsWith('.'))) return null;
  const path = resolve(join(folder, decoded === '/' ? 'index.html' : decoded.slice(1)));
  const inside = relative(folder, path);
  if (inside.startsWith('..') || isAbsolute(inside)) return null;
  const type = TYPES[extname(path).toLowerCase()];
  return type ? { path, type } : null;
}

/** The bytes and type of a request path, or null when there is no such file. */
export async function readStatic(folder: string, requestPath: string): Promise<{ readonly body: Buffer; readonly type: string } | null> {
  const found = resolveStatic(folder, requestPath);
  if (!found) return null;
  try {
    return { body: await readFile(found.path), type: found.type };
  } catch {
    return null;
  }
}

/** The content policy of every page; `connect` is how the page reaches the service. */
export function contentPolicy(connect: "'none'" | "'self'"): string {
  return [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "font-src 'self'", "img-src 'self' data:", `connect-src ${connect}`,
    "frame-src 'self'", "frame-ancestors 'self'", "base-uri 'none'", "form-action 'none'", "object-src 'none'",
  ].join('; ');
}
