/** The service: both databases, the settings, and one handler for every method of the contract. */
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { nodeErrorCode, removeFile, toWriteError } from '../../db/files/atomic-write.ts';
import { ensureReference, REFERENCE_FOLDER } from '../../db/reference/ensure-reference.ts';
import { openEditionBefore } from '../../db/reference/edition-before.ts';
import { getEdition } from '../../db/reference/queries/get-edition.ts';
import { listLinkHosts } from '../../db/reference/queries/list-link-hosts.ts';
import type { ReferenceDb } from '../../db/reference/reference-db.ts';
import { describeShipped } from '../../db/reference/shipped.ts';
import { UPDATES_FOLDER } from '../../db/update/look-for-update.ts';
import { openVaultFolder } from '../../db/vault/vault.ts';
import type { ServiceEvent } from '../../shared/contract/events.ts';
import { CodedError } from '../../shared/kernel/errors.ts';
import type { Envelope, ErrorCode } from '../../shared/kernel/errors.ts';
import { startAutoLock } from './auto-lock.ts';
import { createDispatcher } from './dispatcher.ts';
import type { Handlers } from './dispatcher.ts';
import { changeHandlers } from './handlers/changes.ts';
import { appHandlers } from './handlers/app.ts';
import type { AppContext } from './handlers/app.ts';
import { overlayHandlers } from './handlers/overlay.ts';
import { packHandlers } from './handlers/packs.ts';
import { payerHandlers } from './handlers/payers.ts';
import { planHandlers } from './handlers/plans.ts';
import { printHandlers } from './handlers/print.ts';
import { hereHandlers } from './handlers/here.ts';
import { referenceHandlers } from './handlers/reference.ts';
import { routeHandlers } from './handlers/routes.ts';
import { schoolHandlers } from './handlers/schools.ts';
import { searchHandlers } from './handlers/search.ts';
import { judgeByChoice, rubricHandlers } from './handlers/rubrics.ts';
import { studentHandlers } from './handlers/students.ts';
import { trainingHandlers } from './handlers/training.ts';
import { vaultHandlers } from './handlers/vault.ts';
import { updateHandlers } from './handlers/updates.ts';
import { startDailyCheck } from './daily-check.ts';
import { createEditionComparer } from './edition-comparer.ts';
import { createEditionBuilder } from './edition-builder.ts';
import { createJudge } from './judge.ts';
import { createJudgeSource } from './judge-source.ts';
import { successorsIn } from './overlay/overlay-rows.ts';
import { openOverlay } from './overlay/overlay-store.ts';
import type { OpenNetwork } from './network.ts';
import type { Ports, ServiceStart, World } from './ports.ts';
import { openSettings } from './settings-store.ts';
import { createUpdateRunner } from './update-runner.ts';
import { openUpdateStore } from './update-store.ts';
import { createUpdates } from './updates.ts';

export interface Service {
  /** The only door: any reply, a refusal too, is an envelope; this never rejects. */
  dispatch(name: unknown, input: unknown): Promise<Envelope<unknown>>;
  /** Backs the vault up, locks it and closes the reference database; calls that come later are refused. */
  stop(): Promise<void>;
}

/** What comes into the service from outside. */
export interface Outside {
  readonly ports: Ports;
  readonly world: World;
  readonly openNetwork: OpenNetwork;
}

const STOPPED: Envelope<never> = { ok: false, code: 'service-stopped', params: {} };

/** Writes down that something failed which nobody foresaw: the method and the kind of failure, never what was in it. */
function reportFault(method: string, error: unknown): void {
  process.stderr.write(`A fault in ${method}: ${error instanceof Error ? error.name : typeof error}\n`);
  if (process.env['WAYMARK_DEBUG'] === '1') process.stderr.write(`${error instanceof Error ? error.stack : ''}\n`);
}

/** Makes the folder if need be and tries it out: on Windows only writing tells whether writing is allowed. */
async function makeWritable(dataDir: string): Promise<void> {
  const trial = join(dataDir, '.trial');
  try {
    await mkdir(dataDir, { recursive: true });
    await (await open(trial, 'w')).close();
    await removeFile(trial);
  } catch (error) {
    // A file that stands where the folder should be.
    throw nodeErrorCode(error) === 'EEXIST' ? new CodedError('folder-not-writable', {}, { cause: error }) : toWriteError(error);
  }
}

/**
 * Starts over the data folder, which is made if need be. Errors: folder-not-writable, disk-full,
 * reference-missing, reference-damaged and those of packs.
 */
export async function startService(start: ServiceStart, { ports, world, openNetwork }: Outside, emit: (event: ServiceEvent) => void): Promise<Service> {
  const { dataDir, resourcesDir, capabilities, checkOutputs } = start;
  await makeWritable(dataDir);
  const [settings, updateStore] = await Promise.all([openSettings(dataDir), openUpdateStore(dataDir)]);
  const overlay = await openOverlay(dataDir);
  let reference = await ensureReference({ resourcesDir, dataDir });
  const vault = openVaultFolder(dataDir, world);

  let told = vault.state();
  let backupProblem: ErrorCode | null = null;
  const autoLock = startAutoLock(() => settings.get().autoLockMinutes, () => void lock());
  const announce = (): void => {
    const state = vault.state();
    if (state === 'unlocked') autoLock.touch();
    else autoLock.stop();
    if (state === told) return;
    told = state;
    emit({ type: 'vault', state });
  };
  const lock = async (): Promise<void> => {
    const wasOpen = vault.state() === 'unlocked';
    // The page forgets what it shows at once, not only when the backup is made.
    const { problem } = await vault.lock(announce);
    if (wasOpen) backupProblem = problem;
    announce();
  };
  const onActivity = (): void => {
    if (vault.state() === 'unlocked') autoLock.touch();
  };
  const places: AppContext['places'] = () => [
    { what: 'reference', path: dirname(reference.path), students: false },
    { what: 'updates', path: join(dataDir, UPDATES_FOLDER), students: false },
    { what: 'vault', path: vault.paths.vault, students: true },
    { what: 'backups', path: vault.paths.backups, students: true },
    { what: 'settings', path: settings.path, students: false },
    { what: 'overlay', path: overlay.path, students: false },
    ...(capabilities.nativeMenu ? [{ what: 'window' as const, path: join(dataDir, 'window'), students: false }] : []),
  ];
  const builder = createEditionBuilder((done, all) => { emit({ type: 'pack-progress', done, all }); });
  const comparer = createEditionComparer();
  const updates = createUpdates({
    dataDir, resourcesDir, store: updateStore, runner: createUpdateRunner(), world, openNetwork, emit,
    inUse: () => getEdition(reference.db).digest, reopen: () => reopen(),
  });
  const handlersOver = (db: ReferenceDb): Handlers => {
    const judge = createJudge(createJudgeSource(db, world.today));
    // On screen by the rubric that is chosen; plans and paper always by the usual one.
    const judgeChosen = judgeByChoice(db, world.today, judge, () => settings.get().rubric);
    const openBefore = () => openEditionBefore({ resourcesDir, dataDir });
    let linkHosts: ReadonlySet<string> | undefined;
    return {
      ...appHandlers({ start, settings, ports, world, vaultState: () => vault.state(), places, onActivity, linkHosts: () => (linkHosts ??= listLinkHosts(db)) }),
      ...referenceHandlers(db, judgeChosen),
      ...searchHandlers(db, judgeChosen),
      ...hereHandlers(db, judgeChosen),
      ...schoolHandlers(db, judge),
      ...trainingHandlers(db),
      ...routeHandlers(db, judge),
      ...payerHandlers(db, world.today),
      ...rubricHandlers(db),
      ...packHandlers({ db, ports, builder, folder: join(dataDir, REFERENCE_FOLDER), resourcesDir, today: world.today, shipped: () => describeShipped(resourcesDir), reopen }),
      ...overlayHandlers({ db, overlay, ports, world, settings: settings.get }),
      ...updateHandlers({ updates, ports }),
      ...vaultHandlers({ vault, lock, announce, autoLockMinutes: () => settings.get().autoLockMinutes, backupProblem: () => backupProblem }),
      ...studentHandlers(vault),
      ...planHandlers({ db, vault, judge, world, today: world.today, openBefore, own: overlay.list }),
      ...changeHandlers({ db, path: reference.path, resourcesDir, dataDir, comparer, today: world.today }),
      ...printHandlers({ db, vault, judge, ports, capabilities, settings: settings.get, today: world.today, openBefore, own: overlay.list }),
    };
  };
  // A call that began with the edition before ends with it: that one stays open until the next switch.
  const retired: ReferenceDb[] = [];
  const reopen = async (): Promise<void> => {
    // The edition that is left may be the last to say what took the place of a credential; entries are none the worse without.
    await overlay.noteSuccessors(successorsIn(reference.db, overlay.list())).catch(() => undefined);
    for (const db of retired.splice(0)) db.close();
    retired.push(reference.db);
    reference = await ensureReference({ resourcesDir, dataDir });
    handlers = handlersOver(reference.db);
  };
  let handlers = handlersOver(reference.db);
  const dispatch = createDispatcher({
    handlers: () => handlers, checkOutputs, isVaultUnlocked: () => vault.state() === 'unlocked', onFault: reportFault,
    onChange: (kinds) => {
      onActivity();
      emit({ type: 'changed', kinds: [...kinds] });
    },
  });

  const stopDaily = startDailyCheck(updates, world.now, emit);
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    autoLock.stop();
    const quiet = stopDaily();
    await builder.cancel();
    await comparer.stop();
    await updates.stop();
    await quiet;
    await lock();
    for (const db of [...retired, reference.db]) db.close();
  };
  return {
    dispatch: (name, input) => (stopping ? Promise.resolve(STOPPED) : dispatch(name, input)),
    stop: () => (stopping ??= stop()),
  };
}
