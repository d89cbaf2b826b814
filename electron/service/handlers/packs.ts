/** Handlers about packs: what a file is, putting it in force, going back. */
import { stat } from 'node:fs/promises';
import { ONE_OF } from '../../../db/pack/changes/guards.ts';
import { openPack } from '../../../db/pack/pack-reader.ts';
import { tableNamed } from '../../../db/pack/tables.ts';
import { switchBack, switchTo } from '../../../db/reference/install-pack.ts';
import { readInstalled, type InstalledEdition } from '../../../db/reference/installed.ts';
import { getEdition } from '../../../db/reference/queries/get-edition.ts';
import type { ReferenceDb } from '../../../db/reference/reference-db.ts';
import type { EditionBrief } from '../../../shared/contract/packs.ts';
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
  /** What came with the app. */
  readonly shipped: () => Promise<EditionBrief | null>;
  /** Opens what is now in force, and answers with it from the next call on. */
  readonly reopen: () => Promise<void>;
}

/** Tables whose loss says something; the others are derived or tiny. */
const TOLD = ['credential', 'occupation', 'wage', 'outlook', 'institution', 'offering', 'recognition', 'rule', 'source', 'evidence'] as const;
const PUBLISHERS = 20;

const briefOf = ({ name, edition, scope, digest }: InstalledEdition): EditionBrief => ({ name, edition, scope, digest, origin: 'pack' });

/** What stands in the first tables of a pack whose checksum holds; its other rows are checked when it is put in. */
async function readFront(path: string): Promise<{ readonly dataChecked: string; readonly publishers: readonly string[]; readonly header: Awaited<ReturnType<typeof openPack>>['header'] }> {
  const pack = await openPack(path);
  const meta = new Map<string, string>();
  const publishers = new Map<string, number>();
  const publisherAt = tableNamed('source').columns.findIndex(({ name }) => name === 'publisher');
  try {
    for await (const { table, rows } of pack.batches()) {
      if (table.name === 'meta') for (const [key, value] of rows) meta.set(String(key), String(value));
      else if (table.name === 'source') for (const row of rows) publishers.set(String(row[publisherAt]), (publishers.get(String(row[publisherAt])) ?? 0) + 1);
      else break;
    }
  } finally {
    await pack.close();
  }
  return {
    header: pack.header, dataChecked: (meta.get('data_checked') ?? '').slice(0, 20),
    publishers: [...publishers].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, PUBLISHERS).map(([name]) => name),
  };
}

export function packHandlers({ db, ports, builder, folder, shipped, reopen }: PackContext): PackHandlers {
  const current = async (): Promise<EditionBrief> => {
    const { name, edition, scope, digest } = getEdition(db);
    const installed = await readInstalled(folder);
    return { name, edition, scope, digest, origin: installed.current?.digest === digest ? 'pack' : 'app' };
  };
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
      const { header, dataChecked, publishers } = await readFront(path);
      const { size } = await stat(path);
      const now = getEdition(db);
      const then = new Map(header.tables);
      const tables = TOLD.map((table) => ({ table, now: now.counts[table] ?? 0, then: then.get(table) ?? 0 }));
      return {
        name: header.name, edition: header.edition, scope: header.scope, digest: header.digest, bytes: size, dataChecked, publishers: [...publishers],
        relation: header.digest === now.digest ? 'same' : header.scope === now.scope ? 'edition' : 'other-scope',
        tables: tables.filter((each) => each.now !== each.then), losses: tables.filter((each) => (each.now - each.then) * ONE_OF > each.now),
      };
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
  };
}
