/** Flags of the benchmarks of patches; each has a twin in the environment: `--sizes` is `WAYMARK_PATCH_SIZES`, `--tool-minutes` is `WAYMARK_PATCH_TOOL_MINUTES`. */
import { parseArgs } from 'node:util';

export interface PatchOptions {
  /** Credentials that are made. */
  readonly sizes: readonly number[];
  /** Shares of the credentials that differ from one edition to the next, from 0 to 1. */
  readonly shares: readonly number[];
  /** What the tools make differences of. */
  readonly of: readonly string[];
  /** How many editions a client is behind, at the most. */
  readonly behind: number;
  /** Which editions of those that a client is behind are published: all, or the first and the last, as from any of them a patch of its own leads to the last. */
  readonly published: 'all' | 'ends';
  /** Folder in which packs, and the databases of first editions, are kept and found again; null for none. */
  readonly packs: string | null;
  /** How long a tool may take for one difference, in minutes. */
  readonly toolMinutes: number;
}

const USUAL = { 'sizes': '18500', 'shares': '0,0.001,0.02,0.2', 'of': 'packs,databases,rows', 'behind': '8', 'published': 'all', 'packs': '', 'tool-minutes': '180' };
type Flag = keyof typeof USUAL;

export function readOptions(flags: readonly string[]): PatchOptions {
  const options = Object.fromEntries(Object.keys(USUAL).map((flag) => [flag, { type: 'string' as const }]));
  const { values } = parseArgs({ args: [...flags], options });
  const said = (flag: Flag): string => String(values[flag] ?? process.env[`WAYMARK_PATCH_${flag.toUpperCase().replace('-', '_')}`] ?? USUAL[flag]);
  const list = (flag: Flag): readonly string[] => said(flag).split(',').filter((each) => each !== '');
  return {
    sizes: list('sizes').map(Number), shares: list('shares').map(Number), of: list('of'), behind: Number(said('behind')), published: said('published') === 'ends' ? 'ends' : 'all',
    packs: said('packs') || null, toolMinutes: Number(said('tool-minutes')),
  };
}
