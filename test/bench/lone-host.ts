/** A host of its own for programs that measure the service: the one that tests use brings the databases into its program. */
import type { Ports } from '../../electron/service/ports.ts';
import type { Capabilities } from '../../shared/contract/app.ts';

const nobody = (): Promise<never> => Promise.reject(new Error('nobody is here'));
export const LONE_PORTS: Ports = { chooseFile: nobody, openFile: nobody, openFolder: nobody, locateFile: nobody, makePdf: nobody, saveText: nobody, print: nobody, copyText: nobody, openLink: nobody };
export const LONE_CAPABILITIES: Capabilities = {
  saveFiles: 'dialog', openFiles: 'dialog', folders: 'dialog', pdf: false, print: 'page', clipboard: false, externalLinks: 'page', nativeMenu: false, keyStore: false,
};
