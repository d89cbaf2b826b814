import type { ReactNode } from 'react';
import { Button } from '../../components/Button.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { useT } from '../../components/translator-context.tsx';

interface Props {
  /** What the line is called, for the buttons. */
  readonly name: string;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onRemove: () => void;
  /** What is there before the buttons. */
  readonly children: ReactNode;
  /** The fields, when it is open; each saves by itself. */
  readonly form: () => ReactNode;
}

/** One thing of a plan: how it reads, and below it the fields to change it. */
export function EditLine({ name, isOpen, onOpen, onRemove, children, form }: Props) {
  const t = useT();
  return (
    <>
      <div className="edit-line">
        {children}
        <span className="line-acts">
          {isOpen ? <Button size="small" label={t.t('plan.closeOf', { what: name })} onPress={() => onOpen(false)} isExpanded>{t.t('plan.close')}</Button>
            : <IconButton icon="edit" label={t.t('plan.editOf', { what: name })} onPress={() => onOpen(true)} isExpanded={false} />}
          <IconButton icon="remove" label={t.t('plan.removeOf', { what: name })} onPress={onRemove} />
        </span>
      </div>
      {isOpen ? <div className="edit-form">{form()}</div> : null}
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

/** The same fields for something new: nothing is stored before it is added. */
export function AddForm({ label, isReady, onAdd, onCancel, children }: AddFormProps) {
  const t = useT();
  return (
    <form className="edit-form" aria-label={label} onSubmit={(event) => { event.preventDefault(); if (isReady) onAdd(); }}>
      {children}
      <div className="form-foot">
        <Button onPress={onCancel}>{t.t('app.cancel')}</Button>
        <Button type="submit" look="primary" isDisabled={!isReady}>{t.t('plan.add')}</Button>
      </div>
    </form>
  );
}
