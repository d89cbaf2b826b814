import { useState } from 'react';
import { Icon } from '../../components/Icon.tsx';
import { useT } from '../../components/translator-context.tsx';
import { PassphraseField, useShown } from './PassphraseField.tsx';
import { PASSPHRASE_MINIMUM } from './passphrase-minimum.ts';

export interface NewPassphraseDraft {
  readonly first: string;
  readonly again: string;
  readonly set: (change: Partial<Pick<NewPassphraseDraft, 'first' | 'again'>>) => void;
  /** Long enough and typed the same twice; whether it is too common only the service knows. */
  readonly isGood: boolean;
}

export function useNewPassphrase(): NewPassphraseDraft {
  const [typed, setTyped] = useState({ first: '', again: '' });
  return {
    ...typed, set: (change) => setTyped((before) => ({ ...before, ...change })),
    isGood: [...typed.first].length >= PASSPHRASE_MINIMUM && typed.first === typed.again,
  };
}

const Rule = ({ ok, children }: { readonly ok: boolean; readonly children: React.ReactNode }) => (
  <li className={ok ? 'rule-met' : 'rule-open'}><Icon name={ok ? 'check' : 'minus'} size={13} /><span>{children}</span></li>
);

interface Props {
  readonly draft: NewPassphraseDraft;
  readonly error: string | null;
  readonly autoFocus?: boolean;
  /** Given where a box of the form shows all its fields. */
  readonly shown?: boolean;
}

/** A new passphrase, twice, with the rule in words and how far it is met. */
export function NewPassphrase({ draft, error, autoFocus, shown: isShown }: Props) {
  const t = useT();
  const own = useShown();
  const shown = isShown ?? own.shown;
  const left = PASSPHRASE_MINIMUM - [...draft.first].length;
  return (
    <>
      <PassphraseField
        label={t.t('vault.passphrase.new')} hint={t.t('vault.passphrase.rule', { minimum: PASSPHRASE_MINIMUM })} error={error}
        value={draft.first} onChange={(first) => draft.set({ first })} shown={shown} {...(autoFocus ? { autoFocus } : {})}
      />
      <PassphraseField label={t.t('vault.passphrase.again')} value={draft.again} onChange={(again) => draft.set({ again })} shown={shown} />
      <ul className="rules" aria-live="polite">
        <Rule ok={left <= 0}>{left > 0 ? t.t('vault.passphrase.short', { left }) : t.t('vault.passphrase.long')}</Rule>
        <Rule ok={draft.first !== '' && draft.first === draft.again}>{draft.first === draft.again && draft.first !== '' ? t.t('vault.passphrase.same') : t.t('vault.passphrase.differ')}</Rule>
      </ul>
      {isShown === undefined ? own.box : null}
    </>
  );
}
