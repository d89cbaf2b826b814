#!/usr/bin/env node
// Starts every npm script under a Node that can run Waymark. Plain JavaScript: it must run on Node 20,
// which many machines still have, and hand over to the Node that an optional package brings where there is one.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** ^22.22.2 || ^24.15 || >=26, as in package.json `engines`. */
export function isGoodNode(version) {
  const [major, minor, patch] = version.split('.').map((part) => Number.parseInt(part, 10));
  if (major === 22) return minor > 22 || (minor === 22 && patch >= 2);
  if (major === 24) return minor >= 15;
  return major >= 26;
}

/** Where the package of a system's Node has its program; there is none for every system. */
export function bundledNode(platform, arch) {
  const isWindows = platform === 'win32';
  return ['node_modules', `node-${isWindows ? 'win' : platform}-${arch}`, 'bin', isWindows ? 'node.exe' : 'node'];
}

const COMMANDS = ['start', 'build', 'test', 'check', 'e2e', 'bench', 'self-test', 'screenshots', 'dist', 'starter', 'waymark', 'mutation'];

async function main() {
  const [command, ...args] = process.argv.slice(2);
  if (!COMMANDS.includes(command)) {
    process.stderr.write(`Use: npm run COMMAND, where COMMAND is one of ${COMMANDS.join(', ')}.\n`);
    process.exit(2);
  }
  if (isGoodNode(process.versions.node)) {
    const { run } = await import(pathToFileURL(join(root, 'scripts', 'commands', `${command}.ts`)).href);
    try {
      const code = await run(args);
      if (typeof code === 'number') process.exitCode = code;
    } catch (error) {
      // A sentence for the one who builds; everything else is a fault with its stack.
      if (error?.constructor?.name !== 'BuildProblem') throw error;
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 1;
    }
    return;
  }
  const bundled = join(root, ...bundledNode(process.platform, process.arch));
  if (!existsSync(bundled)) {
    process.stderr.write(
      `Waymark needs Node 22.22.2, 24.15 or newer (this is ${process.versions.node}); install Node 24 and run the command again.\n`,
    );
    process.exit(1);
  }
  // 22 still calls type stripping experimental; the warning would land on stderr of every command.
  const child = spawn(bundled, ['--disable-warning=ExperimentalWarning', fileURLToPath(import.meta.url), command, ...args], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', () => {
    process.stderr.write('The Node that Waymark brings could not be started; install Node 24 and run the command again.\n');
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

// Also imported by a test.
if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) await main();
