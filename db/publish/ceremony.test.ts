/**
 * The key ceremony of docs/publishing.md, with its own commands: three holders of root keys and a publisher, each a folder of their own that
 * stands for a machine. Between them travels the repository; each key stays where it was made, and of it the first command reads the public half.
 */
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writePack } from '../pack/pack-writer.ts';
import { withLedger } from '../pack/test-edition.ts';
import { OHIO, rowsFrom } from '../reference/test-reference.ts';
import { runCli } from '../cli/run-cli.ts';

let home: string;
const at = (...parts: string[]): string => join(home, ...parts);
beforeAll(async () => { home = await mkdtemp(join(tmpdir(), 'waymark ceremony ñ ')); });
afterAll(() => rm(home, { recursive: true, force: true }));

/** Runs a command on a machine with its holder's passphrase; gives the exit code and all that was said. */
async function on(machine: string, ...args: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  let said = '';
  const take = (text: string): void => { said += text; };
  const code = await runCli(args, { out: take, err: take, input: () => Promise.resolve(''), env: { WAYMARK_KEY_PASSPHRASE: `the passphrase of ${machine}` }, resourcesDir: at('resources') });
  return { code, said };
}
const done = async (machine: string, ...args: readonly string[]): Promise<void> => {
  const { code, said } = await on(machine, ...args);
  expect(code, `${args.join(' ')}: ${said}`).toBe(0);
};
/** Carries the repository from one machine to another. */
const carry = (from: string, to: string): Promise<void> => cp(at(from, 'repository'), at(to, 'repository'), { recursive: true, force: true });

test('two of three holders make a root, the publisher signs the rest, and a school takes an edition by it', async () => {
  const holders = ['holder 1', 'holder 2', 'holder 3'];
  for (const machine of [...holders, 'publisher']) await mkdir(at(machine));
  for (const machine of holders) await done(machine, 'repo', 'key', at(machine, 'root.key.json'));
  for (const role of ['targets', 'snapshot', 'timestamp']) await done('publisher', 'repo', 'key', at('publisher', `${role}.key.json`));
  const repository = (machine: string): string => at(machine, 'repository');
  await done('publisher', 'repo', 'init', repository('publisher'), ...holders.flatMap((machine) => ['--root', at(machine, 'root.key.json')]),
    ...['targets', 'snapshot', 'timestamp'].flatMap((role) => [`--${role}`, at('publisher', `${role}.key.json`)]));
  // One signature is no root.
  await carry('publisher', 'holder 1');
  await done('holder 1', 'repo', 'sign', repository('holder 1'), '--role', 'root', '--key', at('holder 1', 'root.key.json'));
  await carry('holder 1', 'publisher');
  expect((await on('publisher', 'repo', 'sign', repository('publisher'), '--role', 'timestamp', '--key', at('publisher', 'timestamp.key.json'))).code).toBe(1);
  // A stranger's passphrase opens nobody's key.
  await carry('publisher', 'holder 2');
  expect((await on('publisher', 'repo', 'sign', repository('holder 2'), '--role', 'root', '--key', at('holder 2', 'root.key.json'))).code).toBe(1);
  await done('holder 2', 'repo', 'sign', repository('holder 2'), '--role', 'root', '--key', at('holder 2', 'root.key.json'));
  await carry('holder 2', 'publisher');
  const signRest = async (): Promise<void> => {
    for (const role of ['targets', 'snapshot', 'timestamp']) await done('publisher', 'repo', 'sign', repository('publisher'), '--role', role, '--key', at('publisher', `${role}.key.json`));
  };
  await signRest();
  await writePack({ rows: withLedger(rowsFrom(OHIO)), out: at('edition.pack') });
  await done('publisher', 'repo', 'add-edition', repository('publisher'), at('edition.pack'));
  await signRest();
  await done('publisher', 'repo', 'check', repository('publisher'));
  // What travels holds no private half, sealed or not.
  const root = await readFile(at('publisher', 'repository', 'metadata', '1.root.json'), 'utf8');
  expect(root).not.toMatch(/scrypt|aes|sealed|private/i);
  const { code, said } = await on('school', 'update', '--from', repository('publisher'), '--data', at('school'), '--root', at('publisher', 'repository', 'metadata', '1.root.json'), '--json');
  expect([code, (JSON.parse(said) as { outcome: string }).outcome]).toEqual([0, 'updated']);
}, 300_000);
