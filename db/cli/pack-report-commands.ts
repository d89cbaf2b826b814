/** `waymark pack report` and `waymark pack explain`: what is in a pack, and why. */
import { resolve } from 'node:path';
import { explainCredential } from '../recipe/explain.ts';
import { reportOnPack } from '../recipe/pack-report.ts';
import { onlyOne, readArgs, UsageError, type Command } from './command.ts';
import { refuse } from './refuse.ts';

const percent = (part: number, whole: number): string => `${whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10} %`;

const report: Command = {
  name: 'pack report',
  summary: 'print counts, coverage, gaps and licenses of a pack',
  help: `Usage: waymark pack report FILE [--json]

Reads a whole pack and tells what is in it: credentials by kind and field, how many
have a price, an occupation and so on (the rest are gaps), and each source with its license.
  --json  as one JSON object
`,
  async run(args, world) {
    const { values, positionals } = readArgs(args, { json: { type: 'boolean' } }, true);
    const file = onlyOne(positionals, 'pack file');
    try {
      const found = await reportOnPack(resolve(file));
      if (values.json === true) {
        world.out(`${JSON.stringify(found)}\n`);
        return 0;
      }
      const { header, credentials, counts, coverage, sources } = found;
      world.out(`${header.name}, edition ${header.edition}, for ${header.scope}: ${credentials} credentials\n`);
      for (const [what, words] of Object.entries(counts)) {
        world.out(`By ${what}: ${Object.entries(words).sort((a, b) => b[1] - a[1]).map(([word, n]) => `${word} ${n}`).join(', ')}\n`);
      }
      world.out('Credentials with, and without:\n');
      for (const [what, n] of Object.entries(coverage)) world.out(`  ${what}: ${n} (${percent(n, credentials)}), ${credentials - n} without\n`);
      world.out('Sources:\n');
      for (const { id, publisher, title, vintage, license, rows } of sources) world.out(`  ${id}: ${publisher}, ${title} (${vintage}); ${license}; ${rows} rows\n`);
      return 0;
    } catch (error) {
      return refuse(world, file, error);
    }
  },
};

const explain: Command = {
  name: 'pack explain',
  summary: 'tell which records were taken for one credential, and why',
  help: `Usage: waymark pack explain FILE ID [--json]

ID is the credential's id, printed code or registry id (CTID). Prints every record of
every source that was taken for it, why, and where they say different things.
  --json  as one JSON object
`,
  async run(args, world) {
    const { values, positionals } = readArgs(args, { json: { type: 'boolean' } }, true);
    const [file, id] = positionals;
    if (file === undefined || id === undefined || positionals.length > 2) throw new UsageError('Give a pack file and the id of a credential.');
    try {
      const found = await explainCredential(resolve(file), id);
      if (found === null) {
        world.err(`${file}: no credential has the id, code or registry id "${id}".\n`);
        return 1;
      }
      if (values.json === true) {
        world.out(`${JSON.stringify(found)}\n`);
        return 0;
      }
      world.out(`${found.id}: ${found.name}\n`);
      if (found.records.length === 0) world.out("  from the starter's reviewed tables alone\n");
      for (const { source, record, listedAs, matchedBy, updated } of found.records) {
        world.out(`  ${source}, ${record}: "${listedAs}"${updated === null ? '' : `, changed ${updated}`}; taken by ${REASONS[matchedBy] ?? matchedBy}\n`);
      }
      for (const { fact, source, record, value, taken } of found.conflicts) {
        world.out(`  ${fact}: ${source}, ${record} says "${value}"${taken ? ', which counts' : ', which does not count'}\n`);
      }
      return 0;
    } catch (error) {
      return refuse(world, file, error);
    }
  },
};

const REASONS: Readonly<Record<string, string>> = {
  'first': 'itself: no other record names it', 'ctid': 'its registry id', 'issuer-and-name': 'its issuer and name', 'reviewed': 'a reviewed table',
};

export const packReportCommands: readonly Command[] = [report, explain];
