import { useEffect } from 'react';
import type { RefObject } from 'react';
import { onMenu, selectSettings, setSettings, useApp } from '../stores/app.ts';
import { closeFrameDialog, openFrameDialog, useFrameDialog } from '../stores/dialogs.ts';
import { go, goBack, goForward } from '../stores/navigation.ts';
import { redo, undo } from '../stores/undo.ts';
import { lockVault } from '../stores/vault.ts';

export const IS_MAC = navigator.platform.startsWith('Mac');

/** True where letters are typed: there the keys belong to the text. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable=true]');
/** A dialog is open: what lies below does not listen. */
export const isCovered = (): boolean => document.querySelector('[role=dialog][data-rac], [role=alertdialog]') !== null;

/** Back and forward: Alt and an arrow; on a Mac Command and a bracket, where Alt and an arrow moves by words. */
function wayOf({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): 'back' | 'forward' | null {
  if (ctrlKey || shiftKey) return null;
  if (IS_MAC) return !metaKey || altKey ? null : key === '[' ? 'back' : key === ']' ? 'forward' : null;
  return !altKey || metaKey ? null : key === 'ArrowLeft' ? 'back' : key === 'ArrowRight' ? 'forward' : null;
}

/** Control-K, on a Mac Command-K: in a Mac's text field Control-K cuts the rest of the line. */
const opensPalette = ({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'k' && (IS_MAC ? metaKey && !ctrlKey : ctrlKey && !metaKey) && !altKey && !shiftKey;

/** Only the page of data needs the store of packs, so it comes with that page and not with the first picture. */
async function openPack(): Promise<void> {
  go({ page: 'data' });
  const { openPackFile } = await import('../stores/packs.ts');
  await openPackFile();
}

/** Keys that work everywhere, and the commands of the desktop's menu, which do the same. */
export function useKeys(search: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const focusSearch = (): void => { search.current?.focus(); search.current?.select(); };
    const onKey = (event: KeyboardEvent): void => {
      if (opensPalette(event)) {
        // The browser's own search stays shut even where the field cannot open now, or closes.
        event.preventDefault();
        if (useFrameDialog.getState().open === 'palette') return closeFrameDialog();
        if (!isCovered()) openFrameDialog('palette');
        return;
      }
      if (event.defaultPrevented || isCovered()) return;
      const mod = event.ctrlKey || event.metaKey;
      const way = wayOf(event);
      if (way !== null) {
        event.preventDefault();
        return way === 'back' ? goBack() : goForward();
      }
      if (isTyping(event.target) || event.altKey) return;
      if (mod) {
        const key = event.key.toLowerCase();
        if (key !== 'z' && !(key === 'y' && !event.shiftKey)) return;
        event.preventDefault();
        return void (key === 'y' || event.shiftKey ? redo() : undo());
      }
      if (event.key === '/') { event.preventDefault(); return focusSearch(); }
      if (event.key === '?') { event.preventDefault(); return openFrameDialog('shortcuts'); }
    };
    document.addEventListener('keydown', onKey);
    const stop = onMenu((command) => {
      switch (command) {
        case 'go-home': return go({ page: 'home' });
        case 'go-explore': return go({ page: 'explore' });
        case 'go-compare': return go({ page: 'compare' });
        case 'go-students': return go({ page: 'students' });
        case 'go-data': return go({ page: 'data' });
        case 'go-settings': return go({ page: 'settings' });
        case 'focus-search': return focusSearch();
        case 'go-back': return goBack();
        case 'go-forward': return goForward();
        // A Mac's menu hears Command-Z before a text field does.
        case 'undo': return void (isTyping(document.activeElement) ? document.execCommand('undo') : undo());
        case 'redo': return void (isTyping(document.activeElement) ? document.execCommand('redo') : redo());
        case 'lock': return void lockVault();
        case 'show-palette': return isCovered() ? undefined : openFrameDialog('palette');
        case 'show-shortcuts': return openFrameDialog('shortcuts');
        case 'toggle-language': return void setSettings({ lang: selectSettings(useApp.getState())?.lang === 'es' ? 'en' : 'es' });
        case 'open-pack': return void openPack();
        // The page that shows paper listens to this itself.
        case 'print': return;
      }
    });
    return () => { document.removeEventListener('keydown', onKey); stop(); };
  }, [search]);
}
