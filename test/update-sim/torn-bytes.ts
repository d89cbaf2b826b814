/** What a power cut may leave of a file that was not synced: the old, the new, or of each sector one of them or nothing. */
const SECTOR = 512;

export function tornBytes(old: Buffer, fresh: Buffer, random: () => number): Buffer {
  const way = random();
  if (way < 0.2) return old;
  if (way < 0.4) return fresh;
  // The length is kept elsewhere than the content, and may be ahead of it or behind.
  const length = [old.length, fresh.length, old.length + Math.floor((fresh.length - old.length) * random())][Math.floor(random() * 3)] ?? 0;
  const torn = Buffer.alloc(length);
  for (let at = 0; at < length; at += SECTOR) {
    const from = [old, fresh, null][Math.floor(random() * 3)];
    from?.copy(torn, at, at, Math.min(at + SECTOR, length, Math.max(at, from.length)));
  }
  return torn;
}
