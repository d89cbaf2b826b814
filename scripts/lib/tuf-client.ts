/** `scripts/tuf-client`: reads the arguments of the conformance suite's protocol. */
import { parseArgs } from 'node:util';
import { CodedError } from '../../shared/kernel/errors.ts';
import { downloadTargets, initTrust, refreshTrust } from '../../db/update/conformance.ts';
import { baseAddress, httpsOrigin } from '../../db/update/https-origin.ts';
import type { Origin } from '../../db/update/origin.ts';

const USE = `Use:
  tuf-client --metadata-dir DIR init ROOT_FILE
  tuf-client --metadata-dir DIR --metadata-url URL refresh
  tuf-client --metadata-dir DIR --metadata-url URL --target-name PATH --target-base-url URL --target-dir DIR download
`;

class WrongUse extends Error {}

function needed(value: string | undefined, option: string): string {
  if (value === undefined || value === '') throw new WrongUse(`--${option} is missing.`);
  return value;
}

/** Only here may an address be plain http, and only to this machine. */
const originAt = (address: string): Origin => httpsOrigin(baseAddress(address, { plainLoopback: true }), fetch);

async function command(args: readonly string[]): Promise<void> {
  const { values, positionals: [name, file] } = parseArgs({
    args: [...args], allowPositionals: true,
    options: {
      'metadata-dir': { type: 'string' }, 'metadata-url': { type: 'string' }, 'target-base-url': { type: 'string' }, 'target-dir': { type: 'string' },
      'target-name': { type: 'string', multiple: true },
    },
  });
  const metadataDir = needed(values['metadata-dir'], 'metadata-dir');
  if (name === 'init') return initTrust(metadataDir, needed(file, 'root file'));
  const asked = { metadataDir, metadata: originAt(needed(values['metadata-url'], 'metadata-url')), now: new Date() };
  if (name === 'refresh') return refreshTrust(asked);
  if (name !== 'download') throw new WrongUse('The command is init, refresh or download.');
  return downloadTargets({
    ...asked, targetNames: values['target-name'] ?? [needed(undefined, 'target-name')],
    targets: originAt(needed(values['target-base-url'], 'target-base-url')), targetDir: needed(values['target-dir'], 'target-dir'),
  });
}

/** Exit code 0 when all of it was done, else 1 with the code on stderr. */
export async function tufClient(args: readonly string[], tell: (text: string) => void = (text) => process.stderr.write(text)): Promise<number> {
  try {
    await command(args);
    return 0;
  } catch (error) {
    if (error instanceof CodedError) tell(`${error.code} ${JSON.stringify(error.params)}\n`);
    else tell(`${error instanceof Error ? error.message : 'Failed.'}\n${USE}`);
    return 1;
  }
}
