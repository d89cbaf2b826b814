/** Chromium's network, so that the proxy and the certificates that a school has set up in its system count. */
import { net } from 'electron';
import type { HostFetch } from '../host/network.ts';

const REDIRECT = 302;

/** Where a redirect is not followed, Electron has an error in place of the answer that browsers give. */
export const netFetch: HostFetch = async (address, init) => {
  try {
    return await net.fetch(address, init);
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Redirect was cancelled')) return { status: REDIRECT, headers: new Headers(), body: null };
    throw error;
  }
};
