/** `npm run self-test`: the real main process looks at itself, on Electron's binary where there is one, else on the stand-in. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from '../../electron/loopback/find-browser.ts';
import type { CheckResult } from '../../shared/kernel/check.ts';
import { standInCommand } from '../../test/shell/driver.ts';
import { buildAll } from '../lib/build.ts';
import { desktopEnv, whyElectronFailed } from '../lib/desktop.ts';
import { electronBinary } from '../lib/electron-binary.ts';
import { ROOT } from '../lib/paths.ts';

const TIMEOUT_MS = 180_000;
interface Report { readonly host: string; readonly system: string; readonly versions: Readonly<Record<string, string>>; readonly checks: readonly CheckResult[] }
const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Runs the app with its report going to `file`; resolves with what it said on the way. */
function runApp(command: string, args: readonly string[], file: string): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(command, [...args, '--self-test', file], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: desktopEnv(process.env, {}) });
    let text = '';
    const hear = (chunk: Buffer): void => { text = (text + chunk.toString('utf8')).slice(-4000); };
    const timer = setTimeout(() => child.kill('SIGKILL'), TIMEOUT_MS);
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', (error) => { text += error.message; });
    child.on('close', () => {
      clearTimeout(timer);
      resolve(text);
    });
  });
}

/** The file to keep, if one was named: `npm run self-test -- FILE` or WAYMARK_SELF_TEST. */
function fileToKeep(args: readonly string[]): string | null {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
  const named = positionals[0] ?? process.env['WAYMARK_SELF_TEST'];
  return named ? resolve(named) : null;
}

export async function run(args: readonly string[]): Promise<number> {
  const kept = fileToKeep(args);
  await buildAll();
  const binary = electronBinary();
  if (binary === null && findBrowser() === null) {
    say('The self-test needs Electron, or Chrome, Edge or Chromium for its stand-in; none was found.');
    return 1;
  }
  const folder = mkdtempSync(join(tmpdir(), 'waymark-self-test-'));
  const file = kept ?? join(folder, 'self-test.json');
  try {
    const said = binary === null ? await runApp(process.execPath, standInCommand([]), file) : await runApp(binary, [ROOT], file);
    let report: Report;
    try {
      report = JSON.parse(readFileSync(file, 'utf8')) as Report;
    } catch {
      say(binary === null ? `The stand-in ended without a report.\n${said}` : whyElectronFailed(said));
      return 1;
    }
    say(`Self-test on ${report.host === 'electron' ? 'Electron' : 'the stand-in for Electron (test/shell/README.md says what it cannot show)'}, ${report.system}`);
    for (const { name, ok, detail } of report.checks) say(`${ok ? 'ok    ' : 'failed'}  ${name}: ${detail}`);
    const failed = report.checks.filter(({ ok }) => !ok).length;
    say(`${report.checks.length - failed} ok, ${failed} failed`);
    return failed === 0 && report.checks.length > 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}
