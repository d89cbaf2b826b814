import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_SIZE, MIN_SIZE, fitState, parseState } from './window-place.ts';

const SCREEN = { x: 0, y: 25, width: 1366, height: 743 };
const LEFT = { x: -1920, y: 0, width: 1920, height: 1080 };
const state = { place: { x: 100, y: 80 }, width: 1000, height: 700, maximized: false };

describe('the text of a window’s place', () => {
  it('is read as it was written', () => {
    expect(parseState(JSON.stringify({ x: 100, y: 80, width: 1000, height: 700, maximized: false }))).toEqual(state);
  });
  it.each(['', '{', 'null', '7', '[]', '{}', '{"width":"1000","height":700}', '{"width":10,"height":10}', '{"width":1e99,"height":700}', '{"width":1000.5,"height":700}'])('means nothing when it is %s', (text) => {
    expect(parseState(text)).toBeNull();
  });
  it('never throws, whatever it is', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => { parseState(text); }));
  });
  it('may lack a place', () => {
    expect(parseState('{"width":1000,"height":700}')).toMatchObject({ place: null });
  });
});

describe('a window’s place', () => {
  it('stays on a screen that is there', () => {
    expect(fitState(state, [SCREEN])).toEqual(state);
    expect(fitState({ ...state, place: { x: -1800, y: 40 } }, [SCREEN, LEFT]).place).toEqual({ x: -1800, y: 40 });
  });
  it('is left to the system when its screen has gone, or its title bar is out of reach', () => {
    for (const place of [{ x: -1800, y: 40 }, { x: 1340, y: 80 }, { x: 100, y: -400 }, { x: 100, y: 760 }]) expect(fitState({ ...state, place }, [SCREEN]).place).toBeNull();
  });
  it('is no larger than its screen and no smaller than the page can be', () => {
    expect(fitState({ ...state, width: 5000, height: 4000 }, [SCREEN])).toMatchObject({ width: 1366, height: 743 });
    expect(fitState(state, [{ x: 0, y: 0, width: 640, height: 400 }])).toMatchObject(MIN_SIZE);
  });
  it('is the first one where no screen is told', () => {
    expect(fitState({ place: null, ...FIRST_SIZE, maximized: false }, [])).toMatchObject(FIRST_SIZE);
  });
});
