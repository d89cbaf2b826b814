import { useRef, useState } from 'react';
import { Button, Collection, ComboBox as AriaComboBox, FieldError, Header, Input, Label, ListBox, ListBoxItem, ListBoxSection, Popover, Text } from 'react-aria-components';
import { Icon } from './Icon.tsx';
import { narrowGroups } from './narrow-groups.ts';
import type { ComboGroup } from './narrow-groups.ts';
import { useT } from './translator-context.tsx';
import './field.css';
import './list-box.css';

interface ComboBoxProps {
  readonly label: string;
  readonly groups: readonly ComboGroup[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly error?: string | null;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  readonly hideLabel?: boolean;
}

/** One of very many, found by typing; in groups. The list opens with the focus, but not by itself where the field has it from the start. */
export function ComboBox({ label, groups, value, onChange, hint, placeholder, error, isDisabled, autoFocus, hideLabel }: ComboBoxProps) {
  const t = useT();
  // Null while nobody types: then the field shows what is chosen and the list is whole.
  const [typed, setTyped] = useState<string | null>(null);
  // True after the list was closed while the field keeps the focus: that the field then says again what is chosen is no typing, and must not open the list anew.
  const [isShut, setShut] = useState(false);
  const hasFocus = useRef(false);
  const chosen = groups.flatMap((group) => group.items).find((item) => item.id === value);
  const said = chosen?.inField ?? chosen?.label ?? '';
  const shown = narrowGroups(groups, typed ?? '');
  return (
    <AriaComboBox
      className="field" items={shown} inputValue={typed ?? said} value={value} menuTrigger={isShut ? 'manual' : autoFocus ? 'input' : 'focus'} allowsEmptyCollection
      onInputChange={(text) => { setShut(false); setTyped(text === said ? null : text); }}
      onChange={(id) => { setTyped(null); if (typeof id === 'string' && id !== value) onChange(id); }}
      onOpenChange={(isOpen) => { if (!isOpen) { setTyped(null); setShut(hasFocus.current); } }}
      onFocus={() => { hasFocus.current = true; }} onBlur={() => { hasFocus.current = false; setShut(false); }}
      isDisabled={isDisabled ?? false} isInvalid={Boolean(error)} {...(autoFocus ? { autoFocus } : {})}
    >
      <Label className={hideLabel ? 'only-heard' : 'field-label'}>{label}</Label>
      {hint === undefined ? null : <Text slot="description" className="field-hint">{hint}</Text>}
      <div className="combo-box">
        <Input className="field-box" spellCheck={false} {...(placeholder === undefined ? {} : { placeholder })} onFocus={(event) => event.currentTarget.select()} />
        <Button className="combo-open"><Icon name="down" size={12} /></Button>
      </div>
      {error ? <FieldError className="field-error">{error}</FieldError> : null}
      <Popover className="popover">
        <ListBox<ComboGroup> className="list-box" renderEmptyState={() => <p className="list-nothing">{t.t('form.nothingFits')}</p>}>
          {(group) => (
            <ListBoxSection id={group.id} className="list-section">
              <Header className="list-header">{group.label}</Header>
              <Collection items={group.items}>
                {(item) => <ListBoxItem id={item.id} textValue={item.label} className="list-item">{item.label}{item.note === undefined ? null : <span className="list-note">{item.note}</span>}</ListBoxItem>}
              </Collection>
            </ListBoxSection>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
