/** Handlers about packs: what a file is and changes, putting it in force, going back, and every edition on this machine. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChangeWarning } from '../../../db/pack/changes/report.ts';
import { openPack, readPackHeader } from '../../../db/pack/pack-reader.ts';
import { tableNamed } from '../../../db/pack/tables.ts';
import { removeEdition, switchBack, switchTo } from '../../../db/reference/install-pack.ts';
import { allInstalled, packFileOf, readInstalled, type InstalledEdition } from '../../../db/reference/installed.ts';
import { byNumber, describeEdition, listEditions } from '../../../db/reference/list-editions.ts';
import { getEdition } from '../../../db/reference/queries/get-edition.ts';
import type { ReferenceDb } from '../../../db/reference/reference-db.ts';
import { SHIPPED } from '../../../db/reference/shipped.ts';
import type { EditionBrief, PackWarning } from '../../../shared/contract/packs.ts';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { CodedError } from '../../../shared/kernel/errors.ts';
import type { Handlers } from '../dispatcher.ts';
import type { EditionBuilder } from '../edition-builder.ts';
import type { Ports } from '../ports.ts';

type PackHandlers = Pick<Handlers, Extract<keyof Handlers, `packs.${string}`>>;

export interface PackContext {
  readonly db: ReferenceDb;
  readonly ports: Ports;
  readonly builder: EditionBuilder;
  /** Folder of reference databases. */
  readonly folder: string;
  readonly resourcesDir: string;
  readonly today: () => string;
  /** What came with the app. */
  readonly shipped: () => Promise<EditionBrief | null>;
  /** Opens what is now in force, and answers with it from the next call on. */
  readonly reopen: () => Promise<void>;
}

/** Tables whose size says something; the others are derived or tiny. */
const TOLD = ['credential', 'occupation', 'wage', 'outlook', 'institution', 'offering', 'recognition', 'rule', 'source', 'evidence'] as const;
const PUBLISHERS = 20;

const briefOf = ({ name, edition, scope, digest }: InstalledEdition): EditionBrief => ({ name, edition, scope, digest, origin: 'pack' });

/** What stands in the first tables of a pack whose checksum holds; its other rows are checked when it is put in. */
async function readFront(path: string) {
  const pack = await openPack(path);
  let scopeName: string | null = null;
  const meta = new Map<string, string>();
  const publishers = new Map<string, number>();
  const placeOf = (table: string, column: string): number => tableNamed(table).columns.findIndex(({ name }) => name === column);
  const [publisherAt, nameAt] = [placeOf('source', 'publisher'), placeOf('area', 'name')];
  try {
    for await (const { table, rows } of pack.batches()) {
      if (table.name === 'meta') for (const [key, value] of rows) meta.set(String(key), String(value));
      else if (table.name === 'source') for (const row of rows) publishers.set(String(row[publisherAt]), (publishers.get(String(row[publisherAt])) ?? 0) + 1);
      else if (table.name === 'area') scopeName = rows.find(([id]) => id === pack.header.scope)?.[nameAt]?.toString() ?? scopeName;
      else if (table.name !== 'evidence') break;
    }
  } finally {
    await pack.close();
  }
  return {
    header: pack.header, scopeName, dataChecked: (meta.get('data_checked') ?? '').slice(0, 20), publishers: byNumber(publishers).slice(0, PUBLISHERS),
  };
}

/** A warning as the contract has it: lists are as long as they are told. */
function warningOf(warning: ChangeWarning): PackWarning {
  if (warning.code === 'rows-removed') return { ...warning, examples: [...warning.examples] };
  if (warning.code === 'verdicts-changed') return warning;
  return { code: warning.code, count: warning.count, examples: [...warning.items] };
}

export function packHandlers({ db, ports, builder, folder, resourcesDir, today, shipped, reopen }: PackContext): PackHandlers {
  const current = async (): Promise<EditionBrief> => {
    const { name, edition, scope, digest } = getEdition(db);
    const installed = await readInstalled(folder);
    return { name, edition, scope, digest, origin: installed.current?.digest === digest ? 'pack' : 'app' };
  };
  /** The pack of what is in force. Error: reference-missing where its database was made of tables. */
  const packInForce = async (): Promise<string> => {
    const { current: put } = await readInstalled(folder);
    const path = put?.digest === db.digest ? join(folder, packFileOf(put)) : join(resourcesDir, SHIPPED.pack);
    await stat(path).catch((cause: unknown) => { throw new CodedError('reference-missing', {}, { cause }); });
    return path;
  };
  const counts = (rows: Readonly<Record<string, number>>) => TOLD.map((table) => ({ table, rows: rows[table] ?? 0 }));
  return {
    'packs.getState': async () => {
      const installed = await readInstalled(folder);
      const now = await current();
      // Null in the file stands for what came with the app; where nothing was ever put in there is nothing to go back to.
      const isUntouched = installed.current === null && installed.previous === null;
      const previous = installed.previous ? briefOf(installed.previous) : isUntouched ? null : await shipped();
      return { current: now, previous: previous?.digest === now.digest ? null : previous, working: builder.working() };
    },
    'packs.chooseFile': async () => ({ handle: (await ports.openFile({ kind: 'pack' }))?.handle ?? null }),
    'packs.inspect': async ({ handle }): Promise<OutputOf<'packs.inspect'>> => {
      const { path } = await ports.locateFile({ handle });
      const { header, scopeName, dataChecked, publishers } = await readFront(path);
      const { size } = await stat(path);
      const now = describeEdition(db);
      const then = new Map(header.tables);
      const tables = TOLD.map((table) => ({ table, now: now.counts[table] ?? 0, then: then.get(table) ?? 0 }));
      return {
        name: header.name, edition: header.edition, scope: header.scope, scopeName, digest: header.digest, bytes: size, dataChecked, publishers: [...publishers],
        nowScope: now.scope, nowScopeName: now.scopeName,
        relation: header.digest === db.digest ? 'same' : header.scope === now.scope ? 'edition' : 'other-scope',
        tables: tables.filter((each) => each.now !== each.then),
      };
    },
    'packs.compare': async ({ handle }) => {
      const { path } = await ports.locateFile({ handle });
      if ((await readPackHeader(path)).digest === db.digest) return { warnings: [] };
      return { warnings: (await builder.compare({ from: await packInForce(), to: path, folder, today: today() })).map(warningOf) };
    },
    'packs.install': async ({ handle }) => {
      const { path } = await ports.locateFile({ handle });
      const edition = await builder.prepare({ pack: path, folder });
      await switchTo(folder, edition);
      await reopen();
      return briefOf(edition);
    },
    'packs.cancel': async () => {
      await builder.cancel();
      return {};
    },
    'packs.goBack': async () => {
      const before = await readInstalled(folder);
      if (before.current === null && before.previous === null) throw new CodedError('not-found');
      await switchBack(folder);
      await reopen();
      const after = await readInstalled(folder);
      const brief = after.current ? briefOf(after.current) : await shipped();
      if (!brief) throw new CodedError('reference-missing');
      return brief;
    },
    'packs.listEditions': async () => {
      const editions = await listEditions({ folder, resourcesDir, db });
      return { editions: editions.map((each) => ({ ...each, publishers: each.publishers.slice(0, PUBLISHERS), counts: counts(each.counts) })) };
    },
    'packs.use': async ({ digest }) => {
      const put = allInstalled(await readInstalled(folder)).find((each) => each.digest === digest);
      const ours = put ? null : await shipped();
      if (!put && ours?.digest !== digest) throw new CodedError('not-found', { what: 'edition' });
      // Its database may be of another program's shape, or gone: then it is made again from its pack.
      const edition = put ? await builder.prepare({ pack: join(folder, packFileOf(put)), folder }) : null;
      await switchTo(folder, edition);
      await reopen();
      const brief = edition ? briefOf(edition) : ours;
      if (!brief) throw new CodedError('reference-missing');
      return brief;
    },
    'packs.remove': async ({ digest }) => {
      await removeEdition(folder, digest);
      return {};
    },
  };
}
