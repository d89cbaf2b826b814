/**
 * Installs a clean clone under each npm that people have, into a folder with an awkward name,
 * and starts it. Run by hand, with the network: `node test/install/check-install.ts [10 11 12]`
 * under any Node that runs the scripts; prints seconds, size and what happened.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDER = 'Way mark ñ #1 100%';
const IS_WINDOWS = process.platform === 'win32';
interface Ended { readonly code: number; readonly out: string; readonly err: string; readonly seconds: number }

/** Runs a command to its end, or until `until` is printed: then it is asked to stop. */
function run(command: string, args: readonly string[], cwd: string, until?: RegExp): Promise<Ended & { readonly seen: string | null }> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, [...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'], shell: IS_WINDOWS, detached: !IS_WINDOWS, env: { ...process.env, WAYMARK_DATA: join(cwd, '..', 'data ñ') } });
    let out = '';
    let err = '';
    let seen: string | null = null;
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString('utf8');
      seen ??= until?.exec(out)?.[0] ?? null;
      if (seen !== null) void visit(seen).finally(() => interrupt(child));
    });
    child.stderr.on('data', (chunk: Buffer) => { err += chunk.toString('utf8'); });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code: code ?? (signal ? 128 : 1), out, err, seconds: (performance.now() - started) / 1000, seen }));
  });
}

/** Ctrl-C: a terminal sends it to all that runs in it, not only to npm. */
function interrupt(child: ChildProcess): void {
  if (IS_WINDOWS || child.pid === undefined) child.kill('SIGINT');
  else process.kill(-child.pid, 'SIGINT');
}

/** The page's first answer. */
async function visit(address: string): Promise<void> {
  const response = await fetch(address.split('#')[0] ?? address);
  console.log(`  ${address.replace(/#.*/, '#…')} answers ${response.status}, ${(await response.text()).length} characters`);
}

function sizeOf(path: string): number {
  const found = lstatSync(path);
  return found.isDirectory() ? readdirSync(path).reduce((sum, entry) => sum + sizeOf(join(path, entry)), 0) : found.size;
}

const npx = (version: string, args: readonly string[]): readonly [string, readonly string[]] => ['npx', ['--yes', `npm@${version}`, ...args]];

/** One npm: clone, install, start, stop. True when all went well. */
async function check(version: string): Promise<boolean> {
  const base = mkdtempSync(join(tmpdir(), 'waymark-install-'));
  const clone = join(base, FOLDER);
  try {
    await run('git', ['clone', '--quiet', ROOT, FOLDER], base);
    const install = await run(...npx(version, ['install', '--no-audit', '--no-fund']), clone);
    console.log(`npm ${version}: install ended with ${install.code} after ${install.seconds.toFixed(0)} s`);
    for (const line of `${install.out}\n${install.err}`.split('\n').filter((each) => /warn|error|added|blocked|script/i.test(each)).slice(0, 8)) console.log(`  ${line}`);
    if (install.code !== 0) return false;
    console.log(`  node_modules ${(sizeOf(join(clone, 'node_modules')) / 1024 / 1024).toFixed(0)} MB; driver compiled: ${readdirSync(join(clone, 'node_modules', 'better-sqlite3')).includes('build')}`);
    const changed = await run('git', ['status', '--porcelain'], clone);
    console.log(`  files changed by installing: ${changed.out.trim() || 'none'}`);
    const start = await run(...npx(version, ['start', '--', '--no-open', '--port', '0']), clone, /http:\/\/127\.0\.0\.1:\d+\/#[\w-]+/);
    console.log(`  start: served ${start.seen !== null}, ended with ${start.code} after ${start.seconds.toFixed(0)} s${start.seen === null ? `\n${start.err}` : ''}`);
    // Without the Node that comes as a package, an old one must say what to do, in one sentence.
    for (const name of readdirSync(join(clone, 'node_modules')).filter((each) => /^node-(linux|win|darwin)-/.test(each))) rmSync(join(clone, 'node_modules', name), { recursive: true, force: true });
    const without = await run('node', ['scripts/run.mjs', 'build'], clone);
    console.log(`  without the Node of its system's package: ended with ${without.code}: ${without.err.trim()}`);
    return start.seen !== null && changed.out.trim() === '';
  } finally {
    rmSync(base, { recursive: true, force: true, maxRetries: 10 });
  }
}

const versions = process.argv.slice(2);
let good = true;
for (const version of versions.length > 0 ? versions : ['10', '11', '12']) good = (await check(version)) && good;
process.exitCode = good ? 0 : 1;
