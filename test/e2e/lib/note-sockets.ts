/** Loaded into the processes of a host before their own code: writes down where each of their threads opens a connection to, whatever opens it. */
import { subscribe } from 'node:diagnostics_channel';
import { appendFileSync } from 'node:fs';
import type { Socket } from 'node:net';

const file = process.env['WAYMARK_TEST_SOCKETS'];
if (file !== undefined) {
  subscribe('net.client.socket', (message) => {
    const { socket } = message as { readonly socket: Socket };
    socket.once('connectionAttempt', (address: string, port: number) => appendFileSync(file, `${address}:${port}\n`));
    // A name is looked up before anything is opened, and would tell somebody by itself.
    socket.once('lookup', (_error, _address, _family, host: string) => appendFileSync(file, `${host}\n`));
  });
}
