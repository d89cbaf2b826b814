/** `npm start`: opens the desktop app, or the loopback host where Electron cannot run. */
import { buildAll } from '../lib/build.ts';
import { runDesktop } from '../lib/desktop.ts';
import { electronBinary, fetchElectron } from '../lib/electron-binary.ts';
import { runLoopback } from '../lib/loopback.ts';
import { ROOT } from '../lib/paths.ts';
import { parseStart } from '../lib/start-options.ts';

export async function run(args: readonly string[]): Promise<number> {
  const options = parseStart(args);
  const say = (text: string): void => void process.stderr.write(`${text}\n`);
  if ('problem' in options) {
    say(options.problem);
    return 2;
  }
  await buildAll();
  if (options.host === 'desktop') {
    const binary = electronBinary() ?? (await fetchElectron(say));
    if (binary) {
      const result = await runDesktop(binary, [ROOT], options.dataDir);
      if (result.outcome === 'ended') return result.code;
      say(`${result.why} Opening Waymark in the browser instead.`);
    } else say('Electron is not on this machine and could not be fetched: opening Waymark in the browser instead.');
  }
  return runLoopback(options);
}
