/** `npm run dist`: makes the installers of this system. Flags go to electron-builder; WAYMARK_DIST holds them where a shell swallows `--`. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildAll } from '../lib/build.ts';
import { electronBinary, fetchElectron } from '../lib/electron-binary.ts';
import { ROOT } from '../lib/paths.ts';

const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** The reason in what the packager said, without its marks and stack; a missing tool is one it could not fetch. */
export function whyNoInstaller(said: string): string {
  const reason = said.split('\n').findLast((line) => line.includes('⨯'))?.replace(/^.*⨯\s*/u, '').replace(/\s+failedTask=.*$/u, '').trim();
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|status code|cannot download|getaddrinfo/i.test(said)) {
    return 'The installer was not made: a tool of the packager is not on this machine and could not be fetched.';
  }
  return `The installer was not made: ${reason || 'the packager ended without a reason'}.`;
}

/** Runs the packager and passes on what it says. */
function pack(args: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, 'node_modules', 'electron-builder', 'cli.js'), ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const hear = (chunk: Buffer): void => {
      said = (said + chunk.toString('utf8')).slice(-20_000);
      process.stderr.write(chunk);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, said }));
  });
}

export async function run(args: readonly string[]): Promise<number> {
  await buildAll();
  // The packager fetches the same archive that the app's own start does, for each system and processor it packs.
  if ((electronBinary() ?? (await fetchElectron(say))) === null) {
    say('The installer cannot be made: Electron is not on this machine and could not be fetched. Everything else is built, in dist/.');
    return 1;
  }
  const flags = (process.env['WAYMARK_DIST'] ?? '').split(' ').filter((flag) => flag !== '');
  const { code, said } = await pack([...flags, ...args]);
  if (code !== 0) say(whyNoInstaller(said));
  else say('The installers are in release/.');
  return code === 0 ? 0 : 1;
}
