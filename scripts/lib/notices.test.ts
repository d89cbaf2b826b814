import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shippedPackages, thirdPartyNotices } from './notices.ts';
import { ROOT } from './paths.ts';

describe('third-party notices', () => {
  it('are the ones of the packages and sources that ship (write them again with: npm test -- scripts/lib/notices -u)', async () => {
    await expect(thirdPartyNotices()).toMatchFileSnapshot(join(ROOT, 'THIRD-PARTY-NOTICES.md'));
  });

  it('name only licenses that allow to pass the work on', () => {
    const allowed = /^(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|OFL-1\.1|BlueOak-1\.0\.0)$/;
    expect(shippedPackages().filter(({ manifest }) => !allowed.test(manifest.license ?? '')).map(({ manifest }) => `${manifest.name}: ${manifest.license ?? 'none'}`)).toEqual([]);
  });

  it('reach the dependencies of what is bundled', () => {
    const names = shippedPackages().map(({ manifest }) => manifest.name);
    expect(names).toContain('react-aria');
    expect(names).toContain('d3-interpolate');
    expect(names).not.toContain('vite');
  });
});
