/** What `npm run bench -- scale` is told, by flags or, where a shell swallows them, by their twins in the environment. */
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const ENGINES = ['ours', 'fts5', 'fts5-bitmaps', 'minisearch', 'flexsearch', 'orama'] as const;
export type EngineName = (typeof ENGINES)[number];

export interface ScaleOptions {
  /** Credentials made for each edition, smallest first. */
  readonly sizes: readonly number[];
  readonly engines: readonly EngineName[];
  /** Packs, databases and indexes stay here between runs. */
  readonly work: string;
  /** Also writes the tables here, as Markdown. */
  readonly out: string | null;
  /** A database that is there and intact is measured as it is; its build is then told from the record of that earlier run. */
  readonly reuse: boolean;
  /** How many of the recorded queries are typed. */
  readonly queries: number;
  /** Seconds for the searches of one engine; what was measured until then counts, and how much that was is printed. */
  readonly searchSeconds: number;
  /** Whether answers are graded too, on the starter and on the smallest size. */
  readonly relevance: boolean;
  /** Whether each graded query that ours loses is listed. */
  readonly losses: boolean;
}

/** Flag, its twin, what holds without either. */
const FLAGS = {
  'sizes': ['WAYMARK_SCALE_SIZES', '18500,185000,1850000'],
  'engines': ['WAYMARK_SCALE_ENGINES', ENGINES.join(',')],
  'work': ['WAYMARK_SCALE_WORK', join(tmpdir(), 'waymark scale')],
  'out': ['WAYMARK_SCALE_OUT', ''],
  'reuse': ['WAYMARK_SCALE_REUSE', 'no'],
  'queries': ['WAYMARK_SCALE_QUERIES', '1000'],
  'search-seconds': ['WAYMARK_SCALE_SEARCH_SECONDS', '900'],
  'relevance': ['WAYMARK_SCALE_RELEVANCE', 'yes'],
  'losses': ['WAYMARK_SCALE_LOSSES', 'no'],
} as const;

const listOf = (text: string): readonly string[] => text.split(/[\s,]+/).filter((each) => each !== '');
const isEngine = (name: string): name is EngineName => ENGINES.some((engine) => engine === name);

function numberOf(flag: string, text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`--${flag} wants whole numbers from 1 on, not "${text}".`);
  return value;
}
function answerOf(flag: string, text: string): boolean {
  if (text !== 'yes' && text !== 'no') throw new Error(`--${flag} wants yes or no, not "${text}".`);
  return text === 'yes';
}

/** Reads the options. Throws, with a sentence, for what it does not know. */
export function readOptions(flags: readonly string[], env: Readonly<Record<string, string | undefined>> = process.env): ScaleOptions {
  const options = Object.fromEntries(Object.keys(FLAGS).map((flag) => [flag, { type: 'string' as const }]));
  const { values } = parseArgs({ args: [...flags], options, allowPositionals: false });
  const of = (flag: keyof typeof FLAGS): string => String(values[flag] ?? env[FLAGS[flag][0]] ?? FLAGS[flag][1]);
  const engines = listOf(of('engines'));
  const unknown = engines.filter((name) => !isEngine(name));
  if (unknown.length > 0) throw new Error(`There is no engine ${unknown.join(', ')}. There are: ${ENGINES.join(', ')}.`);
  return {
    sizes: listOf(of('sizes')).map((size) => numberOf('sizes', size)).sort((a, b) => a - b),
    engines: ENGINES.filter((name) => engines.includes(name)),
    work: resolve(of('work')), out: of('out') === '' ? null : resolve(of('out')),
    reuse: answerOf('reuse', of('reuse')), relevance: answerOf('relevance', of('relevance')), losses: answerOf('losses', of('losses')),
    queries: numberOf('queries', of('queries')), searchSeconds: numberOf('search-seconds', of('search-seconds')),
  };
}
