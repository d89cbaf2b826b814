/** What main answers: calls, and files that were dropped. Only the app's own page, in the main frame of its window, is listened to. */
import { isAbsolute } from 'node:path';
import { ipcMain } from 'electron';
import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { CALL_CHANNEL, FILE_CHANNEL } from '../../shared/contract/bridge.ts';
import type { Envelope, ErrorCode } from '../../shared/kernel/errors.ts';
import type { Files } from './files.ts';
import { isAppPage } from './page-address.ts';

/** As on the loopback host: no input of the contract is near this. */
const INPUT_LIMIT = 1024 * 1024;

type Sender = Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>;
export type AnswerCall = (name: string, input: unknown) => Promise<Envelope<unknown>>;

/** True when a message comes from the app's page in `page`, and not from a frame in it, another window or another address. */
export function isFromPage({ sender, senderFrame }: Sender, page: WebContents | null): boolean {
  return page !== null && sender === page && senderFrame !== null && senderFrame.parent === null && isAppPage(senderFrame.url);
}

const refuse = (code: ErrorCode): Envelope<never> => ({ ok: false, code, params: {} });

/** Answers with envelopes only: Electron keeps nothing of an error but its message. */
export function answerCalls(page: () => WebContents | null, answer: AnswerCall): void {
  ipcMain.handle(CALL_CHANNEL, async (event, name: unknown, input: unknown): Promise<Envelope<unknown>> => {
    if (!isFromPage(event, page())) return refuse('forbidden');
    if (typeof name !== 'string') return refuse('unknown-method');
    try {
      // Cloning carries more than JSON does; what is not JSON is not of the contract.
      const text = JSON.stringify(input) ?? '{}';
      if (text.length > INPUT_LIMIT) return refuse('too-large');
      return await answer(name, JSON.parse(text));
    } catch {
      return refuse('input-invalid');
    }
  });
}

/** Answers with a handle for a file that the preload found the place of: the page gave it a file, and never learns the place. */
export function takeFiles(page: () => WebContents | null, files: Files): void {
  ipcMain.handle(FILE_CHANNEL, (event, path: unknown): Envelope<{ readonly handle: string }> => {
    if (!isFromPage(event, page())) return refuse('forbidden');
    if (typeof path !== 'string' || !isAbsolute(path)) return refuse('file-handle-unknown');
    return { ok: true, value: { handle: files.reserve({ path, use: 'open' }) } };
  });
}
