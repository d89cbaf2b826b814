import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const css = readFileSync(fileURLToPath(new URL('./tokens.css', import.meta.url)), 'utf8');

/** The custom properties of each theme; dark and high contrast take the rest from the light one. */
function readThemes(): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const blocks = [...css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]+)\{([^}]*)\}/g)].map(([, selector = '', body = '']) => ({
    name: /data-theme="(\w+)"/.exec(selector)?.[1] ?? 'light',
    tokens: Object.fromEntries([...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, key = '', value = '']) => [key, value.trim()])),
  }));
  const light = blocks.find((block) => block.name === 'light')?.tokens ?? {};
  return Object.fromEntries(blocks.map((block) => [block.name, { ...light, ...block.tokens }]));
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['ground', 'sheet', 'sunk'] as const;
const TEXTS = ['ink', 'ink-2', 'ink-3', 'spruce', 'blaze-ink', 'high', 'step', 'modest', 'limited', 'unknown', 'danger'] as const;
const pairs: readonly (readonly [text: string, ground: string, least: number])[] = [
  ...TEXTS.flatMap((text) => GROUNDS.map((ground) => [text, ground, 4.5] as const)),
  // What is chosen, and the row under the keys: everything a row may say lies on it.
  ...TEXTS.map((text) => [text, 'spruce-2', 4.5] as const),
  ['ink', 'blaze-2', 4.5], ['blaze-ink', 'blaze-2', 4.5],
  ['on-spruce', 'spruce', 4.5], ['on-spruce', 'spruce-hover', 4.5], ['on-danger', 'danger', 4.5], ['ink', 'danger-2', 4.5], ['danger', 'danger-2', 4.5],
  // Marks, lines that mean something, bounds of controls, the ring of the keyboard.
  ...['blaze', 'high', 'step', 'modest', 'limited', 'unknown', 'edge', 'dots', 'focus'].flatMap((mark) => [...GROUNDS, 'spruce-2'].map((ground) => [mark, ground, 3] as const)),
  ...['high', 'step', 'modest', 'limited'].map((mark) => ['on-mark', mark, 3] as const),
];

describe('tokens', () => {
  const themes = readThemes();

  it('have three themes', () => {
    expect(Object.keys(themes).sort()).toEqual(['contrast', 'dark', 'light']);
  });

  it.each(Object.keys(themes))('keep every pair apart in %s', (theme) => {
    const tokens = themes[theme] ?? {};
    const weak = pairs
      .map(([text, ground, least]) => ({ pair: `${text} on ${ground}`, least, is: Math.round(contrast(tokens[text] ?? '', tokens[ground] ?? '') * 100) / 100 }))
      .filter(({ is, least }) => !(is >= least));
    expect(weak).toEqual([]);
  });

  it('keep every text at 7:1 or more in high contrast', () => {
    const tokens = themes['contrast'] ?? {};
    expect(TEXTS.map((text) => ({ text, is: contrast(tokens[text] ?? '', tokens['sheet'] ?? '') })).filter(({ is }) => !(is >= 7))).toEqual([]);
  });

  it('measure contrast as it is defined', () => {
    expect(contrast('#000000', '#ffffff')).toBe(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
});

describe('style sheets', () => {
  const folder = fileURLToPath(new URL('..', import.meta.url));
  const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.css') && !path.startsWith('print/') && !path.startsWith('public/'))
    .map((path) => ({ path, text: readFileSync(`${folder}/${path}`, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '') }));

  it('name colors by their role', () => {
    expect(sheets.length).toBeGreaterThan(10);
    const bare = sheets.filter(({ path }) => path !== 'styles/tokens.css').flatMap(({ path, text }) => [...text.matchAll(/#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/gi)].map(([color]) => `${path}: ${color}`));
    // Paper and the text file of licenses are black on white whatever the theme.
    expect(bare.filter((each) => !/^pages\/(data\/data|print\/print)\.css: #fff$/.test(each))).toEqual([]);
  });

  it('use only tokens that there are', () => {
    const known = new Set([...css.matchAll(/--([\w-]+):/g)].map(([, name]) => name));
    const used = sheets.flatMap(({ path, text }) => {
      const own = new Set(sheets.flatMap((sheet) => [...sheet.text.matchAll(/--([\w-]+):/g)].map(([, name]) => name)));
      return [...text.matchAll(/var\(--([\w-]+)\s*\)/g)].map(([, name]) => name ?? '').filter((name) => !known.has(name) && !own.has(name)).map((name) => `${path}: --${name}`);
    });
    // Handed over by components as style properties, or by React Aria.
    expect(used.filter((each) => !/--(at|top|reach|trigger-width)$/.test(each))).toEqual([]);
  });

  it('write nothing smaller than 12 px', () => {
    const REM = 15;
    const sizes = sheets.flatMap(({ path, text }) =>
      [...text.matchAll(/(?:font-size:|font:[^;]*?\s|--t-\w+:)\s*([\d.]+)(rem|px|em)/g)].map(([, size = '', unit = '']) => ({ path, px: Number(size) * (unit === 'px' ? 1 : REM) })));
    expect(sizes.length).toBeGreaterThan(10);
    expect(sizes.filter(({ px }) => px < 12)).toEqual([]);
  });
});
