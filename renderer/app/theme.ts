/** Puts a theme in force on <html>; 'system' follows what the computer prefers, also when that changes. */
import type { Settings } from '../../shared/contract/app.ts';

const DARK = window.matchMedia('(prefers-color-scheme: dark)');
const CONTRAST = window.matchMedia('(prefers-contrast: more)');
let chosen: Settings['theme'] = 'system';

function apply(): void {
  document.documentElement.dataset['theme'] = chosen !== 'system' ? chosen : CONTRAST.matches ? 'contrast' : DARK.matches ? 'dark' : 'light';
}
for (const query of [DARK, CONTRAST]) query.addEventListener('change', apply);

export function showTheme(theme: Settings['theme']): void {
  chosen = theme;
  apply();
}
