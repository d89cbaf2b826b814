import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, allImports, circles, importsOf, judge, sourceFiles } from './imports.ts';
import { RENDERER_RULES, ZONES } from './zones.ts';

const LIMIT = 400;
const lines = (file: string): number => readFileSync(join(ROOT, file), 'utf8').split('\n').length - 1;

describe('the import graph', () => {
  const imports = allImports();

  it('keeps to the zones', () => {
    expect(imports.map(judge).filter((each) => each !== null)).toEqual([]);
  });

  it('has no circle', () => {
    expect(circles(imports)).toEqual([]);
  });

  it('finds a circle where there is one', () => {
    const circle = [
      { from: 'a.ts', specifier: './b.ts', target: 'b.ts', typeOnly: false },
      { from: 'b.ts', specifier: './a.ts', target: 'a.ts', typeOnly: false },
    ];
    expect(circles(circle)).toHaveLength(1);
  });

  // One forbidden import for each zone: a rule that cannot fail is no rule.
  const mutants: readonly [string, string][] = [
    ['shared/kernel/x.ts', "import { a } from '../domain/a.ts';"],
    ['shared/kernel/x.ts', "import fs from 'node:fs';"],
    ['shared/domain/x.ts', "import { t } from '../i18n/translator.ts';"],
    ['shared/domain/x.ts', "import { z } from 'zod';"],
    ['shared/i18n/x.ts', "import { contract } from '../contract/index.ts';"],
    ['shared/print/x.ts', "import React from 'react';"],
    ['shared/contract/x.ts', "import { build } from '../print/family-plan.ts';"],
    ['db/files/x.ts', "import { openVault } from '../vault/vault.ts';"],
    ['db/vault/x.ts', "import { contract } from '../../shared/contract/index.ts';"],
    ['db/vault/x.ts', "import { app } from 'electron';"],
    ['electron/service/x.ts', "import { app } from 'electron';"],
    ['electron/service/x.ts', "import { boot } from '../main/main.ts';"],
    ['electron/host/x.ts', "import { app } from 'electron';"],
    ['electron/loopback/x.ts', "import { boot } from '../main/main.ts';"],
    ['electron/main/x.ts', "import { openVault } from '../../db/vault/vault.ts';"],
    ['electron/main/x.ts', "import { dispatch } from '../service/dispatcher.ts';"],
    ['electron/preload/x.ts', "import fs from 'node:fs';"],
    ['renderer/app/x.ts', "import { openVault } from '../../db/vault/vault.ts';"],
    ['renderer/pages/x.tsx', "import fs from 'node:fs';"],
    ['scripts/x.ts', "import left from 'left-pad';"],
    ['test/x.ts', "import left from 'left-pad';"],
    ['shared/domain/x.ts', "const a = await import('../../test/browser.ts');"],
    ...RENDERER_RULES.map((rule): [string, string] => [`${rule.folder}/x.ts`, `import { a } from '../${rule.mayNot[0]?.split('/')[1] ?? ''}/a.ts';`]),
  ];
  it.each(mutants)('refuses %s with %s', (file, text) => {
    expect(importsOf(file, text).map(judge).filter((each) => each !== null)).toHaveLength(1);
  });

  it('has a mutant for each zone', () => {
    const covered = new Set(mutants.map(([file]) => ZONES.find((zone) => file.startsWith(`${zone.folder}/`))?.folder));
    expect(ZONES.filter((zone) => !covered.has(zone.folder)).map((zone) => zone.folder)).toEqual([]);
  });
});

describe('files', () => {
  it(`have at most ${LIMIT} lines`, () => {
    const sizes = sourceFiles().map((file) => ({ file, lines: lines(file) })).sort((a, b) => a.lines - b.lines);
    const median = sizes[Math.floor(sizes.length / 2)]?.lines ?? 0;
    process.stdout.write(`source files: ${sizes.length}, median ${median} lines, longest ${sizes.at(-1)?.lines} (${sizes.at(-1)?.file})\n`);
    expect(sizes.filter((each) => each.lines > LIMIT)).toEqual([]);
  });

  it('keep clock, chance and locale out of the kernel and the engine', () => {
    const impure = /\bnew Date\b|\bDate\.|\bMath\.random\b|\bIntl\.|\.toLocale|\bprocess\.|\bglobalThis\b|\bwindow\.|\bdocument\./;
    const pure = sourceFiles().filter((file) => /^shared\/(kernel|domain)\//.test(file) && !file.endsWith('.test.ts'));
    expect(pure.length).toBeGreaterThan(5);
    const strip = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(pure.filter((file) => impure.test(strip(readFileSync(join(ROOT, file), 'utf8'))))).toEqual([]);
    expect(impure.test('const now = new Date();')).toBe(true);
  });
});
