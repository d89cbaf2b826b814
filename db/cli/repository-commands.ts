/** `waymark repo …`: keeps the repository that updates come from. */
import { mkdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { CodedError } from '../../shared/kernel/errors.ts';
import { createRepository, rotateKeys } from '../publish/create.ts';
import { addEdition } from '../publish/edition.ts';
import { checkRepository, repositoryStatus, type RepositoryStatus } from '../publish/inspect.ts';
import { makeKeyFile, openKeyFile, readPublicKey } from '../publish/key-file.ts';
import { publishWhole } from '../publish/publish.ts';
import { ROLES, USUAL_DAYS, type RoleName } from '../publish/repository.ts';
import { signRole } from '../publish/sign.ts';
import { onlyOne, readArgs, UsageError, type CliWorld, type Command } from './command.ts';
import { sentenceOf } from './messages.ts';

const NOW = { now: { type: 'string' } } as const;
const ROOT_KEYS = 3;

/** The time that a command works with. */
export function timeOf(text: string | undefined): Date {
  const now = text === undefined ? new Date() : new Date(text);
  if (Number.isNaN(now.getTime())) throw new UsageError('Give --now as an ISO date and time.');
  return now;
}

function roleOf(text: string | undefined): RoleName {
  const role = ROLES.find((each) => each === text);
  if (role === undefined) throw new UsageError(`Give --role as one of ${ROLES.join(', ')}.`);
  return role;
}

/** From the environment, else the first line of standard input: an argument could be read by every program here. */
async function passphraseOf(world: CliWorld): Promise<string> {
  const given = world.env['WAYMARK_KEY_PASSPHRASE'] ?? (await world.input()).split(/\r?\n/)[0] ?? '';
  if (given === '') throw new UsageError('Give the passphrase on standard input or as WAYMARK_KEY_PASSPHRASE.');
  return given;
}

const key: Command = {
  name: 'repo key',
  summary: 'make a signing key, sealed with a passphrase',
  help: `Usage: waymark repo key FILE

Makes an Ed25519 key and writes it to FILE; the private half is sealed with a passphrase of 12 characters or more, which is
read from standard input (first line) or from WAYMARK_KEY_PASSPHRASE. Prints the name of the key.
`,
  async run(args, world) {
    const file = resolve(onlyOne(readArgs(args, {}, true).positionals, 'key file'));
    world.out(`${(await makeKeyFile(file, await passphraseOf(world))).keyID}\n`);
    return 0;
  },
};

/** Keys of a new repository: those that are given, or six new ones in a folder beside it. */
async function firstKeys(dir: string, given: Readonly<Record<RoleName, readonly string[]>>, world: CliWorld): Promise<{ readonly files: Readonly<Record<RoleName, readonly string[]>>; readonly passphrase: string | null }> {
  const all = ROLES.flatMap((role) => given[role]);
  if (all.length > 0) {
    if (given.root.length < ROOT_KEYS || ROLES.some((role) => role !== 'root' && given[role].length !== 1)) throw new UsageError('Give three keys or more as --root, and one each as --targets, --snapshot and --timestamp.');
    return { files: given, passphrase: null };
  }
  const folder = join(dirname(dir), `${basename(dir)}-keys`);
  const passphrase = await passphraseOf(world);
  await mkdir(folder, { recursive: true });
  const made = async (name: string): Promise<string> => {
    const file = join(folder, `${name}.key.json`);
    await makeKeyFile(file, passphrase);
    return file;
  };
  return { passphrase, files: { root: [await made('root-1'), await made('root-2'), await made('root-3')], targets: [await made('targets')], snapshot: [await made('snapshot')], timestamp: [await made('timestamp')] } };
}

const init: Command = {
  name: 'repo init',
  summary: 'begin a repository of updates',
  help: `Usage: waymark repo init DIR [--scope SCOPE] [--name NAME] [--now ISO]
                         [--root KEY --root KEY --root KEY --targets KEY --snapshot KEY --timestamp KEY]

Begins an empty repository in DIR. Two of the root keys have to sign each root.
With key files (see "waymark repo key") root, targets, snapshot and timestamp then wait for their signatures (in this order).
Without, six keys are made in DIR-keys under one passphrase (standard input or WAYMARK_KEY_PASSPHRASE) and the repository
is signed and public at once: good for a trial; for use, keep root keys apart (docs/publishing.md).
  --scope SCOPE  of the packs it takes; us if not given
`,
  async run(args, world) {
    const many = { type: 'string', multiple: true } as const;
    const { values, positionals } = readArgs(args, { scope: { type: 'string' }, name: { type: 'string' }, root: many, targets: many, snapshot: many, timestamp: many, ...NOW }, true);
    const dir = resolve(onlyOne(positionals, 'folder'));
    const now = timeOf(values.now);
    const given = { root: values.root ?? [], targets: values.targets ?? [], snapshot: values.snapshot ?? [], timestamp: values.timestamp ?? [] };
    const { files, passphrase } = await firstKeys(dir, given, world);
    const [targets, snapshot, timestamp] = await Promise.all([files.targets, files.snapshot, files.timestamp].map(async ([file = '']) => readPublicKey(resolve(file))));
    if (!targets || !snapshot || !timestamp) throw new CodedError('repository-key-damaged');
    const root = await Promise.all(files.root.map((file) => readPublicKey(resolve(file))));
    await createRepository(dir, { name: values.name ?? 'Waymark updates', scope: values.scope ?? 'us', days: USUAL_DAYS }, { root, targets, snapshot, timestamp }, now);
    if (passphrase !== null) {
      for (const role of ROLES) for (const file of files[role]) await signRole(dir, role, await openKeyFile(file, passphrase), now);
      for (const role of ROLES) world.out(`${role}: ${files[role].join(', ')}\n`);
    }
    world.out(`${dir}: begun; clients trust it by ${join(dir, 'metadata', '1.root.json')}\n`);
    return 0;
  },
};

const add: Command = {
  name: 'repo add-edition',
  summary: 'add a pack to a repository',
  help: `Usage: waymark repo add-edition DIR PACK [--now ISO]

Checks every byte and row of the pack, copies it into the repository and lists it as the newest edition,
with patches that lead to it from the eight editions before.
It becomes public when targets, snapshot and timestamp are signed: "waymark repo sign".
`,
  async run(args, world) {
    const { values, positionals } = readArgs(args, NOW, true);
    const [dir, pack] = positionals;
    if (dir === undefined || pack === undefined || positionals.length > 2) throw new UsageError('Give the folder of the repository and one pack.');
    const { edition, digest, path, patches, without } = await addEdition(resolve(dir), resolve(pack), timeOf(values.now));
    world.out(`${path}: edition ${edition}, digest ${digest}, ${patches} patches; waits for targets, snapshot and timestamp to be signed\n`);
    if (without.length > 0) world.err(`no patch from ${without.join(', ')}: its pack cannot be read here\n`);
    return 0;
  },
};

const sign: Command = {
  name: 'repo sign',
  summary: 'sign metadata of a repository',
  help: `Usage: waymark repo sign DIR --role ROLE --key FILE [--now ISO]

Signs what waits for ROLE (root, targets, snapshot, timestamp), or the same again with a new date when nothing waits.
What is fully signed becomes public when a client would follow it: files first, the timestamp last.
The passphrase of the key is read from standard input (first line) or from WAYMARK_KEY_PASSPHRASE.
`,
  async run(args, world) {
    const { values, positionals } = readArgs(args, { role: { type: 'string' }, key: { type: 'string' }, ...NOW }, true);
    const dir = resolve(onlyOne(positionals, 'folder'));
    const role = roleOf(values.role);
    if (values.key === undefined || values.key === '') throw new UsageError('Say with which key: --key FILE.');
    const now = timeOf(values.now);
    const opened = await openKeyFile(resolve(values.key), await passphraseOf(world));
    const { published, signed, threshold } = await signRole(dir, role, opened, now);
    world.out(published.length > 0 ? `${dir}: public now: ${published.join(', ')}\n` : `${dir}: ${role} has ${signed} of ${threshold} signatures; nothing new is public yet\n`);
    return 0;
  },
};

const rotate: Command = {
  name: 'repo rotate',
  summary: 'change the keys of a role',
  help: `Usage: waymark repo rotate DIR --role ROLE [--add KEY]... [--remove KEY]... [--now ISO]

Writes a next root with other keys for ROLE; it waits for two root keys ("waymark repo sign --role root").
  --add KEY     a key file to add
  --remove KEY  a key file, or the name of a key, to remove
Add first, sign the role with the new key, then remove the old one: so there is no moment at which clients refuse.
`,
  async run(args, world) {
    const many = { type: 'string', multiple: true } as const;
    const { values, positionals } = readArgs(args, { role: { type: 'string' }, add: many, remove: many, ...NOW }, true);
    const dir = resolve(onlyOne(positionals, 'folder'));
    const role = roleOf(values.role);
    const adding = await Promise.all((values.add ?? []).map((file) => readPublicKey(resolve(file))));
    const removing = await Promise.all((values.remove ?? []).map(async (name) => (/^[0-9a-f]{64}$/.test(name) ? name : (await readPublicKey(resolve(name))).keyID)));
    if (adding.length + removing.length === 0) throw new UsageError('Say which keys: --add KEY or --remove KEY.');
    await rotateKeys(dir, { role, add: adding, remove: removing }, timeOf(values.now));
    world.out(`${dir}: a next root waits for two root keys\n`);
    return 0;
  },
};

const publish: Command = {
  name: 'repo publish',
  summary: 'finish a publishing that was stopped',
  help: `Usage: waymark repo publish DIR [--now ISO]

Makes public what is fully signed, if signing was stopped in between. Does nothing when there is nothing to do.
`,
  async run(args, world) {
    const { values, positionals } = readArgs(args, NOW, true);
    const dir = resolve(onlyOne(positionals, 'folder'));
    const roles = await publishWhole(dir, timeOf(values.now));
    world.out(`${dir}: ${roles.length > 0 ? `public now: ${roles.join(', ')}` : 'nothing new'}\n`);
    return 0;
  },
};

const check: Command = {
  name: 'repo check',
  summary: 'check a repository as a client would',
  help: `Usage: waymark repo check DIR [--now ISO]

Follows the repository from its first root to the last byte of each file. Exit code 0 when it is sound, 1 when it is not.
`,
  async run(args, world) {
    const { values, positionals } = readArgs(args, NOW, true);
    const dir = resolve(onlyOne(positionals, 'folder'));
    const problems = await checkRepository(dir, timeOf(values.now));
    for (const { code, params } of problems) world.err(`${dir}: ${sentenceOf(new CodedError(code, params))}\n`);
    if (problems.length === 0) world.out(`${dir}: sound\n`);
    return problems.length === 0 ? 0 : 1;
  },
};

function lines({ name, scope, roles, editions, waiting, warnings }: RepositoryStatus): string[] {
  return [
    `${name}, scope ${scope}`,
    ...ROLES.map((role) => { const each = roles[role]; return each ? `${role}: version ${each.version}, ${each.daysLeft} days left, ${each.threshold} of ${each.keys.length} keys sign` : `${role}: not public yet`; }),
    ...editions.map(({ edition, digest, bytes }) => `edition ${edition}: ${bytes} bytes, digest ${digest}`),
    ...waiting.map(({ role, version, signed, threshold, waiting: more }) => `waits: ${role} version ${version}, ${signed.length} of ${threshold} signatures; may sign: ${more.join(', ')}`),
    ...warnings.map(({ role, daysLeft }) => (daysLeft < 0 ? `warning: ${role} has expired; sign it again` : `warning: ${role} expires in ${daysLeft} days; sign it again`)),
  ];
}

const status: Command = {
  name: 'repo status',
  summary: 'tell what a repository holds and waits for',
  help: `Usage: waymark repo status DIR [--json] [--now ISO]

Prints versions, dates, keys, editions, what waits for signatures, and what expires soon.
`,
  async run(args, world) {
    const { values, positionals } = readArgs(args, { json: { type: 'boolean' }, ...NOW }, true);
    const found = await repositoryStatus(resolve(onlyOne(positionals, 'folder')), timeOf(values.now));
    world.out(values.json === true ? `${JSON.stringify(found)}\n` : lines(found).map((line) => `${line}\n`).join(''));
    return 0;
  },
};

export const repositoryCommands: readonly Command[] = [init, add, sign, rotate, publish, check, status, key];
