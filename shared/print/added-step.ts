/** A credential as a new step of a plan that is there already. */
import type { CredentialFacts } from '../domain/facts.ts';
import type { OverlayEntry } from '../domain/overlay/entry.ts';
import { trainingTime } from '../domain/money/time.ts';
import { addMonths, monthOf } from '../kernel/plain-date.ts';
import type { IsoDay, IsoMonth } from '../kernel/plain-date.ts';
import type { Translator } from '../i18n/translator.ts';
import { ended, sentences, timeWords } from './format.ts';
import type { PaperStep } from './inputs.ts';
import { ownFor, ownNote } from './own-words.ts';

/** The month after the last dated step that must be done, or after today when that is later. */
function firstFree(steps: readonly Pick<PaperStep, 'endsOn' | 'skippable'>[], today: IsoDay): IsoMonth {
  const last = steps.reduce((latest, { endsOn, skippable }) => (endsOn !== null && !skippable && endsOn > latest ? endsOn : latest), monthOf(today));
  return addMonths(last, 1);
}

/** The step with its dates; a length that is not known leaves the end open and is said. */
export function credentialStep(facts: CredentialFacts, steps: readonly Pick<PaperStep, 'endsOn' | 'skippable'>[], today: IsoDay, t: Translator, own: readonly OverlayEntry[] = []): PaperStep {
  const time = trainingTime(facts.times);
  const startsOn = firstFree(steps, today);
  const fact = facts.times.find((each) => each.kind !== 'experience' && each.low !== null);
  const words = fact ? timeWords(fact, t) : null;
  const age = facts.minAge === null ? '' : t.t('paper.draft.minAge', { age: facts.minAge });
  return {
    kind: 'credential', credentialId: facts.id, title: t.name(facts.shortName).slice(0, 200), startsOn, endsOn: time ? addMonths(startsOn, time.months - 1) : null, skippable: false, done: false,
    note: sentences([words === null ? t.t('paper.draft.timeUnknown') : ended(words), age, ownNote(ownFor(own, facts.id), today, t)]).slice(0, 500),
  };
}
