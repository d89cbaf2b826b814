/** Part: what one engine finds for each graded query, best first. */
import { rm, mkdir } from 'node:fs/promises';
import { readDocuments } from './documents.ts';
import { makeEngine, type OtherEngine } from './make-engine.ts';
import { readGradedQueries } from './grades.ts';
import { asPart } from './part.ts';
import { openDoor, type DoorOrder } from './door.ts';
import type { OutputOf } from '../../../shared/contract/index.ts';

export interface RelevanceOrder {
  readonly engine: 'ours' | OtherEngine;
  /** Where documents are read from, and how many of those that were made; for the others. */
  readonly database: string;
  readonly made: number;
  readonly folder: string;
  /** The service over the same edition; for ours. */
  readonly door: DoorOrder;
}
/** Ids for each graded query, in the order of the table. */
export type Lists = readonly (readonly string[])[];

const OURS = 1000;
const OTHERS = 200;

async function askOurs(order: DoorOrder): Promise<Lists> {
  const door = await openDoor(order);
  const lists: string[][] = [];
  for (const { typed, lang } of readGradedQueries()) {
    const reply = await door.call('reference.search', { text: typed, areaId: 'us', lang, kinds: ['credential', 'occupation'], limit: OURS });
    if (!reply.ok) throw new Error(`search: ${reply.code}`);
    lists.push((reply.value as OutputOf<'reference.search'>).results.map(({ id }) => id));
  }
  await door.stop();
  return lists;
}

await asPart<RelevanceOrder, Lists>(import.meta.url, async ({ engine: name, database, made, folder, door }) => {
  if (name === 'ours') return askOurs(door);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const engine = await makeEngine(name);
  await engine.build(readDocuments(database, made), folder);
  const lists = readGradedQueries().map(({ typed }) => engine.search(typed, OTHERS).first);
  await rm(folder, { recursive: true, force: true });
  return lists;
});
