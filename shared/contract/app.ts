/** Methods about the app itself: what this host can do, settings, links, clipboard. */
import { z } from 'zod';
import { DEFAULT_RUBRIC } from '../domain/value/default-rubric.ts';
import { command, done, nothing, query } from './method.ts';
import { areaId, lang, text } from './schemas.ts';

export const settings = z.strictObject({
  areaId: areaId.nullable(), lang, theme: z.enum(['system', 'light', 'dark', 'contrast']),
  profile: z.enum(['school', 'career-center']), schoolName: text(120), counselorName: text(120), counselorPhone: text(40),
  autoLockMinutes: z.number().int().min(1).max(240), paper: z.enum(['letter', 'a4']),
  /** Id of the rubric that verdicts on screen are made by; one that the data does not have gives way to the usual one. */
  rubric: text(40),
  /** Digest of the edition whose changes a person has looked at. */
  seenEdition: text(64),
});
export type Settings = z.infer<typeof settings>;
export const DEFAULT_SETTINGS: Settings = {
  areaId: null, lang: 'en', theme: 'system', profile: 'school', schoolName: '', counselorName: '', counselorPhone: '',
  autoLockMinutes: 15, paper: 'letter', rubric: DEFAULT_RUBRIC, seenEdition: '',
};

/** What the host can do; the page asks this, never which host it is. */
export const capabilities = z.strictObject({
  /** 'dialog': choose a place first. 'download': the browser saves it. */
  saveFiles: z.enum(['dialog', 'download']),
  /** 'dialog': the host asks for a file. 'upload': the page has a field for it and sends it. */
  openFiles: z.enum(['dialog', 'upload']),
  /** How a folder is named: 'dialog', the host asks; 'typed', the person types where it is on this computer. */
  folders: z.enum(['dialog', 'typed']),
  /** False where no browser was found that can make a PDF. */
  pdf: z.boolean(),
  /** 'dialog': the host opens the printer dialog. 'page': the page prints itself. */
  print: z.enum(['dialog', 'page']),
  clipboard: z.boolean(), externalLinks: z.enum(['host', 'page']), nativeMenu: z.boolean(), keyStore: z.boolean(),
});
export type Capabilities = z.infer<typeof capabilities>;

export const vaultState = z.enum(['none', 'locked', 'unlocked']);

export const app = {
  'app.getStatus': query({
    input: nothing,
    output: z.strictObject({
      version: text(40), capabilities, settings, vault: vaultState, today: text(10),
      /** Set when the settings file could not be read and defaults are in force. */
      settingsProblem: z.boolean(),
    }),
  }),
  'app.setSettings': command({
    input: settings.partial(), output: settings, changes: ['settings'], errors: ['folder-not-writable', 'disk-full'],
  }),
  'app.getStorage': query({
    input: nothing,
    output: z.strictObject({
      /** Every folder and file the app keeps: what it is, where, bytes, and whether student data is in it. */
      places: z.array(z.strictObject({
        what: z.enum(['reference', 'updates', 'vault', 'backups', 'settings', 'overlay', 'window']), path: text(1000), bytes: z.number().int(),
        students: z.boolean(), exists: z.boolean(),
      })),
      warnings: z.array(z.enum(['network-folder', 'synced-folder'])),
    }),
  }),
  'app.openLink': command({ input: z.strictObject({ url: z.url({ protocol: /^https$/ }).max(500) }), output: done, changes: [], errors: ['forbidden', 'not-available-here'] }),
  'app.copyText': command({ input: z.strictObject({ text: text(2000) }), output: done, changes: [], errors: ['not-available-here'] }),
  'app.reportActivity': command({ input: nothing, output: done, changes: [] }),
};
