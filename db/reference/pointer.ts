/** The pointer file: which database is in force, and the one before it. Switching editions is one rename of it. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { nodeErrorCode, writeFileAtomically } from '../files/atomic-write.ts';

const POINTER_FORMAT = 1;
/** Its name, in the folder of reference databases. */
export const POINTER_FILE = 'current.json';
const built = z.strictObject({
  /** File name in the folder of the pointer; never a path. */
  file: z.string().regex(/^[0-9a-f]{16}\.sqlite$/),
  schema: z.number().int(),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int().positive(),
  /** What it was built from: says when the source has become another. */
  stamp: z.string().max(100),
});
const schema = z.strictObject({ format: z.literal(POINTER_FORMAT), current: built, previous: built.nullable() });

export type BuiltEntry = Readonly<z.infer<typeof built>>;
export interface Pointer {
  readonly current: BuiltEntry;
  readonly previous: BuiltEntry | null;
}

/** The pointer, or null when there is none or it cannot be understood: then the database is built again. */
export async function readPointer(path: string): Promise<Pointer | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (nodeErrorCode(error) === null) throw error;
    return null;
  }
  try {
    const { current, previous } = schema.parse(JSON.parse(text));
    return { current, previous };
  } catch {
    return null;
  }
}

/** Puts a pointer in force. Errors: disk-full, folder-not-writable, file-write-failed. */
export async function writePointer(path: string, pointer: Pointer): Promise<void> {
  const text = `${JSON.stringify({ format: POINTER_FORMAT, current: pointer.current, previous: pointer.previous }, null, 2)}\n`;
  await writeFileAtomically(path, async (file) => { await file.writeFile(text); });
}
