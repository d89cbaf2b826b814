/** What the command field can do beside looking things up: places to go and things to do, by their names. */
import type { Translator } from '../../shared/i18n/translator.ts';
import { foldText } from '../components/fold-text.ts';
import { selectSettings, selectVault, setSettings, useApp } from '../stores/app.ts';
import { openFrameDialog } from '../stores/dialogs.ts';
import { go } from '../stores/navigation.ts';
import type { Route } from '../stores/navigation.ts';
import { openWays } from '../stores/routes.ts';
import { redo, undo, useUndo } from '../stores/undo.ts';
import { lockVault, openVault } from '../stores/vault.ts';

export interface Command {
  readonly id: string;
  readonly label: string;
  readonly run: () => void;
}

const PLACES = ['home', 'explore', 'here', 'warnings', 'compare', 'students', 'handouts', 'own', 'data', 'changes', 'touched', 'settings'] as const satisfies readonly Route['page'][];
const THEMES = ['system', 'light', 'dark', 'contrast'] as const;

export const placesOf = (t: Translator): readonly Command[] => PLACES.map((page) => ({ id: `go ${page}`, label: t.t(`nav.${page}`), run: () => go({ page }) }));

/** Things to do now; what cannot be done now is not offered. */
export function actionsOf(t: Translator): readonly Command[] {
  const app = useApp.getState();
  const vault = selectVault(app);
  const { lang, theme } = selectSettings(app) ?? { lang: t.lang, theme: 'system' };
  const other = lang === 'en' ? 'es' : 'en';
  const history = useUndo.getState();
  return [
    { id: 'area', label: t.t('palette.area'), run: () => openFrameDialog('area') },
    { id: 'ways', label: t.t('ways.open'), run: () => openWays({ kind: 'good-job' }) },
    { id: 'jobs sheet', label: t.t('palette.jobsSheet'), run: () => go({ page: 'print', what: { kind: 'jobs-sheet' } }) },
    { id: 'lang', label: t.t(`palette.lang.${other}`), run: () => void setSettings({ lang: other }) },
    ...THEMES.filter((each) => each !== theme).map((each) => ({ id: `theme ${each}`, label: t.t(`palette.theme.${each}`), run: () => void setSettings({ theme: each }) })),
    vault === 'unlocked'
      ? { id: 'vault', label: t.t('vault.lock'), run: () => void lockVault() }
      : { id: 'vault', label: t.t(vault === 'locked' ? 'vault.unlock.title' : 'app.students.start'), run: openVault },
    ...(vault === 'unlocked' && history.undo !== null ? [{ id: 'undo', label: t.t('palette.undo'), run: () => void undo() }] : []),
    ...(vault === 'unlocked' && history.redo !== null ? [{ id: 'redo', label: t.t('palette.redo'), run: () => void redo() }] : []),
    { id: 'keys', label: t.t('palette.keys'), run: () => openFrameDialog('shortcuts') },
  ];
}

/** Commands whose name has every word that was typed, each as the start of a word. Nothing typed leaves all. */
export function narrowCommands(commands: readonly Command[], typed: string): readonly Command[] {
  const split = (text: string): readonly string[] => foldText(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const wanted = split(typed);
  return commands.filter(({ label }) => {
    const words = split(label);
    return wanted.every((start) => words.some((word) => word.startsWith(start)));
  });
}
