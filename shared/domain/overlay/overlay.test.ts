/** What two overlays are together, and how old an entry is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactsFor, entryName, runningPrograms } from './entry.ts';
import type { OverlayEntry } from './entry.ts';
import { entryAge } from './entry-age.ts';
import { mergeEntries } from './merge-entries.ts';
import { contact, program } from './testing.ts';

describe('two overlays as one', () => {
  const [early, late] = ['2026-11-20T15:00:00.000Z', '2026-11-21T09:00:00.000Z'];
  it('tell what is new, changed, the same, and kept because the one here is the later', () => {
    const ours = [program({ id: 'a' }), program({ id: 'b', seats: 10, changedAt: early }), program({ id: 'c', seats: 9, changedAt: late }), contact({ id: 'd' })];
    const theirs = [contact({ id: 'e' }), program({ id: 'a' }), program({ id: 'b', seats: 11, changedAt: late }), program({ id: 'c', seats: 8, changedAt: early })];
    const { entries, told } = mergeEntries(ours, theirs);
    expect(told.map(({ entry, word }) => [entry.id, word])).toEqual([['e', 'new'], ['a', 'same'], ['b', 'changed'], ['c', 'kept']]);
    expect(entries.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(entries.map((each) => (each.kind === 'program' ? each.seats : null))).toEqual([12, 11, 9, null, null]);
  });

  const instant = fc.integer({ min: 0, max: 3 }).map((minute) => `2026-11-20T15:0${minute}:00.000Z`);
  const entry: fc.Arbitrary<OverlayEntry> = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), changedAt: instant, seats: fc.option(fc.integer({ min: 0, max: 3 })), isContact: fc.boolean() })
    .map(({ isContact, seats, ...rest }) => (isContact ? contact(rest) : program({ ...rest, seats })));
  const list = fc.uniqueArray(entry, { selector: ({ id }) => id });
  it('are the same whichever came first, whatever came between, and however often', () => {
    fc.assert(fc.property(list, list, list, (a, b, c) => {
      const sum = (...lists: readonly OverlayEntry[][]): readonly OverlayEntry[] => lists.reduce<readonly OverlayEntry[]>((all, each) => mergeEntries(all, each).entries, []);
      expect(sum(a, b)).toEqual(sum(b, a));
      expect(sum(a, b, c)).toEqual(sum(c, a, b));
      expect(sum(a, b, b)).toEqual(sum(a, b));
      // Nothing that was here is gone.
      expect(new Set(sum(a, b).map(({ id }) => id))).toEqual(new Set([...a, ...b].map(({ id }) => id)));
    }), { numRuns: 200 });
  });
});

describe('the age of an entry', () => {
  it.each([
    ['2026-11-25', '2026-11-25', 0, false, false], ['2025-11-25', '2026-11-25', 12, false, false], ['2025-11-24', '2026-11-25', 12, false, false], ['2025-10-25', '2026-11-25', 13, true, false],
    ['2025-10-26', '2026-11-25', 12, false, false], ['2024-11-25', '2026-11-25', 24, true, false], ['2024-10-25', '2026-11-25', 25, true, true], ['2027-01-01', '2026-11-25', 0, false, false],
  ])('%s on %s is %i months', (checkedOn, today, months, callFirst, oldPrice) => {
    expect(entryAge(checkedOn, today)).toEqual({ months, callFirst, oldPrice });
  });
});

describe('entries', () => {
  it('of programs that run come by the day they were looked at; those that do not are left out', () => {
    const all = [program({ id: 'b' }), program({ id: 'a' }), program({ id: 'new', checkedOn: '2026-11-24' }), program({ id: 'ended', runs: false }), contact()];
    expect(runningPrograms(all).map(({ id }) => id)).toEqual(['new', 'a', 'b']);
    expect(contactsFor(all, 'money').map(({ id }) => id)).toEqual(['c1']);
    expect(contactsFor(all, 'workforce')).toEqual([]);
  });
  it('go by their title, else by what they teach, else by who teaches', () => {
    expect([program({ title: 'Health 2' }), program(), program({ credentialName: null }), contact()].map((each) => entryName(each, 'es')))
      .toEqual(['Health 2', 'Auxiliar de enfermería', 'Pickaway CTE Center', 'Aid office, Columbus State']);
  });
});
