/** What Waymark is made with: the packages that ship inside it, with their licenses, and the sources of its figures. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { csvRecords, decodeTable } from '../../db/pack/csv.ts';
import { ROOT } from './paths.ts';

/** Packages that are bundled or carried along; what they need comes after them. Tools of the build do not ship. */
const SHIPPED = [
  'electron', 'better-sqlite3', 'kysely', 'zod', 'tuf-js', '@tufjs/models', 'playwright-core', '@cantoo/pdf-lib', 'react', 'react-dom', 'react-aria-components', 'zustand',
  'd3-array', 'd3-scale', 'd3-shape', 'intl-messageformat', '@fontsource-variable/public-sans', '@fontsource-variable/source-serif-4',
] as const;
/** Needed only while they are installed: what fetches Electron, and types. */
const NOT_SHIPPED = /^(@types\/|@electron\/get$|@electron-internal\/|extract-zip$|@swc\/helpers$|csstype$|node-gyp|bindings$)/;

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** The folder a package resolves to from `from`, as Node looks it up. */
function folderOf(name: string, from: string): string | null {
  for (let folder = from; ; folder = join(folder, '..')) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
    if (folder === ROOT) return null;
  }
}

const manifestOf = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

/** Every package that ships, each version once, by name. */
export function shippedPackages(): { readonly manifest: Manifest; readonly folder: string }[] {
  const found = new Map<string, { readonly manifest: Manifest; readonly folder: string }>();
  const visit = (name: string, from: string): void => {
    const folder = NOT_SHIPPED.test(name) ? null : folderOf(name, from);
    if (folder === null) return;
    const manifest = manifestOf(folder);
    const key = `${manifest.name} ${manifest.version}`;
    if (found.has(key)) return;
    found.set(key, { manifest, folder });
    // Electron and the driver are carried as built; their dependencies belong to their installation.
    if (name === 'electron' || name === 'better-sqlite3') return;
    for (const next of Object.keys(manifest.dependencies ?? {})) visit(next, folder);
  };
  for (const name of SHIPPED) visit(name, ROOT);
  return [...found.values()].sort((a, b) => (a.manifest.name < b.manifest.name ? -1 : 1));
}

/** The license text of a package, its lines as they are; empty when it carries none. */
function licenseText(folder: string): string {
  const file = readdirSync(folder).filter((name) => /^(licen[sc]e|copying)(\.|$)/i.test(name)).sort()[0];
  return file ? readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim() : '';
}

/** The rows of a table file by the names of its header. */
function rowsOf(path: string): Readonly<Record<string, string>>[] {
  const [header, ...records] = csvRecords(decodeTable(path, readFileSync(path)));
  return records.map(({ cells }) => Object.fromEntries((header?.cells ?? []).map((name, at) => [name, cells?.[at] ?? ''])));
}

function dataSources(): string[] {
  const folder = join(ROOT, 'resources', 'starter', 'source');
  const rows = readdirSync(folder).filter((name) => name.endsWith('.csv')).flatMap((name) => rowsOf(join(folder, name)));
  const line = (row: Readonly<Record<string, string>>): string => `- ${row['publisher'] ?? ''}: ${row['title'] ?? ''}, ${row['vintage'] ?? ''}. ${row['license'] ?? ''}. <${row['url'] ?? ''}>`;
  return rows.map(line).sort();
}

/** The text of THIRD-PARTY-NOTICES.md. */
export function thirdPartyNotices(): string {
  const packages = shippedPackages();
  const texts = new Map<string, string[]>();
  for (const { manifest, folder } of packages) {
    const text = licenseText(folder);
    texts.set(text, [...(texts.get(text) ?? []), `${manifest.name} ${manifest.version}`]);
  }
  return [
    '# Third-party notices',
    '',
    'Made from the packages that ship and from the starter’s sources; a test keeps it true. Electron carries the notices of Chromium and Node in its own installation.',
    '',
    '## Sources of figures',
    '',
    'This product includes information from O*NET by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA), used under the CC BY 4.0 license. O*NET is a trademark of USDOL/ETA. Waymark has selected and rearranged it; USDOL/ETA has not approved or tested these changes.',
    '',
    ...dataSources(),
    '',
    '## Packages',
    '',
    '| package | version | license |',
    '| --- | --- | --- |',
    ...packages.map(({ manifest }) => `| ${manifest.name} | ${manifest.version} | ${manifest.license ?? 'see its text'} |`),
    '',
    '## License texts',
    '',
    ...[...texts].flatMap(([text, names]) => [`### ${names.join(', ')}`, '', '```text', text === '' ? 'The package carries no license text; its license is named above.' : text, '```', '']),
  ].join('\n');
}
