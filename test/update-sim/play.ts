/** Plays a history over the real client and publisher and looks after each event whether all that has to hold does. */
import { CodedError } from '../../shared/kernel/errors.ts';
import { seededRandom } from '../../db/pack/test-edition.ts';
import { ensureReference } from '../../db/reference/ensure-reference.ts';
import { switchBack } from '../../db/reference/install-pack.ts';
import { buildForReal } from './built-databases.ts';
import { ADDRESS, Broken, checkNextUpdate, checkPlans, checkPublic, checkTouched, endOf, openedRank, update, versionOf } from './checks.ts';
import type { Event, History, Trouble } from './events.ts';
import { publishEdition, renew } from './publishing.ts';
import { copyToStick, trick, wireTo, type Files } from './serving.ts';
import { Stopped, putDisk, type Random, type VirtualDisk } from './virtual-disk.ts';
import { APP, CLIENT, DAY_MS, publicFiles, PUBLISHER, START, STICK, type World } from './world.ts';

const CLOCK_BACK_MS = 36 * 3_600_000;
const LONGEST_DAYS = 300;
/** After the others the client is as it was. */
const CHANGES_CLIENT: ReadonlySet<Event['kind']> = new Set(['update', 'back', 'start', 'rot']);

export class Play {
  readonly #world: World;
  readonly #disk: VirtualDisk;
  /** True time, and how far the client's clock is off. */
  #now = START + DAY_MS;
  #clockDays = 0;
  #served: Files;
  readonly #past: Files[];
  /** Ranks: public now, half published, and the least that a counselor may see from now on. */
  #newest = 1;
  #pending: number | null = null;
  #floor = 0;
  /** Of the timestamp that the client trusted last. */
  #version = 0;
  /** The time at which the client last took a refresh for good. */
  #noted = 0;
  /** Events whose trouble came; of others the number of its operation was too high. */
  troubled = 0;

  constructor(world: World) {
    this.#world = world;
    this.#disk = world.disk.copy();
    this.#served = world.served;
    this.#past = [world.served];
  }

  /** Throws {@link Broken} at the first thing that does not hold. */
  async run({ events, builds }: History): Promise<void> {
    putDisk(this.#disk);
    buildForReal(builds);
    try {
      for (const [index, event] of events.entries()) {
        const isSmooth = await this.#apply(event);
        checkPlans(this.#disk);
        if (CHANGES_CLIENT.has(event.kind)) {
          const opened = await openedRank(this.#world, this.#disk);
          if (opened < this.#floor) throw new Broken(`edition ${opened} is in use although ${this.#floor} was seen`);
          const version = versionOf(this.#disk.look(`${CLIENT}/updates/trusted/timestamp.json`));
          if (version < this.#version) throw new Broken(`timestamp ${version} is trusted although ${this.#version} was seen`);
        }
        if (!isSmooth || index === events.length - 1) {
          await checkNextUpdate(this.#world, this.#disk, { served: this.#served, pending: this.#pending, newest: this.#newest, now: this.#now, noted: this.#noted });
        }
      }
    } finally {
      buildForReal(false);
    }
  }

  /** Runs a part of the program that may be stopped or hindered; true when it came to its end. Anything that is not a coded error breaks. */
  async #attempt(device: string, trouble: Trouble | null, random: Random, action: () => Promise<void>): Promise<'done' | 'stopped' | CodedError> {
    this.#disk.expect(trouble && { ...trouble, device, random });
    const isStopped = (): boolean => this.#disk.hasHappened && (trouble?.kind === 'cut' || trouble?.kind === 'kill');
    try {
      await action();
      return isStopped() ? 'stopped' : 'done';
    } catch (error) {
      if (isStopped() && !(error instanceof Broken)) return 'stopped';
      if (error instanceof CodedError) return error;
      if (error instanceof Broken) throw error;
      throw new Broken(`no code for ${error instanceof Stopped ? 'a stop' : error instanceof Error ? error.stack ?? error.message : String(error)}`);
    } finally {
      if (trouble && this.#disk.hasHappened) this.troubled += 1;
      if (device !== PUBLISHER) checkTouched(this.#disk.touched);
      this.#disk.expect(null);
    }
  }

  /** True when nothing was in the way. */
  async #apply(event: Event): Promise<boolean> {
    const random = seededRandom(event.seed);
    const some = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
    switch (event.kind) {
      case 'publish': return this.#publish(event, random);
      case 'renew': return this.#publish({ ...event, spoils: false, clockDays: 0 }, random);
      case 'update': return this.#update(event, random);
      case 'copy':
        copyToStick(this.#disk, trick(this.#world, this.#served, some(this.#past) ?? this.#served, event.trick, random), { pulledAfter: event.pulledAfter, random });
        return true;
      case 'days':
        if (this.#now + event.days * DAY_MS < START + LONGEST_DAYS * DAY_MS) this.#now += event.days * DAY_MS;
        return true;
      case 'clock':
        this.#clockDays = event.days;
        return true;
      case 'back': {
        const before = await openedRank(this.#world, this.#disk);
        const done = await this.#attempt(CLIENT, event.trouble, random, async () => { await switchBack(`${CLIENT}/reference`); });
        this.#floor = Math.min(await openedRank(this.#world, this.#disk), before, this.#floor);
        return done === 'done';
      }
      case 'start':
        return (await this.#attempt(CLIENT, event.trouble, random, async () => { (await ensureReference({ resourcesDir: APP, dataDir: CLIENT })).db.close(); })) === 'done';
      case 'rot': {
        const path = some(this.#disk.list(`${CLIENT}/reference`).filter((each) => each.endsWith('.sqlite')));
        const bytes = path === undefined ? null : Buffer.from(this.#disk.look(path) ?? []);
        if (path === undefined || bytes === null || bytes.length === 0) return true;
        const at = Math.floor(random() * bytes.length);
        bytes[at] = (bytes[at] ?? 0) ^ 1;
        this.#disk.place(path, bytes);
        return false;
      }
    }
  }

  async #publish(event: { readonly kind: 'publish' | 'renew'; readonly trouble: Trouble | null; readonly spoils: boolean; readonly clockDays: number }, random: Random): Promise<boolean> {
    const last = this.#world.editions.length - 1;
    const rank = this.#pending ?? (event.kind === 'publish' && this.#newest < last ? this.#newest + 1 : null);
    const now = new Date(this.#now + event.clockDays * DAY_MS);
    if (rank !== null) this.#pending = rank;
    const done = await this.#attempt(PUBLISHER, event.trouble, random, () => (rank === null ? renew(this.#world, now) : publishEdition(this.#world, rank, now, event)));
    const isSmooth = done === 'done' && event.clockDays === 0;
    if (!isSmooth && event.trouble === null && event.clockDays === 0) throw new Broken(`publishing is refused: ${done instanceof CodedError ? `${done.code} ${JSON.stringify(done.params)}` : String(done)}`);
    this.#served = publicFiles(this.#disk);
    this.#past.push(this.#served);
    if (!isSmooth || event.spoils) this.#newest = await checkPublic(this.#world, this.#disk, this.#served, this.#now);
    else this.#newest = rank ?? this.#newest;
    if (isSmooth) this.#pending = null;
    if (rank !== null && this.#pending === null && this.#newest !== rank) throw new Broken('an edition that was signed through is not public');
    return isSmooth && !event.spoils;
  }

  async #update(event: Event & { readonly kind: 'update' }, random: Random): Promise<boolean> {
    const past = this.#past[Math.floor(random() * this.#past.length)] ?? this.#served;
    const files = trick(this.#world, this.#served, past, event.trick, random);
    const isStick = event.way === 'stick';
    const now = this.#now + this.#clockDays * DAY_MS;
    const end = endOf(isStick ? this.#disk.look(`${STICK}/metadata/timestamp.json`) : files.get('metadata/timestamp.json'));
    let report: Awaited<ReturnType<typeof update>> | undefined;
    const device = event.trouble?.kind === 'pulled' ? STICK : CLIENT;
    let [hasHappened, ranOut] = [false, false];
    const done = await this.#attempt(device, event.trouble, random, async () => {
      report = await update({ from: isStick ? STICK : ADDRESS, fetch: wireTo(files, event), now: new Date(now) });
      ({ hasHappened, ranOut } = this.#disk);
    });
    if (done instanceof CodedError) throw new Broken(`an update throws ${done.code} instead of reporting it`);
    if (done === 'stopped' || report === undefined) {
      // What a power cut left is there to stay.
      if (event.trouble?.kind === 'cut') this.#floor = Math.max(this.#floor, await openedRank(this.#world, this.#disk));
      return false;
    }
    const isGood = report.outcome === 'updated' || report.outcome === 'up-to-date';
    if (!isGood && report.problems.length === 0) throw new Broken(`${report.outcome} without a reason`);
    if (!isGood && ranOut && !report.problems.some(({ code }) => code === 'disk-full' || code === 'folder-not-writable')) {
      throw new Broken(`a full disk is told as ${report.problems.map(({ code }) => code).join()}`);
    }
    if (isGood) {
      const time = now >= this.#noted - CLOCK_BACK_MS ? now : this.#noted;
      if (!(end >= time)) throw new Broken(`taken although it was past its date: ${new Date(end).toISOString()} at ${new Date(time).toISOString()}`);
      this.#noted = time;
      const rank = this.#world.editions.findIndex(({ digest }) => digest === report?.after?.digest);
      if (rank < this.#floor) throw new Broken(`edition ${rank} is put in use although ${this.#floor} was seen`);
      this.#floor = rank;
      this.#version = versionOf(this.#disk.look(`${CLIENT}/updates/trusted/timestamp.json`));
    }
    return isGood && !hasHappened && event.trick === 'none';
  }
}
