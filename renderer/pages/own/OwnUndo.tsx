import { useEffect } from 'react';
import { hasMessage } from '../../../shared/i18n/translator.ts';
import type { Translator } from '../../../shared/i18n/translator.ts';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useT } from '../../components/translator-context.tsx';
import { valueOf } from '../../stores/request.ts';
import { stepOwn, useOwn } from '../../stores/own.ts';

const nameOf = (operation: string, t: Translator): string => {
  const key = `op.${operation}`;
  return hasMessage(key) ? t.t(key) : operation;
};

/** The place of undo on this page, by buttons and by the usual keys; they belong to a text while one is typed. */
export function OwnUndo() {
  const t = useT();
  const found = useOwn((state) => valueOf(state.found));
  const last = useOwn((state) => state.last);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const key = event.key.toLowerCase();
      const isText = event.target instanceof HTMLElement && event.target.matches('input:not([type=checkbox]):not([type=radio]), textarea');
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isText || (key !== 'z' && key !== 'y') || document.querySelector('[role=dialog][data-rac]')) return;
      // Before the app's own undo hears it: that one is of student records.
      event.preventDefault();
      void stepOwn(key === 'y' || event.shiftKey ? 'redo' : 'undo');
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
  const { undo, redo } = found ?? { undo: null, redo: null };
  if (undo === null && redo === null && last === null) return null;
  const said = last === null ? '' : t.t(last.what === 'undone' ? 'app.undone' : last.what === 'redone' ? 'app.redone' : 'own.done', { operation: nameOf(last.operation, t) });
  return (
    <div className="own-bar" role="group" aria-label={t.t('own.undo.group')}>
      <Button look="quiet" size="small" isDisabled={undo === null} onPress={() => void stepOwn('undo')} {...(undo === null ? {} : { label: t.t('app.undo.what', { operation: nameOf(undo, t) }) })}><Icon name="undo" />{t.t('app.undo')}</Button>
      <Button look="quiet" size="small" isDisabled={redo === null} onPress={() => void stepOwn('redo')} {...(redo === null ? {} : { label: t.t('app.redo.what', { operation: nameOf(redo, t) }) })}><Icon name="redo" />{t.t('app.redo')}</Button>
      <p className="small quiet" role="status">{said}</p>
    </div>
  );
}
