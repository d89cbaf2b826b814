/** What was found of signatures before: verifying is most of the work of a history, and histories share their keys. */
import { createHash, verify } from 'node:crypto';

type Verify = (algorithm: string | undefined, data: Buffer, key: Parameters<typeof verify>[2] & object, signature: Buffer) => boolean;
const MOST = 20_000;
const found = new Map<string, boolean>();
const names = new WeakMap<object, number>();
let keys = 0;

const nameOf = (key: object): number => {
  const known = names.get(key) ?? (keys += 1);
  names.set(key, known);
  return known;
};

const waymarkVerify: Verify = (algorithm, data, key, signature) => {
  const name = `${nameOf(key)} ${createHash('sha256').update(data).digest('base64')} ${signature.toString('base64')}`;
  const known = found.get(name);
  if (known !== undefined) return known;
  if (found.size >= MOST) found.clear();
  const isRight = verify(algorithm, data, key, signature);
  found.set(name, isRight);
  return isRight;
};

/** One object for each key, so that it can be told again. */
function waymarkKeys(getPublicKey: (info: object) => unknown): (info: object) => unknown {
  const made = new Map<string, unknown>();
  return (info) => {
    const name = JSON.stringify(info);
    const known = made.get(name) ?? getPublicKey(info);
    made.set(name, known);
    return known;
  };
}

Object.assign(globalThis, { waymarkVerify, waymarkKeys });
