import { Button, FieldError, Label, ListBox, ListBoxItem, Popover, Select, SelectValue, Text } from 'react-aria-components';
import { Icon } from './Icon.tsx';
import type { Option } from './RadioGroup.tsx';
import './field.css';
import './list-box.css';

interface SelectFieldProps<V extends string> {
  readonly label: string;
  readonly options: readonly Option<V>[];
  readonly value: V | null;
  readonly onChange: (value: V) => void;
  readonly hint?: string;
  readonly error?: string | null;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  readonly layout?: 'stacked' | 'inline';
  readonly hideLabel?: boolean;
  readonly size?: 'normal' | 'small';
}

/** One of several that are too many to show at once. */
export function SelectField<V extends string>({ label, options, value, onChange, hint, error, placeholder, isDisabled, layout = 'stacked', hideLabel, size = 'normal' }: SelectFieldProps<V>) {
  return (
    <Select
      className={`field${layout === 'inline' ? ' field-inline' : ''}`} value={value} onChange={(id) => { if (typeof id === 'string') onChange(id as V); }}
      isDisabled={isDisabled ?? false} isInvalid={Boolean(error)} {...(placeholder === undefined ? {} : { placeholder })}
    >
      <Label className={hideLabel ? 'only-heard' : 'field-label'}>{label}</Label>
      {hint === undefined ? null : <Text slot="description" className="field-hint">{hint}</Text>}
      <Button className={`field-box select-button${size === 'small' ? ' select-small' : ''}`}><SelectValue className="select-value" /><Icon name="down" size={12} /></Button>
      {error ? <FieldError className="field-error">{error}</FieldError> : null}
      <Popover className="popover">
        <ListBox className="list-box" items={options}>
          {(option) => <ListBoxItem id={option.id} textValue={option.label} className="list-item">{option.label}{option.hint === undefined ? null : <span className="list-note">{option.hint}</span>}</ListBoxItem>}
        </ListBox>
      </Popover>
    </Select>
  );
}
