/** What stands in for the test runner's module while mutants are tried: tests are gathered, then called by number. */
export { expect } from './expect.ts';

type Action = (...args: never[]) => unknown;
export interface Test {
  readonly name: string;
  readonly run: () => unknown;
}

/** Every test of every file that has been imported, in order. */
export const tests: Test[] = [];
const titles: string[] = [];
/** The file whose tests are being gathered: titles of two files may be the same. */
export function gatherFrom(file: string): void { titles.splice(0, titles.length, file); }

function add(name: string, action: Action, args: readonly unknown[] = []): void {
  tests.push({ name: [...titles, name].join(' > '), run: () => action(...(args as never[])) });
}
const each = (rows: readonly unknown[]) => (name: string, action: Action): void => {
  rows.forEach((row, index) => add(`${name} #${index}`, action, Array.isArray(row) ? row : [row]));
};

export const it = Object.assign((name: string, action: Action) => add(name, action), { each });
export const test = it;

export const describe = Object.assign((title: string, body: () => void): void => {
  titles.push(title);
  body();
  titles.pop();
}, {
  each: (rows: readonly unknown[]) => (title: string, body: Action): void => rows.forEach((row, index) => describe(`${title} #${index}`, () => { body(...((Array.isArray(row) ? row : [row]) as never[])); })),
});
