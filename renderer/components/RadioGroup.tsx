import { Label, Radio, RadioGroup as AriaRadioGroup, Text } from 'react-aria-components';
import './field.css';

export interface Option<V extends string> {
  readonly id: V;
  readonly label: string;
  readonly hint?: string;
}
interface RadioGroupProps<V extends string> {
  readonly label: string;
  readonly options: readonly Option<V>[];
  readonly value: V | null;
  readonly onChange: (value: V) => void;
  readonly hint?: string;
  readonly isDisabled?: boolean;
  readonly hideLabel?: boolean;
}

/** One of a few, each with room for a hint. */
export function RadioGroup<V extends string>({ label, options, value, onChange, hint, isDisabled, hideLabel }: RadioGroupProps<V>) {
  return (
    <AriaRadioGroup className="field" value={value} onChange={(id) => onChange(id as V)} isDisabled={isDisabled ?? false}>
      <Label className={hideLabel ? 'only-heard' : 'field-label'}>{label}</Label>
      {hint === undefined ? null : <Text slot="description" className="field-hint">{hint}</Text>}
      <div className="choices">
        {options.map((option) => (
          <Radio key={option.id} value={option.id} className="choice">
            <span className="choice-box choice-round" aria-hidden="true" />
            <span>{option.label}{option.hint === undefined ? null : <span className="choice-hint">{option.hint}</span>}</span>
          </Radio>
        ))}
      </div>
    </AriaRadioGroup>
  );
}

/** One of two to four short words, side by side. */
export function Segmented<V extends string>({ label, options, value, onChange, hint, isDisabled, hideLabel }: RadioGroupProps<V>) {
  return (
    <AriaRadioGroup className="field" orientation="horizontal" value={value} onChange={(id) => onChange(id as V)} isDisabled={isDisabled ?? false}>
      <Label className={hideLabel ? 'only-heard' : 'field-label'}>{label}</Label>
      {hint === undefined ? null : <Text slot="description" className="field-hint">{hint}</Text>}
      <div className="segments">
        {options.map((option) => <Radio key={option.id} value={option.id} className="segment">{option.label}</Radio>)}
      </div>
    </AriaRadioGroup>
  );
}
