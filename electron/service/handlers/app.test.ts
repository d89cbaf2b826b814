import { describe, expect, it } from 'vitest';
import { recordHost } from '../testing.ts';
import { appHandlers } from './app.ts';
import type { AppContext } from './app.ts';

const host = recordHost();
// Links need the ports and the hosts of the tables only.
const handlers = appHandlers({ ports: host.ports, linkHosts: () => new Set(['www.bls.gov', 'nursing.ohio.gov']) } as unknown as AppContext);
const open = async (url: string): Promise<unknown> => handlers['app.openLink']({ url });

describe('a link', () => {
  it('is opened when one of our tables cites its host', async () => {
    await open('https://www.bls.gov/oes/?a=1#top');
    expect(host.asked).toEqual([{ port: 'openLink', input: { url: 'https://www.bls.gov/oes/?a=1#top' } }]);
  });

  it.each(['https://example.org/', 'https://www.bls.gov.example.org/', 'https://www.bls.gov:8443/', 'https://www.bls.gov@example.org/', 'https://person@www.bls.gov/', 'http://www.bls.gov/'])('to %s is refused', async (url) => {
    const before = host.asked.length;
    await expect(open(url)).rejects.toMatchObject({ code: 'forbidden' });
    expect(host.asked).toHaveLength(before);
  });
});
