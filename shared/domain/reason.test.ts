import { describe, expect, it } from 'vitest';
import { REASONS, reason } from './reason.ts';
import type { Shape, Slot } from './reasons/slot.ts';
import { enReasons } from '../i18n/messages/en-reasons.ts';
import { esReasons } from '../i18n/messages/es-reasons.ts';

const KINDS = new Set<Slot>(['name', 'text', 'dollars', 'percent', 'count', 'age', 'months', 'years', 'year', 'month', 'day']);
const SHAPES: readonly (readonly [string, Shape])[] = Object.entries(REASONS);
const SENTENCES: Readonly<Record<string, string>> = enReasons;

describe('the catalogue of reasons', () => {
  it('says of every value what kind it is, or which words it may be', () => {
    const wrong = SHAPES.flatMap(([code, shape]) => Object.entries(shape).filter(([, slot]) => (typeof slot === 'string' ? !KINDS.has(slot) : slot.length < 2 || new Set(slot).size < slot.length || slot.includes(''))).map(([name]) => `${code} ${name}`));
    expect(wrong).toEqual([]);
  });
  it('has a code for every sentence', () => {
    const codes = Object.keys(SENTENCES).map((key) => key.slice('reason.'.length).replace(/\.staff$/u, ''));
    expect(codes.filter((code) => !Object.hasOwn(REASONS, code))).toEqual([]);
  });
  it('has all that a sentence of it names; a page may use more than the sentence does', () => {
    const names = new Set(SHAPES.flatMap(([, shape]) => Object.keys(shape)));
    const named = (code: string): string[] => {
      const sentences = [enReasons, esReasons].flatMap((all: Readonly<Record<string, string>>) => [all[`reason.${code}`] ?? '', all[`reason.${code}.staff`] ?? '']);
      return [...new Set(sentences.flatMap((text) => [...text.matchAll(/(?<!(?:=\d+|one|other) )\{(\w+)[,}]/gu)].map(([, name = '']) => name)))].filter((name) => names.has(name)).sort();
    };
    expect(SHAPES.flatMap(([code, shape]) => named(code).filter((name) => !Object.hasOwn(shape, name)).map((name) => `${code} ${name}`))).toEqual([]);
    expect(names.size).toBeGreaterThan(20);
  });
  it('has the words of a choice in its sentence, each of them', () => {
    const wanting = SHAPES.flatMap(([code, shape]) => Object.values(shape).flatMap((slot) => (typeof slot === 'string' ? [] : slot.filter((word) => !(SENTENCES[`reason.${code}`] ?? '').includes(`${word} {`) && word !== slot.at(-1)))).map((word) => `${code} ${word}`));
    expect(wanting).toEqual([]);
  });
});

describe('a reason', () => {
  it('is a code and its own copy of the values', () => {
    const params = { percent: 12 };
    const made = reason('job.above-no-training', params);
    params.percent = 13;
    expect(made).toEqual({ code: 'job.above-no-training', params: { percent: 12 } });
    expect(reason('job.same-as-no-training')).toEqual({ code: 'job.same-as-no-training', params: {} });
  });
});
