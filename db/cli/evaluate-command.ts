/** `waymark evaluate`: one method of the engine, JSON in, JSON out. */
import { z } from 'zod';
import { onlyOne, readArgs, UsageError, type Command } from './command.ts';
import { RefusedInput, sentenceOfIssue } from './evaluate-method.ts';
import { EVALUATE_METHODS } from './evaluate-registry.ts';

/** No question to the engine needs more. */
const INPUT_MOST = 4_000_000;
const NOT_A_NUMBER = /"([^"\\]+)"\s*:\s*(?:\[[^\]{}"]*?)?[-+]?(NaN|Infinity)\b/;

function readJson(text: string): unknown {
  if (text.length > INPUT_MOST) throw new RefusedInput('input', `must be at most ${INPUT_MOST} characters`);
  try {
    return JSON.parse(text);
  } catch {
    // Other languages write what JSON has no word for; the field is still to be named.
    const found = NOT_A_NUMBER.exec(text);
    throw found ? new RefusedInput(found[1] ?? '', `${found[2]} is not a number`) : new RefusedInput('input', 'must be one JSON object');
  }
}

const methodLines = (): string => {
  const width = Math.max(...Object.keys(EVALUATE_METHODS).map((name) => name.length));
  return Object.entries(EVALUATE_METHODS).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`).join('\n');
};

export const evaluateCommand: Command = {
  name: 'evaluate',
  summary: 'ask the engine: value, return, overlap, rules',
  help: `Usage: waymark evaluate METHOD [--json] [--schema]

Reads one JSON object on standard input and prints one. Annual dollars, rates as fractions.
An unknown field or an impossible value is refused with the field's name.
  --json    on one line
  --schema  print the JSON Schema of the method's input; read nothing

Methods:
${methodLines()}
`,
  async run(args, world) {
    const { values, positionals } = readArgs(args, { json: { type: 'boolean' }, schema: { type: 'boolean' } }, true);
    const name = onlyOne(positionals, 'method');
    const method = Object.hasOwn(EVALUATE_METHODS, name) ? EVALUATE_METHODS[name] : undefined;
    if (!method) throw new UsageError(`There is no method ${JSON.stringify(name)}; "waymark evaluate --help" lists them.`);
    const print = (value: unknown): void => world.out(`${JSON.stringify(value, null, values.json === true ? undefined : 2)}\n`);
    if (values.schema === true) {
      print(z.toJSONSchema(method.schema, { io: 'input' }));
      return 0;
    }
    try {
      const parsed = method.schema.safeParse(readJson(await world.input()));
      if (!parsed.success) {
        world.err(`${sentenceOfIssue(parsed.error)}\n`);
        return 1;
      }
      print(await method.run(parsed.data, world));
      return 0;
    } catch (error) {
      if (!(error instanceof RefusedInput)) throw error;
      world.err(`${error.message}\n`);
      return 1;
    }
  },
};
