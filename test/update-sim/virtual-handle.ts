/** An open file of the virtual disk, with what the project uses of Node's `FileHandle`. */
import { DiskError, theDisk, type FileNode, type Node, type VirtualDisk } from './virtual-disk.ts';

export class VirtualHandle {
  readonly #disk: VirtualDisk = theDisk();
  readonly #path: string;
  readonly #node: Node;
  #position = 0;

  constructor(path: string, node: Node) {
    this.#path = path;
    this.#node = node;
  }

  #file(needs: 'nothing' | 'room'): FileNode {
    this.#disk.operate(this.#path, needs);
    if (this.#node.kind !== 'file') throw new DiskError('EISDIR', this.#path);
    return this.#node;
  }

  #put(bytes: Uint8Array, at: number): void {
    const file = this.#file('room');
    const next = Buffer.alloc(Math.max(file.bytes.length, at + bytes.length));
    file.bytes.copy(next);
    next.set(bytes, at);
    file.bytes = next;
  }

  /** Writes on from where the last one ended. */
  async writeFile(data: Uint8Array | string): Promise<void> {
    const bytes = Buffer.from(data as string);
    this.#put(bytes, this.#position);
    this.#position += bytes.length;
  }

  async write(data: Uint8Array, offset: number, length: number, at: number): Promise<{ bytesWritten: number }> {
    this.#put(data.subarray(offset, offset + length), at);
    return { bytesWritten: length };
  }

  async read<B extends Uint8Array>(buffer: B, offset: number, length: number, at: number): Promise<{ bytesRead: number; buffer: B }> {
    const piece = this.#file('nothing').bytes.subarray(at, at + length);
    buffer.set(piece, offset);
    return { bytesRead: piece.length, buffer };
  }

  async stat(): Promise<{ size: number; isFile(): boolean }> {
    this.#disk.operate(this.#path, 'nothing');
    const node = this.#node;
    return { size: node.kind === 'file' ? node.bytes.length : 0, isFile: () => node.kind === 'file' };
  }

  async truncate(length: number): Promise<void> {
    const file = this.#file('room');
    file.bytes = file.bytes.subarray(0, length);
  }

  async sync(): Promise<void> {
    this.#disk.operate(this.#path, 'sync');
    if (this.#node.kind === 'file') this.#disk.syncFile(this.#node);
    else this.#disk.syncFolder(this.#path);
  }

  async close(): Promise<void> {
    this.#disk.operate(this.#path, 'nothing');
  }
}
