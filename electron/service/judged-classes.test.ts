/** What is judged by class is what the engine says of each credential by its own facts: 1,000 drawn from an edition of 20,500. */
import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changedVerdicts, judgeEdition } from '../../db/judge/changed-verdicts.ts';
import { createJudgingDatabase } from '../../db/judge/judging-database.ts';
import { digestOf } from '../../db/pack/pack-writer.ts';
import { readStarter } from '../../db/pack/starter.ts';
import type { PackRows } from '../../db/pack/starter.ts';
import { TABLES, tableNamed } from '../../db/pack/tables.ts';
import { buildReference, feedFromRows } from '../../db/reference/build-reference.ts';
import type { Feed } from '../../db/reference/build-reference.ts';
import { getCredentialFacts } from '../../db/reference/queries/get-credential-facts.ts';
import { listCredentialIds } from '../../db/reference/queries/get-credential.ts';
import { openReference } from '../../db/reference/reference-db.ts';
import type { ReferenceDb } from '../../db/reference/reference-db.ts';
import type { CredentialFacts } from '../../shared/domain/facts.ts';
import { VERDICTS } from '../../shared/domain/results.ts';
import { judgeAll, judgeCredential } from '../../shared/domain/value/verdict.ts';
import { giantSource } from '../../test/bench/giant/source.ts';
import { seeded } from '../../test/bench/route-graph.ts';
import { compareEditions, MOST_LINES } from './compare-editions.ts';
import { createJudge } from './judge.ts';
import { createJudgeSource } from './judge-source.ts';
import { openersOf } from './openers.ts';

const RESOURCES = fileURLToPath(new URL('../../resources/', import.meta.url));
const CREDENTIALS = 20_500;
const DRAWN = 1000;
/** The nation, two states, and country between cities. */
const AREAS = ['us', '39', '48', '3900004'];
const DAY = '2026-11-25';

let folder: string;
let starter: PackRows;
let db: ReferenceDb;
let ids: readonly string[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark judged '));
  starter = await readStarter({ starterDir: join(RESOURCES, 'starter'), rubricsDir: join(RESOURCES, 'rubrics') });
  const rows = giantSource({ starter, credentials: CREDENTIALS });
  const feed: Feed = (take) => {
    for (const table of TABLES) take({ table, rows: [...rows.rows(table.name)] });
    return Promise.resolve(digestOf(rows).digest);
  };
  const { path } = await buildReference({ feed, out: join(folder, 'giant.sqlite') });
  db = openReference(path);
  ids = listCredentialIds(db);
}, 600_000);
afterAll(async () => {
  db.close();
  await rm(folder, { recursive: true, force: true });
});

/** A credential with all that it leads to, each by its own facts. */
function reached(id: string, area: string): ReadonlyMap<string, CredentialFacts> {
  const found = new Map<string, CredentialFacts>();
  const wanted = [id];
  for (const each of wanted) {
    const facts = found.has(each) ? undefined : getCredentialFacts(db, each, area);
    if (!facts) continue;
    found.set(each, facts);
    wanted.push(...facts.leadsTo.map(({ toId }) => toId));
  }
  return found;
}

describe('a verdict by class', () => {
  const seen = new Set<string>();
  it.each(AREAS)('is that of the credential itself in %s, with its pay and its close calls', (area) => {
    const source = createJudgeSource(db, () => DAY);
    const judged = createJudge(source)(area);
    const random = seeded(20_261_130);
    const drawn = Array.from({ length: DRAWN }, () => ids[Math.floor(random() * ids.length)] ?? '');
    const rows = new Map(judged.rowsOf(drawn).map((row) => [row.id, row]));
    for (const id of drawn) {
      const credentials = reached(id, area);
      const facts = credentials.get(id);
      if (!facts) throw new Error(`no facts of ${id}`);
      const own = judgeCredential(facts, { rubric: source.rubric(), floor: judged.floor, baseline: judged.baseline, credentials });
      const row = rows.get(id);
      expect([id, row?.verdict, row?.closeCall], id).toEqual([id, own.verdict, own.closeCall]);
      const opened = facts.links.find(({ occupation }) => occupation.soc === own.soc);
      if (facts.role === 'main' && opened && opened.relation !== 'preferred') expect(row?.pay, id).toEqual(opened.occupation.pay);
      const told = judged.verdicts.get(id);
      expect([told?.verdict, told?.job, told?.part, told?.criteria], id).toEqual([own.verdict, own.job, own.part, own.criteria]);
      if (told?.better) {
        const other = judged.credentials.get(told.better.credentialId);
        expect([other?.field, other?.role, told.better.credentialId === id], id).toEqual([facts.field, 'main', false]);
      }
      seen.add(own.verdict);
    }
  }, 300_000);
  it('of which some of every kind but one at most were drawn', () => {
    expect(seen.size).toBeGreaterThan(3);
  });

  it('is judged for far fewer classes than there are credentials, and counts them all', () => {
    const { classes } = createJudge(createJudgeSource(db, () => DAY))('us');
    expect(classes.verdict.length * 4).toBeLessThan(ids.length);
    expect(VERDICTS.reduce((sum, verdict) => sum + classes.shares[verdict], 0)).toBe(ids.length);
  });

  it('finds what opens a job: as many as there are, the best first, then by id', () => {
    const judged = createJudge(createJudgeSource(db, () => DAY))('39');
    const [soc, opening] = [...judged.classes.openers].sort(([, a], [, b]) => b.length - a.length)[0] ?? ['', []];
    const { total, openers } = openersOf(judged, soc, 30);
    expect(opening.length).toBeGreaterThan(3);
    const linked = new Set(db.all(db.from('credential_occupation').select('credential').where('soc', '=', soc)).map(({ credential }) => credential));
    const all = ids.filter((id) => linked.has(id) && getCredentialFacts(db, id, '39')?.links.some((link) => link.occupation.soc === soc && (link.relation === 'required-by-law' || link.relation === 'qualifies')) === true);
    expect(total).toBe(all.length);
    const rank = new Map(judged.rowsOf(all).map((row) => [row.id, VERDICTS.indexOf(row.verdict)]));
    const expected = all.toSorted((a, b) => (rank.get(a) ?? 9) - (rank.get(b) ?? 9) || (a < b ? -1 : 1)).slice(0, 30);
    expect(openers.map(({ credential }) => credential)).toEqual(expected);
  }, 120_000);
});

const open = async (name: string, rows: PackRows): Promise<ReferenceDb> => openReference((await buildReference({ feed: feedFromRows(rows), out: join(folder, `${name}.sqlite`) })).path);

describe('every verdict of the starter', () => {
  it.each(['us', '39'])('is in full, with its better choice, what judging all of them at once gives in %s', async (area) => {
    const all = await open(`whole-${area}`, starter);
    try {
      const source = createJudgeSource(all, () => DAY);
      const judged = createJudge(source)(area);
      const credentials = new Map(listCredentialIds(all).flatMap((id) => { const facts = getCredentialFacts(all, id, area); return facts ? [[id, facts] as const] : []; }));
      const whole = judgeAll({ rubric: source.rubric(), floor: judged.floor, baseline: judged.baseline, credentials });
      for (const [id, { sensitivity, ...verdict }] of whole) {
        const found = judged.verdicts.get(id);
        if (!found) throw new Error(`no verdict of ${id}`);
        const { sensitivity: told, ...own } = found;
        expect(own, id).toEqual(verdict);
        // The judge knows of older workers too.
        expect(told.filter(({ assumption }) => assumption !== 'age'), id).toEqual(sensitivity);
      }
      expect(whole.size).toBe(credentials.size);
    } finally {
      all.close();
    }
  }, 300_000);
});

describe('verdicts of two editions', () => {
  it('are compared credential by credential: another verdict, gone, or new', async () => {
    const at = (table: string, column: string): number => tableNamed(table).columns.findIndex(({ name }) => name === column);
    const [soc, p50] = [at('wage', 'soc'), at('wage', 'p50')];
    const later = new Map([...starter].map(([table, rows]) => [table, rows.filter((row) => !row.includes('electrician-license')).map((row) => (
      table === 'wage' && String(row[soc]).startsWith('47-') && row[p50] !== null ? row.map((cell, index) => (index === p50 ? 20_000 : cell)) : row))]));
    const [first, second] = [await open('first', starter), await open('second', later)];
    try {
      const [before, after] = [first, second].map((each) => judgeEdition(each, '39', DAY));
      if (!before || !after) throw new Error('no edition');
      const all = listCredentialIds(first);
      const rows = new Map([before, after].map((each) => [each, createJudge(createJudgeSource(each.db, () => DAY))('39').rows]));
      const word = (edition: typeof before, id: string) => rows.get(edition)?.get(id)?.verdict;
      const differing = all.filter((id) => word(after, id) !== undefined && word(before, id) !== word(after, id));
      const found = await changedVerdicts(before, after);
      expect(differing.length).toBeGreaterThan(3);
      expect(found).toMatchObject({ of: all.length, changed: differing.length, gone: 1, added: 0 });
      expect(found.moves.reduce((sum, { count }) => sum + count, 0)).toBe(differing.length);
      expect(await changedVerdicts(after, before)).toMatchObject({ of: all.length - 1, changed: differing.length, gone: 0, added: 1 });
      expect(await changedVerdicts(before, before)).toEqual({ of: all.length, changed: 0, gone: 0, added: 0, moves: [] });
      // Where the later one has nothing to judge by, nothing is known any more of what had a verdict.
      const known = all.filter((id) => (word(before, id) ?? 'unknown') !== 'unknown');
      expect(await changedVerdicts(before, { db: first, classes: null })).toMatchObject({ of: all.length, changed: known.length });
    } finally {
      first.close();
      second.close();
    }
  }, 300_000);

  it('are told by What changed at any size: the first in full, all of them counted', async () => {
    const path = join(folder, 'later.sqlite');
    await copyFile(join(folder, 'giant.sqlite'), path);
    const change = new Database(path);
    change.exec("UPDATE wage SET p50 = 20000 WHERE (soc LIKE '47-%' OR soc LIKE '29-%') AND p50 IS NOT NULL");
    change.close();
    const later = openReference(path);
    try {
      const all: string[] = [];
      const { changed } = await changedVerdicts(judgeEdition(db, '39', DAY), judgeEdition(later, '39', DAY), ({ id }) => { all.push(id); });
      expect(changed).toBeGreaterThan(MOST_LINES);
      const { groups } = await compareEditions({ before: db, now: later, areaId: '39', today: () => DAY });
      const verdict = groups.find(({ kind }) => kind === 'verdict');
      expect(verdict?.lines.map(({ id }) => id)).toEqual(all.slice(0, MOST_LINES));
      expect(verdict?.more).toBe(changed - MOST_LINES);
      // A connection goes through a table for one reader at a time.
      const same = openReference(path);
      expect((await compareEditions({ before: later, now: same, areaId: '39', today: () => DAY })).groups).toEqual([]);
      same.close();
    } finally {
      later.close();
    }
  }, 300_000);

  it('need no more than a database of what verdicts read', async () => {
    const judging = createJudgingDatabase(folder);
    try {
      for (const table of TABLES) judging.take({ table, rows: starter.get(table.name) ?? [] });
      const [whole, slim] = [await open('full', starter), judging.open(digestOf(starter).digest)];
      for (const area of ['us', '39', '3900004']) {
        const found = await changedVerdicts(judgeEdition(whole, area, DAY), judgeEdition(slim, area, DAY));
        expect(found).toEqual({ of: listCredentialIds(whole).length, changed: 0, gone: 0, added: 0, moves: [] });
        expect(judgeEdition(slim, area, DAY).classes).not.toBeNull();
      }
      whole.close();
    } finally {
      await judging.remove();
    }
    expect((await readdir(folder)).filter((name) => name.includes('judged.sqlite'))).toEqual([]);
  }, 300_000);
});
