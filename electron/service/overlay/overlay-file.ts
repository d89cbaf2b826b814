/** The file of a school's own entries that goes from colleague to colleague: written for people to read, read as if nobody could be trusted. */
import { open } from 'node:fs/promises';
import { MOST_OVERLAY_BYTES, overlayFile } from '../../../shared/contract/overlay.ts';
import type { OverlayFile } from '../../../shared/contract/overlay.ts';
import { CodedError } from '../../../shared/kernel/errors.ts';

export const writeOverlay = (file: OverlayFile): string => `${JSON.stringify(file, null, 1)}\n`;

const notOne = (): CodedError => new CodedError('overlay-not-an-overlay');

/** Checks a whole file. Errors: overlay-not-an-overlay, overlay-newer, overlay-invalid (which entry, counted from 1, and which place in it). */
export function parseOverlay(text: string): OverlayFile {
  let value: unknown;
  try {
    // Programs of offices put a byte-order mark before text that they save.
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw notOne();
  }
  const head = typeof value === 'object' && value !== null ? (value as { readonly format?: unknown; readonly version?: unknown }) : {};
  if (head.format !== 'waymark-overlay' || typeof head.version !== 'number') throw notOne();
  if (head.version > 1) throw new CodedError('overlay-newer', { version: head.version });
  const parsed = overlayFile.safeParse(value);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path ?? [];
    const at = path[0] === 'entries' && typeof path[1] === 'number' ? path[1] + 1 : 0;
    throw new CodedError('overlay-invalid', { entry: at });
  }
  const ids = new Set(parsed.data.entries.map(({ id }) => id));
  if (ids.size < parsed.data.entries.length) throw new CodedError('overlay-invalid', { entry: parsed.data.entries.findIndex(({ id }, at) => parsed.data.entries.findIndex((each) => each.id === id) < at) + 1 });
  return parsed.data;
}

/** Reads a file that a person chose. Errors: overlay-unreadable, overlay-too-large, overlay-not-an-overlay, overlay-newer, overlay-invalid. */
export async function readOverlay(path: string): Promise<OverlayFile> {
  let bytes: Buffer;
  try {
    const file = await open(path, 'r');
    try {
      // One byte more than may be tells a file that is too large, whatever its system says of it.
      bytes = Buffer.alloc(Math.min((await file.stat()).size, MOST_OVERLAY_BYTES) + 1);
      const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
      if (bytesRead > MOST_OVERLAY_BYTES) throw new CodedError('overlay-too-large', { most: MOST_OVERLAY_BYTES });
      bytes = bytes.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw error instanceof CodedError ? error : new CodedError('overlay-unreadable', {}, { cause: error });
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw notOne();
  }
  return parseOverlay(text);
}
