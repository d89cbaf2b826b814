import type { PrintDocument } from '../../shared/print/model.ts';
import type { Capabilities } from '../../shared/contract/app.ts';

/**
 * What the service needs from its host. Each host implements it; in the worker it is a proxy
 * whose calls cross to the host's thread as JSON. A port that fails rejects with a CodedError.
 */
export interface Ports {
  /** Asks for a place to save a file. Null when the person cancelled. */
  chooseFile(input: { readonly suggestedName: string; readonly kind: 'pdf' | 'overlay' }): Promise<{ readonly handle: string } | null>;
  /** Asks for a file to open. Null when the person cancelled. Rejects with 'not-available-here' where the page itself sends files. */
  openFile(input: { readonly kind: 'pack' | 'overlay' }): Promise<{ readonly handle: string } | null>;
  /** Asks for a folder in the host's dialog, or takes the path that was typed where the host has none. Null when the person cancelled. Rejects with 'not-available-here' for the other of the two, 'update-unreachable' for a typed path that is no folder. */
  openFolder(input: { readonly typed: string | null }): Promise<{ readonly handle: string } | null>;
  /** Where a file or folder that the person opened lies, for the service alone. Rejects with 'file-handle-unknown'. */
  locateFile(input: { readonly handle: string }): Promise<{ readonly path: string }>;
  /** Lays out a document, makes a PDF of it in memory and puts it where the handle says (null: nowhere, count pages only). */
  makePdf(input: { readonly document: PrintDocument; readonly handle: string | null }): Promise<{ readonly pages: number; readonly bytes: number }>;
  /** Puts a text where the handle says. Rejects with 'file-handle-unknown' and what writing rejects with. */
  saveText(input: { readonly handle: string; readonly text: string }): Promise<void>;
  /** Opens the printer dialog on the document. Rejects with 'cancelled'; only where capabilities.print is 'dialog'. */
  print(input: { readonly document: PrintDocument }): Promise<void>;
  copyText(input: { readonly text: string }): Promise<void>;
  /** Opens an https address of the allow-list in the person's browser. */
  openLink(input: { readonly url: string }): Promise<void>;
}
export const PORT_NAMES = ['chooseFile', 'openFile', 'openFolder', 'locateFile', 'makePdf', 'saveText', 'print', 'copyText', 'openLink'] as const satisfies readonly (keyof Ports)[];

/** What the host tells the service once, at start. */
export interface ServiceStart {
  /** Folder of settings, vault, backups and reference databases; made if it is not there. */
  readonly dataDir: string;
  /** Folder of what ships with the app (starter pack and database). */
  readonly resourcesDir: string;
  readonly version: string;
  readonly capabilities: Capabilities;
  /** True in development and tests: outputs are parsed against the contract. */
  readonly checkOutputs: boolean;
}

/** Wall clock and chance; only here does either enter the service. */
export interface World {
  /** UTC instant as ISO text with milliseconds. */
  now(): string;
  /** Today in the machine's own time zone, `YYYY-MM-DD`. */
  today(): string;
  /** A fresh random id of 128 bits, base64url. */
  newId(): string;
}
