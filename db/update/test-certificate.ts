/** A certificate for 127.0.0.1, signed by a root that only the test trusts; Node makes keys but no certificates, so the few bytes of DER are written here. */
import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  if (body.length < 0x80) return Buffer.concat([Buffer.from([tag, body.length]), body]);
  const length = Buffer.from(body.length.toString(16).padStart(body.length > 0xff ? 4 : 2, '0'), 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, body]);
}

const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, ...parts);
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const utcTime = (date: Date): Buffer => der(0x17, Buffer.from(`${date.toISOString().replaceAll(/[-:T]/g, '').slice(2, 14)}Z`));
const ECDSA_SHA256 = sequence(oid('2a8648ce3d040302'));
const name = (common: string): Buffer => sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(common)))));
const extension = (hex: string, critical: boolean, value: Buffer): Buffer =>
  sequence(oid(hex), ...(critical ? [der(0x01, Buffer.from([0xff]))] : []), der(0x04, value));

interface Asked {
  readonly subject: string;
  readonly issuer: string;
  readonly publicKey: KeyObject;
  readonly signWith: KeyObject;
  readonly isRoot: boolean;
}

function certificate({ subject, issuer, publicKey, signWith, isRoot }: Asked): string {
  const serial = Buffer.concat([Buffer.from([0x01]), randomBytes(8)]);
  const extensions = isRoot
    ? [extension('551d13', true, sequence(der(0x01, Buffer.from([0xff]))))]
    : [extension('551d11', false, sequence(der(0x87, Buffer.from([127, 0, 0, 1])), der(0x82, Buffer.from('localhost'))))];
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))), der(0x02, serial), ECDSA_SHA256, name(issuer),
    sequence(utcTime(new Date(Date.now() - 86_400_000)), utcTime(new Date(Date.now() + 86_400_000))),
    name(subject), publicKey.export({ type: 'spki', format: 'der' }), der(0xa3, sequence(...extensions)),
  );
  const signed = sequence(body, ECDSA_SHA256, der(0x03, Buffer.from([0]), sign('sha256', body, signWith)));
  return `-----BEGIN CERTIFICATE-----\n${signed.toString('base64').replaceAll(/.{64}/g, '$&\n').trimEnd()}\n-----END CERTIFICATE-----\n`;
}

export interface TestCertificate {
  /** What the client has to trust. */
  readonly root: string;
  readonly cert: string;
  readonly key: string;
}

export function testCertificate(issuer: string): TestCertificate {
  const root = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const server = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  return {
    root: certificate({ subject: issuer, issuer, publicKey: root.publicKey, signWith: root.privateKey, isRoot: true }),
    cert: certificate({ subject: '127.0.0.1', issuer, publicKey: server.publicKey, signWith: root.privateKey, isRoot: false }),
    key: server.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}
