/** How a repository comes to a client: over a wire that may break, on a stick; as it is, or as somebody would like it to be. */
import type { FetchPort, FetchReply } from '../../db/update/https-origin.ts';
import { STICK, type World } from './world.ts';
import type { Random, VirtualDisk } from './virtual-disk.ts';

export type Files = ReadonlyMap<string, Buffer>;
const PIECE = 900;

/** What a wire does: nothing bad, breaks after so many pieces, or is dead from the first on. */
export interface Wire {
  readonly breaksAfter: number;
  /** Whether the host knows ranges. */
  readonly ranges: boolean;
}

async function* piecesOf(bytes: Buffer, left: { pieces: number }): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) {
    left.pieces -= 1;
    if (left.pieces < 0) throw Object.assign(new Error('The wire broke.'), { code: 'ECONNRESET' });
    yield bytes.subarray(at, at + PIECE);
  }
}

export function wireTo(files: Files, { breaksAfter, ranges }: Wire): FetchPort {
  const left = { pieces: breaksAfter };
  return async (address, { headers }): Promise<FetchReply> => {
    if (left.pieces < 0) throw Object.assign(new Error('There is no wire.'), { code: 'ENOTFOUND' });
    const bytes = files.get(decodeURIComponent(address.replace(/^https?:\/\/[^/]+\//, '')));
    const reply = (status: number, body: Buffer, more: Readonly<Record<string, string>> = {}): FetchReply => {
      const all: Readonly<Record<string, string>> = { 'content-length': String(body.length), ...more };
      return { status, headers: { get: (name) => all[name.toLowerCase()] ?? null }, body: piecesOf(body, left) };
    };
    if (bytes === undefined) return reply(404, Buffer.from('not here'));
    const from = ranges ? Number(/^bytes=(\d+)-$/.exec(headers['range'] ?? '')?.[1] ?? 0) : 0;
    if (from === 0) return reply(200, bytes);
    if (from >= bytes.length) return reply(416, Buffer.alloc(0));
    return reply(206, bytes.subarray(from), { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` });
  };
}

/** Puts a repository on the stick as one copies it, the timestamp last. Not put away in order, it may lack any part of it. */
export function copyToStick(disk: VirtualDisk, files: Files, { pulledAfter, random }: { readonly pulledAfter: number; readonly random: Random }): void {
  const order = [...files.keys()].sort((a, b) => Number(a.endsWith('timestamp.json')) - Number(b.endsWith('timestamp.json')));
  const isPulled = pulledAfter < order.length;
  if (!isPulled) disk.clear(STICK);
  for (const path of order.slice(0, isPulled ? pulledAfter : undefined)) {
    const bytes = files.get(path) ?? Buffer.alloc(0);
    const isWhole = !isPulled || random() < 0.7;
    disk.place(`${STICK}/${path}`, isWhole ? bytes : Buffer.alloc(Math.floor(random() * (bytes.length + 1))));
  }
  disk.place(`${STICK}/about.txt`, Buffer.from('A stick.\n'));
}

export const TRICKS = ['none', 'older', 'mixed', 'forged-bytes', 'forged-pack', 'forged-version', 'portal', 'gone'] as const;
export type Trick = (typeof TRICKS)[number];

const flipped = (bytes: Buffer, at: number): Buffer => {
  const other = Buffer.from(bytes);
  other[at] = (other[at] ?? 0) ^ 0x20;
  return other;
};

/** A repository as somebody without the keys can make it from all that was ever public. `past` is what was served at some time before. */
export function trick(world: World, files: Files, past: Files, how: Trick, random: Random): Files {
  const changed = new Map(files);
  const some = (suffix: string): [string, Buffer][] => [...files].filter(([path]) => path.endsWith(suffix));
  switch (how) {
    case 'none': return files;
    case 'older': return past;
    case 'gone': return new Map();
    case 'portal': return new Map([...files.keys()].map((path) => [path, Buffer.from('<html>Please sign in.</html>')]));
    case 'mixed': {
      const roles = ['targets', 'snapshot', 'timestamp'] as const;
      const role = roles[Math.floor(random() * roles.length)] ?? 'targets';
      const [there, before] = [files, past].map((each) => [...each].filter(([path]) => path.endsWith(`${role}.json`) && path.startsWith('metadata/')).at(-1));
      if (there && before) changed.set(there[0], before[1]);
      return changed;
    }
    case 'forged-bytes': {
      for (const [path, bytes] of [...some('.pack'), ...some('.patch'), ...some('index.json')]) if (random() < 0.7) changed.set(path, flipped(bytes, Math.floor(random() * bytes.length)));
      return changed;
    }
    case 'forged-pack': {
      // Of the length that is signed, so that only its hash tells.
      for (const [path, bytes] of some('.pack')) changed.set(path, Buffer.concat([world.forged.bytes, bytes]).subarray(0, bytes.length));
      return changed;
    }
    case 'forged-version': {
      for (const [path, bytes] of some('timestamp.json')) changed.set(path, Buffer.from(bytes.toString('utf8').replace(/"version": \d+,\n {2}"expires"/, '"version": 900,\n  "expires"')));
      return changed;
    }
  }
}
