/** The file that goes from colleague to colleague: what is written is read again, and nothing else is. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOST_ENTRIES, MOST_OVERLAY_BYTES } from '../../../shared/contract/overlay.ts';
import type { OverlayFile } from '../../../shared/contract/overlay.ts';
import { PAYERS } from '../../../shared/domain/facts.ts';
import { CONTACT_TOPICS, LISTED_IN } from '../../../shared/domain/overlay/entry.ts';
import { contact, program } from '../../../shared/domain/overlay/testing.ts';
import { TRAINING_DELIVERIES } from '../../../shared/domain/training.ts';
import { CodedError } from '../../../shared/kernel/errors.ts';
import { parseOverlay, readOverlay, writeOverlay } from './overlay-file.ts';

let folder: string;
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'way mark ñ #1 100% overlay ')); });
afterAll(() => rm(folder, { recursive: true, force: true }));

const isPlain = (text: string): boolean => /^[^\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u.test(text);
const line = (most: number, least = 0) => fc.string({ unit: 'grapheme', minLength: least, maxLength: Math.min(most, 30) }).filter((text) => isPlain(text) && text.length <= most && text.length >= least);
const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const id = fc.stringMatching(/^[A-Za-z0-9._-]{1,80}$/);
const name = fc.option(fc.record({ en: line(400), es: line(400) }));
const base = {
  id, credentialId: fc.option(id), credentialName: name, phone: line(40), hours: line(80), web: line(200), note: line(400), checkedOn: day, checkedBy: line(120), school: line(120),
  changedAt: fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => date.toISOString()),
};
const some = (most: number, least = 1) => fc.option(fc.integer({ min: least, max: most }));
const entry = fc.oneof(
  fc.record({
    ...base, kind: fc.constant('program' as const), title: line(160), provider: line(120, 1), city: line(60), county: line(60), contact: line(120), delivery: fc.option(fc.constantFrom(...TRAINING_DELIVERIES)),
    weeks: some(520), clockHours: some(20_000), priceCents: some(100_000_000, 0), payers: fc.subarray([...PAYERS]), seats: some(10_000, 0), startsOn: fc.option(day), runs: fc.boolean(),
    listed: fc.option(fc.record({ in: fc.constantFrom(...LISTED_IN), id })),
  }),
  fc.record({ ...base, kind: fc.constant('contact' as const), topic: fc.constantFrom(...CONTACT_TOPICS), name: line(120, 1) }),
);
const file: fc.Arbitrary<OverlayFile> = fc.record({
  format: fc.constant('waymark-overlay' as const), version: fc.constant(1 as const), school: line(120), madeOn: day, entries: fc.uniqueArray(entry, { selector: (each) => each.id, maxLength: 6 }),
});
const GOOD: OverlayFile = { format: 'waymark-overlay', version: 1, school: 'West High', madeOn: '2026-11-25', entries: [{ ...program(), payers: ['district'] }, contact()] };
const codeOf = (text: string): string => {
  try {
    parseOverlay(text);
    return 'taken';
  } catch (error) {
    return error instanceof CodedError ? error.code : String(error);
  }
};

describe('a file of school entries', () => {
  it('is read as it was written', () => {
    fc.assert(fc.property(file, (each) => { expect(parseOverlay(writeOverlay(each))).toEqual(each); }), { numRuns: 300 });
  });

  it('is read from the disk, with a mark of its encoding before it too', async () => {
    const path = join(folder, 'ours.json');
    await writeFile(path, `\uFEFF${writeOverlay(GOOD)}`);
    expect(await readOverlay(path)).toEqual(GOOD);
  });

  const [first] = GOOD.entries;
  it.each([
    ['nothing', '', 'overlay-not-an-overlay'], ['a photo', '\x89PNG\r\n', 'overlay-not-an-overlay'], ['a page', '<!doctype html>', 'overlay-not-an-overlay'], ['a list', '[]', 'overlay-not-an-overlay'],
    ['other JSON', '{"entries":[]}', 'overlay-not-an-overlay'], ['null', 'null', 'overlay-not-an-overlay'], ['a cut file', writeOverlay(GOOD).slice(0, -9), 'overlay-not-an-overlay'],
    ['deep nesting', '['.repeat(200_000), 'overlay-not-an-overlay'], ['deep nesting that ends', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, 'overlay-not-an-overlay'],
    ['a version to come', JSON.stringify({ ...GOOD, version: 2 }), 'overlay-newer'], ['no version', JSON.stringify({ ...GOOD, version: '1' }), 'overlay-not-an-overlay'],
    ['a key of nobody', JSON.stringify({ ...GOOD, students: [] }), 'overlay-invalid'], ['the prototype', `${JSON.stringify(GOOD).slice(0, -1)},"__proto__":{"a":1}}`, 'overlay-invalid'],
    ['a student in an entry', JSON.stringify({ ...GOOD, entries: [{ ...first, student: 'Maya' }] }), 'overlay-invalid'],
    ['one id twice', JSON.stringify({ ...GOOD, entries: [first, first] }), 'overlay-invalid'], ['an id that is a path', JSON.stringify({ ...GOOD, entries: [{ ...first, id: '../x' }] }), 'overlay-invalid'],
    ['a text that turns writing around', JSON.stringify({ ...GOOD, entries: [{ ...first, phone: '\u202e2110-555' }] }), 'overlay-invalid'],
    ['a day there is none of', JSON.stringify({ ...GOOD, entries: [{ ...first, checkedOn: '2026-02-30' }] }), 'overlay-invalid'], ['a price below nothing', JSON.stringify({ ...GOOD, entries: [{ ...first, priceCents: -1 }] }), 'overlay-invalid'],
    ['too many', JSON.stringify({ ...GOOD, entries: Array.from({ length: MOST_ENTRIES + 1 }, (_, at) => ({ ...first, id: `e${at}` })) }), 'overlay-invalid'],
  ])('that is %s is refused', (_, text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('names the entry that is wrong, and nothing of what stands in it', () => {
    try {
      parseOverlay(JSON.stringify({ ...GOOD, entries: [first, { ...first, id: 'b', provider: '', note: 'Zyxquil' }] }));
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ code: 'overlay-invalid', params: { entry: 2 } });
      expect(JSON.stringify(error instanceof CodedError && error.params)).not.toContain('Zyxquil');
    }
  });

  it('with bytes changed anywhere is taken whole or refused with a code', () => {
    const text = writeOverlay(GOOD);
    fc.assert(fc.property(fc.nat(text.length - 1), fc.string({ unit: 'binary', maxLength: 3 }), (at, piece) => {
      expect(['taken', 'overlay-not-an-overlay', 'overlay-newer', 'overlay-invalid']).toContain(codeOf(text.slice(0, at) + piece + text.slice(at + 1)));
    }), { numRuns: 400 });
  });

  it('that is too large, no text, a folder or not there is refused', async () => {
    const write = async (named: string, content: string | Uint8Array): Promise<string> => {
      await writeFile(join(folder, named), content);
      return join(folder, named);
    };
    await expect(readOverlay(await write('large.json', ' '.repeat(MOST_OVERLAY_BYTES + 1)))).rejects.toMatchObject({ code: 'overlay-too-large' });
    await expect(readOverlay(await write('latin.json', Buffer.from('{"format":"\xe9"}', 'latin1')))).rejects.toMatchObject({ code: 'overlay-not-an-overlay' });
    await expect(readOverlay(folder)).rejects.toMatchObject({ code: 'overlay-unreadable' });
    await expect(readOverlay(join(folder, 'none.json'))).rejects.toMatchObject({ code: 'overlay-unreadable' });
  });
});
