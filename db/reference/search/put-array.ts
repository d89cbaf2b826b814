import type Database from 'better-sqlite3';

/** Keeps an array of numbers whole, as it lies in memory (little-endian, as all machines that Electron runs on). */
export function putArray(database: Database.Database, name: string, data: Uint32Array | Uint8Array | Int32Array | Float32Array): void {
  database.prepare('INSERT INTO search_array (name, data) VALUES (?, ?)').run(name, Buffer.from(data.buffer, data.byteOffset, data.byteLength));
}
