/** The tool's sentences for updates and repositories, by error code. */
import type { ErrorCode, ErrorParams } from '../../shared/kernel/errors.ts';

/** What an edition changes that a person is asked about. */
function askedAbout({ what, table, gone, changed, of, percent, count, titles }: ErrorParams): string {
  if (what === 'rows') return `${gone} of ${of} rows of "${String(table).replaceAll('_', ' ')}" would be gone (${percent} %)`;
  if (what === 'verdicts') return `${changed} of ${of} verdicts for the nation would be other ones (${percent} %)`;
  return `middle pay in the nation would move by more than a third in ${count} (${titles})`;
}

const of = ({ role }: ErrorParams): string => (role === undefined ? 'metadata' : `the ${role} metadata`);

export const UPDATE_SENTENCES: Readonly<Partial<Record<ErrorCode, (params: ErrorParams) => string>>> = {
  'update-address': () => 'The address has to start with https: and hold no name, password, question mark or #.',
  'update-unreachable': (p) => `The repository could not be reached (${p['reason'] ?? 'unknown'}).`,
  'update-certificate': () => 'The certificate of the host is not trusted on this machine.',
  'update-server': (p) => `The host answered with status ${p['status']}.`,
  'update-captive-portal': () => 'A web page came back instead of data; the network may ask for a sign-in.',
  'update-redirected': () => 'The host sent to another address; redirects are not followed.',
  'update-cut': () => 'The connection ended in the middle; what came is kept for the next try.',
  'update-stalled': () => 'Nothing came for a while; what came is kept for the next try.',
  'update-missing': (p) => `A file of the repository is missing (${p['role'] ?? 'target'}).`,
  'update-encoded': () => 'The file came compressed, although that was not asked for.',
  'update-length': () => 'A file is not as long as is signed.',
  'update-endless': () => 'More came than is signed or allowed.',
  'update-no-root': () => 'There is no root to trust: give one with --root FILE, or place it in the data folder as trust/root.json.',
  'update-root-invalid': () => 'The root to trust is damaged or not signed by its own keys.',
  'update-metadata-invalid': (p) => `Refused: ${of(p)} cannot be understood.`,
  'update-signature': (p) => `Refused: ${of(p)} is not signed by enough of the keys that are trusted.`,
  'update-rolled-back': (p) => `Refused: ${of(p)} is older than what was seen before.`,
  'update-expired': (p) => `Refused: ${of(p)} is past its date, or the clock of this machine is wrong.`,
  'update-mixed': (p) => `Refused: ${of(p)} does not belong to the rest.`,
  'update-name': () => 'Refused: a file is named so that it could land outside its folder.',
  'update-target-missing': () => 'The repository signs no such file.',
  'update-target-changed': () => 'Refused: a file is not the one that is signed.',
  'update-index-invalid': () => 'Refused: the list of editions does not fit its packs or cannot be understood.',
  'update-scope': (p) => `Refused: the repository is for scope ${p['scope']}, the data here for ${p['expected']}.`,
  'update-older': (p) => `Not taken: edition ${p['edition']} is older than ${p['installed']}, which is in use.`,
  'update-ask-first': (p) => `Not put in use before somebody agrees: ${askedAbout(p)}. To take it all the same: --accept-changes.`,
  'update-nothing-kept': () => 'This data folder has taken no update yet that it could hand on.',
  'update-stick-file': (p) => `A file of the edition has ${p['bytes']} bytes; a stick with FAT32 takes ${p['most']} at most. Nothing was written.`,
  'update-busy': () => 'Another program is updating this data folder.',
  'repository-exists': () => 'There is something in that place already; nothing was changed.',
  'repository-missing': () => 'There is no repository in that folder.',
  'repository-damaged': (p) => `A file of the repository is missing or not as it was signed: ${p['file']}.`,
  'repository-unsigned': (p) => `Signatures are missing first: ${p['role'] ?? 'see "waymark repo status"'}.`,
  'repository-edition-known': () => 'This edition is in the repository already.',
  'repository-scope': () => 'The pack is for another scope than the repository.',
  'repository-key-damaged': () => 'This is not a key file, or it is damaged.',
  'repository-key-passphrase': (p) => p['reason'] === 'short' ? `The passphrase is too short; give at least ${p['minimum']} characters.` : 'The passphrase does not open the key file.',
  'repository-key-stranger': (p) => `This key does not sign for ${p['role']}.`,
};
