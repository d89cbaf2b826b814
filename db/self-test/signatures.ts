/** Signatures made elsewhere, by OpenSSL: whether this machine's crypto library (BoringSSL in Electron) knows them true from false. */
import { constants, createPublicKey, verify } from 'node:crypto';
import { expectThat } from '../../shared/kernel/check.ts';
import type { Check } from '../../shared/kernel/check.ts';

const SIGNED = Buffer.from('Waymark self-test');
const SIGNATURES = [
  {
    name: 'Ed25519 verification', digest: null, pss: false,
    key: 'MCowBQYDK2VwAyEAPNOnYjsZ6luJrowmeMRYMCJPTxPDhwAhtnOFDGCy7Ts=',
    signature: 'ajn/cKLr9P7xdWhBnr3aBfNOaTLFkoleZJtLHtuAMiJg7CbmEVkoyOC8L0FIze+MZON8y1lEsyMS5QcGvi//Cw==',
  },
  {
    name: 'ECDSA P-256 verification', digest: 'sha256', pss: false,
    key: 'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEUy4HXLDgtLIBltkwY6DLPb0zXOB7mJPWxJSDTquUor+RusKGYdGjjXtj90JzLYGQDdN3wUHK/HqUVxMC7ibE3A==',
    signature: 'MEYCIQCvz+PlM9sTi/nWHOSk3CtkTt98vsbQTBZ9mq6TyCyBwwIhANYbrcQ5o1cmMNOfpZfY8UCI9v98uPCHyRlzt8c6SQ8c',
  },
  {
    name: 'RSA-PSS verification', digest: 'sha256', pss: true,
    key:
      'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAoNmtVId/kCLL32rDchSoZ3ejjKV3ECvC4u35jKysd2AuCWiLRLYbVCwhHMU5QePbTSLQWz5a2uKoenu5WJUwAoqNjcRf32UcdpLL6SF1KkipPHb0t95p43nFerq6ke9+Cqft' +
      'qu+A3UKSCa4Ksl4iIqvAgBqnnqa6qAEBMGnG8K45rEm7uxruf4txKVT1jZYlZEM4z+46h68Do3AOnRBelrwq86FEpD6sHlKu4FkbyxJYOiVMJpL37UYP1v5vuYRiLTQmPIKRR/Ql0OUKL6aitTKLVApokF4st+rZUnEarkVyq77M98u8' +
      '6emJ+ty+PDAiMXVS3WLhd1hMYeL6efXaYQIDAQAB',
    signature:
      'lb5EFPxUbQcV5G7savQz351cSchdN6h0uAa+gBz9hN4YAAqAy/hAk+WHxr5+k/l2jqIW82SOXpmU9b8V/GGpa1wOsVopjrFc+ja7w7qOfdKud99imIzOUV0uDIWt4z5J1LlNQyNBn4emlK9GEHFwa/Ip6WkGBIAUtAXYcn0Fx4MIqVexIxrA' +
      '2fKvtBS0S2aNV22qpPPZLT61TxWZxe8OMkOcwGfoQSKgq+r2YwUyrjIw8wcKzQwLXoayurh2+h5pniKyiCAMRoaFdQCEMm4mGqmUclKxCaW6rcAZ9gvWaFmQ5wGwvybPT9QsaupOmMWXbYp2tbJDVSR1yYVjTuk+pw==',
  },
] as const;

/** Each signature must hold, and must not hold for text or signature changed by one bit. */
export const signatureChecks: readonly Check[] = SIGNATURES.map(({ name, digest, pss, key, signature }) => ({
  name,
  run: async () => {
    const spki = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });
    const holds = (text: Buffer, signed: Buffer): boolean =>
      verify(digest, text, pss ? { key: spki, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 } : { key: spki }, signed);
    const signed = Buffer.from(signature, 'base64');
    const flipped = (bytes: Buffer): Buffer => bytes.map((byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte)) as Buffer;
    expectThat(holds(SIGNED, signed), 'a true signature is refused');
    expectThat(!holds(flipped(SIGNED), signed), 'a changed text is accepted');
    expectThat(!holds(SIGNED, flipped(signed)), 'a changed signature is accepted');
    return 'true and false told apart';
  },
}));
