import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import { Icon } from './Icon.tsx';
import './field.css';

interface CheckboxProps {
  readonly children: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly hint?: string;
  readonly isDisabled?: boolean;
  readonly className?: string;
}

/** Yes or no, at once. */
export function Checkbox({ children, isSelected, onChange, hint, isDisabled, className }: CheckboxProps) {
  return (
    <AriaCheckbox className={`choice${className ? ` ${className}` : ''}`} isSelected={isSelected} onChange={onChange} isDisabled={isDisabled ?? false}>
      <span className="choice-box" aria-hidden="true">{isSelected ? <Icon name="check" size={13} /> : null}</span>
      <span className="choice-text">{children}{hint === undefined ? null : <span className="choice-hint">{hint}</span>}</span>
    </AriaCheckbox>
  );
}
