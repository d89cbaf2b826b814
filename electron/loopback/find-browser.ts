/** Finds a Chrome, Edge or Chromium at the places where its installers put it. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe', 'Chromium\\Application\\chrome.exe'];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const LINUX = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge', 'microsoft-edge-stable'];

/** The path of a browser, or null. `WAYMARK_BROWSER` names one explicitly. */
export function findBrowser(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string | null {
  const named = env['WAYMARK_BROWSER'];
  if (named) return existsSync(named) ? named : null;
  const places =
    platform === 'win32'
      ? [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].flatMap((folder) => (folder ? WINDOWS.map((path) => join(folder, path)) : []))
      : platform === 'darwin'
        ? MAC
        : [...(env['PATH'] ?? '').split(delimiter), '/usr/bin', '/snap/bin'].flatMap((folder) => (folder ? LINUX.map((name) => join(folder, name)) : []));
  return places.find((path) => existsSync(path)) ?? null;
}
