import { useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import type { CredentialRow } from '../../../shared/contract/schemas.ts';
import { Icon } from '../../components/Icon.tsx';
import { useT } from '../../components/translator-context.tsx';
import { foundRows, pickByText, useCredentialPicker } from '../../stores/credential-picker.ts';
import { useShallow } from 'zustand/react/shallow';
import '../../components/field.css';
import '../../components/list-box.css';
import './student.css';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly onPick: (row: CredentialRow) => void;
  /** Credentials that are there already are not offered again. */
  readonly without?: readonly string[];
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  /** Text that names no credential of the list; given where free text is taken. */
  readonly text?: string;
  readonly onText?: (text: string) => void;
}

/** Finds one credential by typing. The list comes from the same search as everywhere. */
export function CredentialSearch({ label, hint, onPick, without = [], isDisabled = false, autoFocus = false, text, onText }: Props) {
  const t = useT();
  const typed = useCredentialPicker((picker) => picker.text);
  const rows = useCredentialPicker(useShallow(foundRows)).filter((row) => !without.includes(row.id));
  const isFree = onText !== undefined;
  // After each choice the field starts afresh: closed, empty, and still under the keyboard.
  const [picked, setPicked] = useState(0);
  return (
    <ComboBox
      key={picked} className="field credential-search" items={rows} inputValue={isFree ? (text ?? '') : typed} value={null} menuTrigger="input" allowsEmptyCollection={!isFree} allowsCustomValue={isFree}
      onInputChange={(next) => { onText?.(next); pickByText(next); }}
      onOpenChange={(open) => { if (open) pickByText(isFree ? (text ?? '') : typed); }}
      onChange={(id) => {
        const row = rows.find((each) => each.id === id);
        if (!row) return;
        onPick(row);
        if (!isFree) pickByText('');
        setPicked((times) => times + 1);
      }}
      isDisabled={isDisabled}
    >
      <Label className="field-label">{label}</Label>
      {hint === undefined ? null : <Text slot="description" className="field-hint">{hint}</Text>}
      <div className="search-box">
        <Icon name="search" size={15} />
        <Input className="field-box" spellCheck={false} autoComplete="off" maxLength={200} placeholder={t.t('picker.hint')} {...(autoFocus || picked > 0 ? { autoFocus: true } : {})} />
      </div>
      <Popover className="popover">
        <ListBox<CredentialRow> className="list-box" renderEmptyState={() => <p className="list-nothing">{t.t('picker.nothing')}</p>}>
          {(row) => (
            <ListBoxItem id={row.id} textValue={t.name(row.name)} className="list-item">
              <span>{t.name(row.name)}</span><span className="list-note">{t.t(`kind.${row.kind}`)}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
