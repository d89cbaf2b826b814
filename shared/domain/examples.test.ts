import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';

const HERE = dirname(fileURLToPath(import.meta.url));
/** The parts of the engine whose every function shows an example. */
const SHOWN = ['compare.ts', 'money', 'pay/baseline.ts', 'pay/baselines.ts', 'pay/compare-pay.ts', 'percentiles', 'return'];

interface Exported {
  readonly file: string;
  readonly name: string;
  readonly doc: string;
}

/** Exported functions with the comment before them, without its stars. */
function exportedIn(file: string): Exported[] {
  const text = readFileSync(join(HERE, file), 'utf8');
  return [...text.matchAll(/(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?export (?:function (\w+)|const (\w+) = (?:<[^>]*>)?\()/g)]
    .map(([, doc = '', named = '', constant = '']) => ({ file, name: named + constant, doc: doc.replace(/^\/\*\*|\*\/\s*$/g, '').replace(/\n\s*\* ?/g, '\n').trim() }));
}
const FILES = readdirSync(HERE, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !/(\.test|testing)\.ts$/.test(file) && SHOWN.some((shown) => file === shown || file.startsWith(`${shown}/`))).sort();
const EXPORTED = FILES.flatMap(exportedIn);
/** A value at the start of a text: up to the bracket that closes it, else a word. */
function valueAt(text: string): string {
  if (!/^[[{]/.test(text)) return /^\S+?(?=[.:,;]?(?:\s|$))/.exec(text)?.[0] ?? '';
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if ('[{'.includes(text[at] ?? '')) depth += 1;
    if (']}'.includes(text[at] ?? '')) depth -= 1;
    if (depth === 0) return text.slice(0, at + 1);
  }
  return text;
}
/** `Example: CALL gives VALUE`. */
const RUN = EXPORTED.flatMap((each) => {
  const [, call, rest] = /Example: (\w+\(.*?) gives (.*)/s.exec(each.doc.replace(/\n/g, ' ')) ?? [];
  return call === undefined || rest === undefined ? [] : [{ ...each, call, value: valueAt(rest) }];
});

/** Numbers stand for all that round to them. */
function agrees(found: unknown, shown: unknown): boolean {
  if (typeof found === 'number' && typeof shown === 'number') return Math.abs(found - shown) <= 0.5 * 10 ** -(String(shown).split('.')[1] ?? '').length;
  if (typeof found === 'object' && typeof shown === 'object' && found !== null && shown !== null) {
    const keys = [...new Set([...Object.keys(found), ...Object.keys(shown)])];
    return keys.every((key) => agrees((found as Record<string, unknown>)[key], (shown as Record<string, unknown>)[key]));
  }
  return Object.is(found, shown);
}

describe('examples', () => {
  it('stand with every exported function', () => {
    expect(EXPORTED.length).toBeGreaterThan(45);
    expect(EXPORTED.filter(({ doc }) => !doc.includes('Example')).map(({ file, name }) => `${file} ${name}`)).toEqual([]);
    expect(RUN.length).toBeGreaterThan(20);
  });

  it.each(RUN)('$file: $call gives $value', async ({ file, call, value }) => {
    const scope = (await import(/* @vite-ignore */ pathToFileURL(join(HERE, file)).href)) as Record<string, unknown>;
    const names = Object.keys(scope);
    const evaluate = (code: string): unknown => (new Function(...names, `return (${code});`) as (...values: unknown[]) => unknown)(...names.map((name) => scope[name]));
    const found = evaluate(call);
    expect(agrees(found, evaluate(value)), `${call} is ${JSON.stringify(found, (_, each: unknown) => (typeof each === 'bigint' ? Number(each) : each))}`).toBe(true);
  });
});
