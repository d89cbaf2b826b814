import { DEFAULT_RUBRIC } from '../../shared/domain/value/default-rubric.ts';
import { onChanged, selectAreaId, selectSettings, useApp } from './app.ts';

/** Calls `ask` whenever that changes on which every reference figure depends: the area, the language, the rubric, or the edition. */
export function onReferenceContext(ask: () => void): void {
  useApp.subscribe((state, before) => {
    if (selectAreaId(state) !== selectAreaId(before) || selectSettings(state)?.lang !== selectSettings(before)?.lang) ask();
  });
  // A rubric counts once the service has it: what is asked sooner would be judged by the one before.
  const rubricNow = (): string => selectSettings(useApp.getState())?.rubric ?? DEFAULT_RUBRIC;
  let judgedBy = rubricNow();
  onChanged((kinds) => {
    const rubric = rubricNow();
    if (kinds.includes('reference') || (kinds.includes('settings') && rubric !== judgedBy)) ask();
    judgedBy = rubric;
  });
}
