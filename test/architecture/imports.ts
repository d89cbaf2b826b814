/** Reads the import graph of the checkout and judges it by the zones. */
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { RENDERER_RULES, TEST_PACKAGES, zoneOf } from './zones.ts';

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const SOURCE_FOLDERS = ['shared', 'db', 'electron', 'renderer', 'scripts', 'test'] as const;

export interface Import {
  readonly from: string;
  readonly specifier: string;
  /** Path relative to the checkout for a file, else null (a package). */
  readonly target: string | null;
  readonly typeOnly: boolean;
}

/** Every source file below the checkout's source folders, relative, with forward slashes. */
export function sourceFiles(): string[] {
  const found: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== 'node_modules' && entry.name !== 'fixtures') walk(path);
      } else if (/\.(ts|tsx|mts|cts|mjs|css)$/.test(entry.name)) found.push(relative(ROOT, path).split(sep).join('/'));
    }
  };
  for (const folder of SOURCE_FOLDERS) walk(join(ROOT, folder));
  return found.sort();
}

/** The imports of one file's text: static, `import()`, `export … from` and `new URL('…', import.meta.url)`. */
export function importsOf(file: string, text: string): Import[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean): void => {
    const target = specifier.startsWith('.') ? posix.normalize(posix.join(posix.dirname(file), specifier)) : null;
    found.push({ from: file, specifier, target, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const clause = node.importClause;
      const named = clause?.namedBindings && ts.isNamedImports(clause.namedBindings) ? clause.namedBindings.elements : undefined;
      const typeOnly = clause !== undefined && (clause.isTypeOnly || (clause.name === undefined && named !== undefined && named.length > 0 && named.every((each) => each.isTypeOnly)));
      add(node.moduleSpecifier.text, typeOnly);
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      add(node.moduleSpecifier.text, node.isTypeOnly);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0] && ts.isStringLiteral(node.arguments[0])) {
      add(node.arguments[0].text, false);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file) || file.startsWith('test/');
const packageOf = (specifier: string): string =>
  specifier.startsWith('node:') || builtinModules.includes(specifier)
    ? 'node:'
    : specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');

/** Why an import is refused, or null when it is fine. */
export function judge(each: Import): string | null {
  const zone = zoneOf(each.from);
  if (!zone) return `${each.from}: no zone; add its folder to test/architecture/zones.ts`;
  if (each.target === null) {
    const name = packageOf(each.specifier);
    const allowed = zone.packages.includes(name) || (isTest(each.from) && TEST_PACKAGES.includes(name));
    const typesOfElectron = name === 'electron' && each.typeOnly && zone.folder === 'test';
    return allowed || typesOfElectron ? null : `${each.from}: ${name} is not classified for ${zone.folder}. ${zone.advice}`;
  }
  const inside = (folder: string): boolean => each.target !== null && (each.target === folder || each.target.startsWith(`${folder}/`));
  for (const rule of RENDERER_RULES) {
    if (!isTest(each.from) && each.from.startsWith(`${rule.folder}/`) && !each.typeOnly && rule.mayNot.some(inside)) {
      return `${each.from} imports ${each.target}. ${rule.advice}`;
    }
  }
  if (inside(zone.folder)) return null;
  if (inside('test')) return isTest(each.from) || zone.folder === 'scripts' ? null : `${each.from} imports ${each.target}. Nothing imports test.`;
  if (isTest(each.from)) return null;
  if (zone.may.some(inside)) return null;
  if (each.typeOnly && zone.types?.some(inside)) return null;
  return `${each.from} imports ${each.target}. ${zone.advice}`;
}

/** All imports of the checkout. */
export function allImports(): Import[] {
  return sourceFiles()
    .filter((file) => !file.endsWith('.css'))
    .flatMap((file) => importsOf(file, readFileSync(join(ROOT, file), 'utf8')));
}

/** Circles among files by value imports, each as the list of its files. */
export function circles(imports: readonly Import[]): string[][] {
  const graph = new Map<string, string[]>();
  for (const each of imports) {
    if (each.target === null || each.typeOnly) continue;
    graph.set(each.from, [...(graph.get(each.from) ?? []), each.target]);
  }
  const state = new Map<string, 'open' | 'done'>();
  const path: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): void => {
    state.set(file, 'open');
    path.push(file);
    for (const next of graph.get(file) ?? []) {
      if (state.get(next) === 'open') found.push([...path.slice(path.indexOf(next)), next]);
      else if (!state.has(next)) visit(next);
    }
    path.pop();
    state.set(file, 'done');
  };
  for (const file of graph.keys()) if (!state.has(file)) visit(file);
  return found;
}
