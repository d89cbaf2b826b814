import { onChanged, selectAreaId, selectSettings, useApp } from './app.ts';

/** Calls `ask` whenever that changes on which every reference figure depends: the area, the language, or the edition. */
export function onReferenceContext(ask: () => void): void {
  useApp.subscribe((state, before) => {
    if (selectAreaId(state) !== selectAreaId(before) || selectSettings(state)?.lang !== selectSettings(before)?.lang) ask();
  });
  onChanged((kinds) => { if (kinds.includes('reference')) ask(); });
}
