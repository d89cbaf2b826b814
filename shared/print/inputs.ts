/** What the builders are told. Each is a part of what the vault and the reference hold: a whole plan, student or setting fits. */
import type { Figure, Localized, PayFacts, Payer, UnknownWord } from '../domain/facts.ts';
import type { IsoDay, IsoMonth } from '../kernel/plain-date.ts';

export interface PaperSettings {
  readonly profile: 'school' | 'career-center';
  readonly schoolName: string;
  readonly counselorName: string;
  readonly counselorPhone: string;
  readonly paper: 'letter' | 'a4';
}

/** The edition of the reference data; `dataChecked` is `YYYY-MM` or `YYYY-MM-DD`. */
export interface PaperEdition {
  readonly edition: string;
  readonly dataChecked: string;
}

/** A ledger row, as far as paper needs it: a fact of type `not-checked` is never stated. */
export interface PaperEvidence {
  readonly id: string;
  readonly publisher: string;
  readonly type: string;
  /** The credential the row is about and which of its facts, where the ledger says it. */
  readonly subject?: string;
  readonly fact?: string;
}

export interface PaperSource {
  readonly publisher: string;
  readonly title: string;
  readonly vintage: string;
}

/** A credential by name, for labels and for the line of codes. */
export interface PaperCredential {
  readonly id: string;
  readonly code: string;
  readonly shortName: Localized;
}

export interface PaperStudent {
  readonly name: string;
  readonly grade: number | null;
  readonly graduates: IsoMonth | null;
  readonly birthMonth: IsoMonth | null;
  readonly studentNumber: string;
}

export interface PaperPay {
  readonly credentialId: string;
  readonly soc: string;
  readonly title: Localized;
  readonly pay: PayFacts;
}

export interface PaperStep {
  /** Named by the costs of the step. */
  readonly id?: string;
  readonly kind: 'high-school' | 'credential' | 'work' | 'other';
  readonly credentialId: string | null;
  readonly title: string;
  readonly startsOn: IsoMonth | null;
  readonly endsOn: IsoMonth | null;
  readonly skippable: boolean;
  readonly done: boolean;
  readonly note: string;
}

export interface PaperCost {
  /** The step it belongs to: costs of several steps are printed under the names of the steps. */
  readonly stepId?: string | null;
  readonly label: string;
  readonly lowCents: number | null;
  readonly highCents: number | null;
  readonly atLeast: boolean;
  readonly unknown: UnknownWord | null;
  readonly priceYear: number | null;
  readonly payers: readonly Payer[];
  readonly askWhom: string;
  readonly phone: string;
  readonly evidence: string | null;
}

export interface PaperAction {
  readonly text: string;
  readonly who: string;
  readonly phone: string;
  readonly dueOn: IsoDay | null;
  readonly done: boolean;
}

export interface PaperCheck {
  readonly label: string;
  readonly answer: 'yes' | 'ask';
  readonly done: boolean;
  readonly evidence: string | null;
}

/** Figures as they were when the plan was made. */
export interface PaperFigures {
  readonly pays: readonly PaperPay[];
  readonly baseline: PayFacts | null;
  readonly floor: Figure | null;
  readonly sources: readonly PaperSource[];
}

export interface PaperPlan {
  readonly goal: string;
  readonly planB: string;
  readonly meetingOn: IsoDay | null;
  readonly talkedOn: IsoDay;
  /** What is done while still in high school, in the words of the people who made the plan. */
  readonly highSchool: string;
  readonly steps: readonly PaperStep[];
  readonly costs: readonly PaperCost[];
  readonly actions: readonly PaperAction[];
  readonly checks: readonly PaperCheck[];
}

export interface PaperOptions {
  readonly today: IsoDay;
  readonly large: boolean;
  /** The school's own number of the student; off unless asked for. */
  readonly studentNumber?: boolean;
}

/** The break-even, when a caller has computed it: the year, and how many in 10 finish when that is known. */
export interface BreakEven {
  readonly year: number;
  readonly finishInTen: number | null;
}
