/** `waymark search`: the app's own search, from the command line. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CodedError } from '../../shared/kernel/errors.ts';
import { ensureReference } from '../reference/ensure-reference.ts';
import { getOccupationFacts } from '../reference/queries/get-occupation-facts.ts';
import { listAreas } from '../reference/queries/list-areas.ts';
import type { ReferenceDb } from '../reference/reference-db.ts';
import { searchHits, type SearchHit } from '../reference/search/hits.ts';
import { openSearchIndex } from '../reference/search/index.ts';
import { readArgs, UsageError, type CliWorld, type Command } from './command.ts';
import { sentenceOf } from './messages.ts';

const DEFAULT_LIMIT = 20;
const LIMIT_MOST = 1000;
const TEXT_MOST = 200;

interface Asked {
  readonly text: string;
  readonly area: string | null;
  readonly lang: 'en' | 'es';
  readonly limit: number;
  readonly json: boolean;
  readonly data: string | null;
}

function readAsked(args: readonly string[], world: CliWorld): Asked {
  const { values, positionals } = readArgs(args, {
    area: { type: 'string' }, lang: { type: 'string' }, limit: { type: 'string' }, json: { type: 'boolean' }, data: { type: 'string' },
  }, true);
  if (positionals.length === 0) throw new UsageError('Give a text to search for.');
  const text = positionals.join(' ');
  if (text.length > TEXT_MOST) throw new UsageError(`The text may have at most ${TEXT_MOST} letters.`);
  const { lang = 'en' } = values;
  if (lang !== 'en' && lang !== 'es') throw new UsageError('--lang is en or es.');
  const limit = values.limit === undefined ? DEFAULT_LIMIT : Number(values.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > LIMIT_MOST) throw new UsageError(`--limit is a number from 1 to ${LIMIT_MOST}.`);
  return { text, area: values.area ?? null, lang, limit, json: values.json === true, data: values.data ?? world.env['WAYMARK_DATA'] ?? null };
}

/** Median pay of an occupation near an area, in dollars a year, with the area that has it. */
function payOf(db: ReferenceDb, hit: SearchHit, area: string | null) {
  if (area === null || hit.kind !== 'occupation') return null;
  const pay = getOccupationFacts(db, hit.id, area)?.pay;
  return pay ? { median: pay.p50, area: pay.area, areaName: pay.areaName, source: pay.from.source } : null;
}

function print(db: ReferenceDb, asked: Asked, world: CliWorld): void {
  if (asked.area !== null && !listAreas(db).some(({ id }) => id === asked.area)) {
    throw new UsageError(`There is no area ${JSON.stringify(asked.area)}; areas are "us", a state's two digits as "39", or an area code as "3900004".`);
  }
  const found = searchHits(openSearchIndex(db), { text: asked.text, lang: asked.lang, kinds: ['credential', 'occupation'], limit: asked.limit });
  const results = found.hits.map((hit) => {
    const pay = payOf(db, hit, asked.area);
    return { kind: hit.kind, id: hit.id, name: hit.name[asked.lang], why: hit.why, ...(pay ? { pay } : {}) };
  });
  if (asked.json) {
    world.out(`${JSON.stringify({ total: found.total, results })}\n`);
    return;
  }
  const lines = results.map(({ kind, id, name, why, pay }) =>
    [`${kind} ${id}: ${name}`, why.text === '' || why.text === name ? '' : ` (${why.by}: ${why.text})`, pay?.median ? `, median $${pay.median} a year, ${pay.areaName}` : ''].join(''));
  world.out(`${[...lines, `${found.total} in all`].join('\n')}\n`);
}

export const searchCommand: Command = {
  name: 'search',
  summary: 'search credentials and occupations',
  help: `Usage: waymark search TEXT [--area A] [--lang en|es] [--limit N] [--data DIR] [--json]

Searches credentials and occupations, best first.
  --area A    also give the pay of occupations near this area: "us", "39", "3900004"
  --lang es   names in Spanish
  --limit N   at most N results (${DEFAULT_LIMIT})
  --data DIR  folder that keeps the built database (or WAYMARK_DATA); else a temporary one
  --json      {"total": n, "results": [{"kind", "id", "name", "why"}]}
`,
  async run(args, world) {
    const asked = readAsked(args, world);
    const temporary = asked.data === null ? await mkdtemp(join(tmpdir(), 'waymark-search-')) : null;
    try {
      const { db } = await ensureReference({ resourcesDir: world.resourcesDir, dataDir: temporary ?? resolve(asked.data ?? '') });
      try {
        print(db, asked, world);
      } finally {
        db.close();
      }
      return 0;
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      world.err(`${world.resourcesDir}: ${sentenceOf(error)}\n`);
      return 1;
    } finally {
      if (temporary !== null) await rm(temporary, { recursive: true, force: true });
    }
  },
};
