import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../../components/Button.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { useT } from '../../components/translator-context.tsx';
import { useNavigation } from '../../stores/navigation.ts';
import { useFocusBack } from '../student/use-focus-back.ts';

interface Props {
  /** What the line is called, for the buttons. */
  readonly name: string;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onRemove: () => void;
  /** What is there before the button. */
  readonly children: ReactNode;
  /** The fields, when it is open; each saves by itself. */
  readonly form: () => ReactNode;
  readonly after?: ReactNode;
}

/** One thing of a plan: how it reads, and below it the fields to change it. The keyboard stays at the line when they close. */
export function EditLine({ name, isOpen, onOpen, onRemove, children, form, after }: Props) {
  const t = useT();
  const line = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen) line.current?.querySelector<HTMLElement>('.line-edit')?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const remove = (): void => {
    const at = line.current?.closest('li');
    const neighbor = at?.nextElementSibling ?? at?.previousElementSibling;
    wasOpen.current = false;
    (neighbor?.querySelector<HTMLElement>('.line-edit') ?? at?.closest('section')?.querySelector<HTMLElement>('button'))?.focus();
    onRemove();
  };
  return (
    <>
      <div ref={line} className="edit-line">
        {children}
        <IconButton icon="edit" className="line-edit" label={t.t('plan.editOf', { what: name })} onPress={() => onOpen(!isOpen)} isExpanded={isOpen} />
        {after}
      </div>
      {isOpen ? (
        <div className="edit-form" role="group" aria-label={t.t('plan.editOf', { what: name })} onKeyDown={(event) => { if (event.key === 'Escape' && !event.defaultPrevented) onOpen(false); }}>
          {form()}
          <div className="form-foot">
            <Button look="danger" size="small" label={t.t('plan.removeOf', { what: name })} onPress={remove}>{t.t('plan.removePart')}</Button>
            <Button size="small" label={t.t('plan.closeOf', { what: name })} onPress={() => onOpen(false)}>{t.t('plan.close')}</Button>
          </div>
        </div>
      ) : null}
    </>
  );
}

interface AddFormProps {
  readonly label: string;
  readonly isReady: boolean;
  readonly onAdd: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** The same fields for something new. It is stored when it is added, and also when the page is left with enough typed to add it: nothing that was typed is lost. */
export function AddForm({ label, isReady, onAdd, onCancel, children }: AddFormProps) {
  const t = useT();
  const form = useFocusBack();
  const typed = useRef({ isReady, onAdd });
  useEffect(() => { typed.current = { isReady, onAdd }; });
  useEffect(() => {
    const { route } = useNavigation.getState();
    return () => { if (useNavigation.getState().route !== route && typed.current.isReady) typed.current.onAdd(); };
  }, []);
  return (
    <form ref={form} className="edit-form" aria-label={label} onSubmit={(event) => { event.preventDefault(); if (isReady) onAdd(); }} onKeyDown={(event) => { if (event.key === 'Escape' && !event.defaultPrevented) onCancel(); }}>
      {children}
      <div className="form-foot">
        <Button size="small" onPress={onCancel}>{t.t('app.cancel')}</Button>
        <Button size="small" type="submit" look="primary" isDisabled={!isReady}>{t.t('plan.add')}</Button>
      </div>
    </form>
  );
}
