import { expect, it } from 'vitest';
import { listingChange, newcomer, realMove } from './edition-news.ts';

const PRICES = [{ year: 2022, month: 0, cpiMilli: 300_000 }, { year: 2025, month: 5, cpiMilli: 330_000 }];
const [then, now] = [{ year: 2022, month: 0 }, { year: 2025, month: 5 }];

it('takes prices out of a move of pay', () => {
  expect(realMove({ dollars: 50_000, date: then }, { dollars: 60_000, date: now }, PRICES)).toEqual({
    percent: 9, reason: { code: 'change.pay-real', params: { move: 'rose', percent: 9, from: 55_000, to: 60_000, month: '2025-05' } },
  });
  expect(realMove({ dollars: 50_000, date: then }, { dollars: 53_000, date: now }, PRICES)?.reason.params).toMatchObject({ move: 'fell', percent: 4 });
  expect(realMove({ dollars: 50_000, date: then }, { dollars: 55_000, date: now }, PRICES)).toBeNull();
  expect(realMove({ dollars: 50_000, date: { year: 1999, month: 0 } }, { dollars: 55_000, date: now }, PRICES)).toBeNull();
  expect(realMove({ dollars: 50_000, date: now }, { dollars: 55_000, date: now }, [])?.percent).toBe(10);
  expect(realMove({ dollars: 50_000, date: now }, { dollars: 50_200, date: now }, [])).toBeNull();
});
it('names what came and how a list stands', () => {
  const list = { en: 'A list', es: 'Una lista' };
  expect([newcomer(false), newcomer(true)].map(({ code }) => code)).toEqual(['change.new', 'change.again']);
  expect([listingChange(false, true, list), listingChange(true, false, list), listingChange(true, true, list)].map(({ code }) => code)).toEqual(['change.listed', 'change.unlisted', 'change.listing']);
});
