/** Where data stays on this machine: the local profile, never the roaming one, which a school's network copies about. */
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The folder when neither a flag nor `WAYMARK_DATA` names one. */
export function defaultDataDir(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'Waymark');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Waymark');
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'waymark');
}
