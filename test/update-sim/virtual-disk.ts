/**
 * A disk that forgets what was not synced. Programs see what they wrote (`seen`); what a power cut leaves is made of what was
 * synced and of whatever part of the rest a real disk might have got to. It counts operations, so that any one of them may be the last.
 */
import { dirname } from 'node:path/posix';
import { tornBytes } from './torn-bytes.ts';

export type Random = () => number;
export interface FileNode { readonly kind: 'file'; bytes: Buffer; synced: Buffer }
export interface FolderNode { readonly kind: 'folder' }
export type Node = FileNode | FolderNode;
type Entries = Map<string, Node>;

/** A change of names that waits until its folder is synced. */
type Change =
  | { readonly kind: 'put'; readonly path: string; readonly node: Node }
  | { readonly kind: 'take'; readonly path: string }
  | { readonly kind: 'move'; readonly from: string; readonly path: string; readonly node: Node };

/**
 * What happens at operation number `at` on the files below `device` (of those that change or sync something; on a medium that is pulled, of all): the power goes (`cut`), the program dies but not the system (`kill`),
 * from then on there is no room (`full`), or the medium is out (`pulled`).
 */
export interface Fault {
  readonly kind: 'cut' | 'kill' | 'full' | 'pulled';
  readonly device: string;
  readonly at: number;
  readonly random: Random;
}

/** As Node's errors of files. */
export class DiskError extends Error {
  readonly code: string;
  constructor(code: string, path: string) {
    super(`${code}: ${path}`);
    this.code = code;
  }
}
/** The program does not run on: nothing that it does after this has an effect. */
export class Stopped extends Error {}

/** A path as the disk knows it, on every system. */
export const plainPath = (path: string): string => path.replace(/^[A-Za-z]:/, '').replaceAll('\\', '/').replace(/(?<=.)\/+$/, '');
const isBelow = (device: string, path: string): boolean => path === device || path.startsWith(`${device}/`);

function applyTo(entries: Entries, change: Change): void {
  if (change.kind === 'take') entries.delete(change.path);
  else {
    if (change.kind === 'move' && entries.get(change.from) === change.node) entries.delete(change.from);
    entries.set(change.path, change.node);
  }
}

export class VirtualDisk {
  seen: Entries = new Map([['/', { kind: 'folder' }]]);
  #synced: Entries = new Map(this.seen);
  #waiting: Change[] = [];
  #fault: Fault | null = null;
  #isOn = false;
  #isStopped = false;
  /** Whether a program was told that there is no room. */
  ranOut = false;
  /** Operations on the device of the fault since it was set. */
  operations = 0;
  /** Paths that were written, renamed or deleted since it was set. */
  readonly touched = new Set<string>();
  /** Locks that programs hold. */
  readonly locks = new Set<string>();

  /** Sets what is to happen, or that nothing is; a program that was stopped may run again. */
  expect(fault: Fault | null): void {
    this.#fault = fault;
    this.#isOn = false;
    this.#isStopped = false;
    this.operations = 0;
    this.ranOut = false;
    this.touched.clear();
    this.locks.clear();
  }
  /** True when what was expected has come. */
  get hasHappened(): boolean { return this.#isOn; }

  /** Each operation comes by here first. */
  operate(path: string, needs: 'nothing' | 'sync' | 'change' | 'room'): void {
    if (this.#isStopped) throw new Stopped('The program is not running.');
    const fault = this.#fault;
    if (fault && isBelow(fault.device, path) && (needs !== 'nothing' || fault.kind === 'pulled')) {
      if (this.operations === fault.at && !this.#isOn) {
        this.#isOn = true;
        if (fault.kind === 'cut') this.#cutPower(fault.random);
        this.#isStopped = fault.kind === 'cut' || fault.kind === 'kill';
      }
      this.operations += 1;
      if (this.#isStopped) throw new Stopped('The program stops here.');
      if (this.#isOn && fault.kind === 'full' && needs === 'room') {
        this.ranOut = true;
        throw new DiskError('ENOSPC', path);
      }
      if (this.#isOn && fault.kind === 'pulled') throw new DiskError(['EIO', 'ENOENT', 'ENODEV'][fault.at % 3] ?? 'EIO', path);
    }
    if (needs === 'change' || needs === 'room') this.touched.add(path);
  }

  change(change: Change): void {
    applyTo(this.seen, change);
    this.#waiting.push(change);
  }

  syncFile(node: FileNode): void { node.synced = node.bytes; }

  syncFolder(folder: string): void {
    this.#waiting = this.#waiting.filter((change) => {
      if (dirname(change.path) !== folder) return true;
      applyTo(this.#synced, change);
      return false;
    });
  }

  /** What a medium that is put away in order holds: all of it. */
  syncAll(): void {
    for (const change of this.#waiting) applyTo(this.#synced, change);
    this.#waiting = [];
    for (const node of this.seen.values()) if (node.kind === 'file') this.syncFile(node);
  }

  /** Leaves on the device of the fault what a power cut might: what was synced, and of the rest nothing, all, the first part, or any part. */
  #cutPower(random: Random): void {
    const device = this.#fault?.device ?? '/';
    const left = new Map(this.#synced);
    const waiting = this.#waiting.filter(({ path }) => isBelow(device, path));
    const [way, share] = [Math.floor(random() * 4), random()];
    waiting.forEach((change, index) => {
      const isKept = [false, true, index < share * waiting.length, random() < 0.5][way] === true;
      if (isKept) applyTo(left, change);
    });
    const isThere = (path: string): boolean => path === '/' || (left.get(path)?.kind === 'folder' && isThere(dirname(path)));
    for (const [path, node] of left) {
      if (!isBelow(device, path)) continue;
      if (!isThere(dirname(path))) left.delete(path);
      else if (node.kind === 'file' && node.bytes !== node.synced) node.bytes = node.synced = tornBytes(node.synced, node.bytes, random);
    }
    this.#waiting = this.#waiting.filter(({ path }) => !isBelow(device, path));
    this.seen = new Map([...[...this.seen].filter(([path]) => !isBelow(device, path)), ...[...left].filter(([path]) => isBelow(device, path))]);
    this.#synced = left;
  }

  /** The same disk once more; what happens to one does not happen to the other. */
  copy(): VirtualDisk {
    const copies = new Map<Node, Node>();
    const nodeOf = (node: Node): Node => {
      const known = copies.get(node);
      if (known) return known;
      const made = { ...node };
      copies.set(node, made);
      return made;
    };
    const entriesOf = (entries: Entries): Entries => new Map([...entries].map(([path, node]) => [path, nodeOf(node)]));
    const copy = new VirtualDisk();
    copy.seen = entriesOf(this.seen);
    copy.#synced = entriesOf(this.#synced);
    copy.#waiting = this.#waiting.map((change) => (change.kind === 'take' ? change : { ...change, node: nodeOf(change.node) }));
    return copy;
  }

  /** Contents of a file, past all faults: for the one who looks, not for programs. */
  look(path: string): Buffer | null {
    const node = this.seen.get(path);
    return node?.kind === 'file' ? node.bytes : null;
  }
  /** Paths of files below a folder. */
  list(folder: string): string[] {
    return [...this.seen].flatMap(([path, node]) => (node.kind === 'file' && isBelow(folder, path) ? [path] : []));
  }
  /** Puts a file, with its folders, past all faults and synced. */
  place(path: string, bytes: Buffer): void {
    for (const parts = path.split('/').slice(1, -1), at = [''] ; parts.length > 0;) {
      at.push(parts.shift() ?? '');
      const folder = at.join('/');
      if (!this.seen.has(folder)) for (const entries of [this.seen, this.#synced]) entries.set(folder, this.seen.get(folder) ?? { kind: 'folder' });
    }
    const node: FileNode = { kind: 'file', bytes, synced: bytes };
    for (const entries of [this.seen, this.#synced]) entries.set(path, node);
  }
  /** Takes away a folder and all below it, past all faults. */
  clear(folder: string): void {
    for (const entries of [this.seen, this.#synced]) for (const path of [...entries.keys()]) if (isBelow(folder, path)) entries.delete(path);
    this.#waiting = this.#waiting.filter(({ path }) => !isBelow(folder, path));
  }
}

let current = new VirtualDisk();
/** The disk that programs work on now. */
export const theDisk = (): VirtualDisk => current;
export function putDisk(disk: VirtualDisk): void { current = disk; }
