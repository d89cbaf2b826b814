/**
 * Stands where `node:fs` and `node:fs/promises` are for the modules of the client and the publisher while they are simulated
 * (`hooks.ts`). What is not here does not exist for them: a module that begins to use more fails to load and has to be taught here.
 */
import { dirname } from 'node:path/posix';
import { DiskError, plainPath, theDisk, type FileNode, type Node } from './virtual-disk.ts';
import { VirtualHandle } from './virtual-handle.ts';

function nodeAt(path: string): Node {
  const node = theDisk().seen.get(path);
  if (!node) throw new DiskError('ENOENT', path);
  return node;
}
function fileAt(path: string): FileNode {
  const node = nodeAt(path);
  if (node.kind !== 'file') throw new DiskError('EISDIR', path);
  return node;
}
function folderAt(path: string): void {
  if (nodeAt(path).kind !== 'folder') throw new DiskError('ENOTDIR', path);
}

export async function open(given: string, flags = 'r'): Promise<VirtualHandle> {
  const path = plainPath(given);
  const disk = theDisk();
  const isThere = disk.seen.has(path);
  const makes = flags !== 'r' && flags !== 'r+' && !isThere;
  disk.operate(path, flags === 'r' ? 'nothing' : makes ? 'room' : 'change');
  if (flags === 'wx' && isThere) throw new DiskError('EEXIST', path);
  if (makes) {
    folderAt(dirname(path));
    disk.change({ kind: 'put', path, node: { kind: 'file', bytes: Buffer.alloc(0), synced: Buffer.alloc(0) } });
  }
  const node = nodeAt(path);
  if (flags === 'w') fileAt(path).bytes = Buffer.alloc(0);
  return new VirtualHandle(path, node);
}

export async function readFile(given: string, encoding?: BufferEncoding): Promise<Buffer | string> {
  const path = plainPath(given);
  theDisk().operate(path, 'nothing');
  const { bytes } = fileAt(path);
  return encoding === undefined ? Buffer.from(bytes) : bytes.toString(encoding);
}

export async function stat(given: string): Promise<{ size: number; mtimeMs: number; isFile(): boolean }> {
  const path = plainPath(given);
  theDisk().operate(path, 'nothing');
  const node = nodeAt(path);
  return { size: node.kind === 'file' ? node.bytes.length : 0, mtimeMs: 0, isFile: () => node.kind === 'file' };
}

export async function readdir(given: string): Promise<string[]> {
  const path = plainPath(given);
  theDisk().operate(path, 'nothing');
  folderAt(path);
  return [...theDisk().seen.keys()].flatMap((each) => (each !== path && dirname(each) === path ? [each.slice(path.length + 1)] : [])).sort();
}

export async function mkdir(given: string, { recursive = false }: { readonly recursive?: boolean } = {}): Promise<string | undefined> {
  const path = plainPath(given);
  const disk = theDisk();
  if (disk.seen.has(path)) {
    disk.operate(path, 'nothing');
    if (!recursive || disk.seen.get(path)?.kind !== 'folder') throw new DiskError('EEXIST', path);
    return undefined;
  }
  const first = recursive && !disk.seen.has(dirname(path)) ? await mkdir(dirname(path), { recursive }) : undefined;
  disk.operate(path, 'room');
  folderAt(dirname(path));
  disk.change({ kind: 'put', path, node: { kind: 'folder' } });
  return recursive ? first ?? path : undefined;
}

export async function rename(given: string, to: string): Promise<void> {
  const [from, path] = [plainPath(given), plainPath(to)];
  const disk = theDisk();
  disk.operate(path, 'change');
  disk.touched.add(from);
  const node = fileAt(from);
  folderAt(dirname(path));
  disk.change({ kind: 'move', from, path, node });
}

export async function rm(given: string, { force = false }: { readonly force?: boolean } = {}): Promise<void> {
  const path = plainPath(given);
  theDisk().operate(path, theDisk().seen.has(path) ? 'change' : 'nothing');
  if (!theDisk().seen.has(path)) {
    if (force) return;
    throw new DiskError('ENOENT', path);
  }
  fileAt(path);
  theDisk().change({ kind: 'take', path });
}

export async function copyFile(from: string, to: string): Promise<void> {
  const bytes = await readFile(from) as Buffer;
  const file = await open(to, 'w');
  // A large file is not copied at one stroke.
  const half = bytes.length >> 1;
  await file.writeFile(bytes.subarray(0, half));
  await file.writeFile(bytes.subarray(half));
  await file.close();
}

export async function* createReadStream(path: string, { highWaterMark = 65_536 }: { readonly highWaterMark?: number } = {}): AsyncGenerator<Buffer> {
  const file = await open(path, 'r');
  const { size } = await file.stat();
  for (let at = 0; at < size; at += highWaterMark) {
    const length = Math.min(highWaterMark, size - at);
    yield (await file.read(Buffer.alloc(length), 0, length, at)).buffer;
  }
  await file.close();
}
