import { describe, expect, it } from 'vitest';
import { shapedBool, shapedInt, shapedList, shapedMap, shapedMaybe, shapedNumber, shapedObject, shapedText, shapedWord } from './shape.ts';
import type { ShapedValue } from './shape.ts';

const rule = shapedObject({ hours: shapedInt({ min: 1, max: 600 }), name: shapedText(5) }, { kinds: shapedList(shapedWord(['a', 'b'] as const), 1), states: shapedMap(shapedInt()), open: shapedMaybe(shapedBool) });

describe('a shape', () => {
  it('reads what it describes, and has the type of it', () => {
    const given = { hours: 150, name: 'Pell', kinds: ['a'], states: { OH: 1 }, open: null };
    const read = rule.read(given);
    expect(read).toEqual({ ok: true, value: given });
    const typed: ShapedValue<typeof rule> = { hours: 1, name: 'x' };
    // @ts-expect-error a field that is needed
    const short: ShapedValue<typeof rule> = { hours: 1 };
    // @ts-expect-error a word that is not among them
    const wrong: ShapedValue<typeof rule> = { hours: 1, name: 'x', kinds: ['c'] };
    expect([typed, short, wrong]).toHaveLength(3);
    expect(rule.read({ hours: 150, name: 'Pell' })).toEqual({ ok: true, value: { hours: 150, name: 'Pell' } });
  });

  it.each([
    [{ name: 'x' }, 'hours', 'missing'], [{ hours: 1, name: 'x', more: 1 }, 'more', 'unknown-field'], [{ hours: 0, name: 'x' }, 'hours', 'too-small'], [{ hours: 601, name: 'x' }, 'hours', 'too-large'],
    [{ hours: 1.5, name: 'x' }, 'hours', 'type'], [{ hours: '1', name: 'x' }, 'hours', 'type'], [{ hours: NaN, name: 'x' }, 'hours', 'type'], [{ hours: null, name: 'x' }, 'hours', 'type'],
    [{ hours: 1, name: '' }, 'name', 'empty'], [{ hours: 1, name: 'sixsix' }, 'name', 'too-long'], [{ hours: 1, name: 6 }, 'name', 'type'],
    [{ hours: 1, name: 'x', kinds: [] }, 'kinds', 'empty'], [{ hours: 1, name: 'x', kinds: ['a', 'c'] }, 'kinds.1', 'not-a-word'], [{ hours: 1, name: 'x', kinds: {} }, 'kinds', 'type'],
    [{ hours: 1, name: 'x', states: { OH: 1, NM: 'two' } }, 'states.NM', 'type'], [{ hours: 1, name: 'x', states: [] }, 'states', 'type'], [{ hours: 1, name: 'x', states: null }, 'states', 'type'],
    [{ hours: 1, name: 'x', open: 'yes' }, 'open', 'type'], [null, '', 'type'], ['x', '', 'type'], [[], '', 'type'],
  ])('refuses %j at %s: %s', (value, field, fault) => {
    expect(rule.read(value)).toEqual({ ok: false, error: { field, fault } });
  });

  it('takes a text of as many letters as there may be', () => {
    expect([shapedText(5).read('fives').ok, shapedText(5).read('sixsix').ok]).toEqual([true, false]);
  });

  it('takes numbers at both ends of a range, and any finite one without', () => {
    expect([1, 600].map((hours) => rule.read({ hours, name: 'x' }).ok)).toEqual([true, true]);
    expect([shapedNumber().read(-1e300).ok, shapedNumber().read(Infinity).ok, shapedNumber({ min: 0 }).read(0.5).ok, shapedNumber({ min: 0 }).read(-0.5).ok]).toEqual([true, false, true, false]);
  });

  it('says the same as JSON Schema', () => {
    expect(rule.schema).toEqual({
      type: 'object', additionalProperties: false, required: ['hours', 'name'],
      properties: {
        hours: { type: 'integer', minimum: 1, maximum: 600 }, name: { type: 'string', minLength: 1, maxLength: 5 },
        kinds: { type: 'array', items: { enum: ['a', 'b'] }, minItems: 1 }, states: { type: 'object', additionalProperties: { type: 'integer' } },
        open: { anyOf: [{ type: 'boolean' }, { type: 'null' }] },
      },
    });
    expect(shapedNumber({ max: 2 }).schema).toEqual({ type: 'number', maximum: 2 });
  });
});
