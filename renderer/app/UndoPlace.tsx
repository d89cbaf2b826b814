import { Button } from '../components/Button.tsx';
import { Icon } from '../components/Icon.tsx';
import { ErrorState } from '../components/States.tsx';
import { useT } from '../components/translator-context.tsx';
import { hasMessage } from '../../shared/i18n/translator.ts';
import type { Translator } from '../../shared/i18n/translator.ts';
import { selectVault, useApp } from '../stores/app.ts';
import { redo, undo, useUndo } from '../stores/undo.ts';

/** What an operation on student records is called; one without a name of its own is just "change". */
export function operationName(operation: string, t: Translator): string {
  const key = `op.${operation}`;
  return hasMessage(key) ? t.t(key) : operation;
}

/** The place of undo: always here while student records are open, never a note that goes away. */
export function UndoPlace() {
  const t = useT();
  const isOpen = useApp((state) => selectVault(state) === 'unlocked');
  const state = useUndo();
  if (!isOpen) return null;
  const said = state.last === null ? '' : t.t(state.last.what === 'undone' ? 'app.undone' : 'app.redone', { operation: operationName(state.last.operation, t) });
  return (
    <div className="undo" role="group" aria-label={t.t('app.undo.group')}>
      <div className="undo-buttons">
        <Button look="quiet" size="small" isDisabled={state.undo === null || state.busy} onPress={() => void undo()} {...(state.undo === null ? {} : { label: t.t('app.undo.what', { operation: operationName(state.undo, t) }) })}><Icon name="undo" />{t.t('app.undo')}</Button>
        <Button look="quiet" size="small" isDisabled={state.redo === null || state.busy} onPress={() => void redo()} {...(state.redo === null ? {} : { label: t.t('app.redo.what', { operation: operationName(state.redo, t) }) })}><Icon name="redo" />{t.t('app.redo')}</Button>
      </div>
      <p className="undo-said" role="status">{said !== '' ? said : state.undo === null ? '' : operationName(state.undo, t)}</p>
      {state.failure ? <ErrorState failure={state.failure} size="line" /> : null}
    </div>
  );
}
