import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import './button.css';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  /** Primary is what a screen or a card is for; quiet inside lines and panels. */
  readonly look?: ButtonLook;
  readonly size?: 'normal' | 'small';
  readonly type?: 'button' | 'submit';
  readonly isDisabled?: boolean;
  /** Something is under way: cannot be pressed, keeps its focus, and says so. */
  readonly isPending?: boolean;
  /** Only where the words on it do not say enough by themselves. */
  readonly label?: string;
  readonly describedBy?: string;
  readonly isExpanded?: boolean;
  readonly id?: string;
  readonly className?: string;
}

/** Does something. What goes somewhere is a link. */
export function Button({ look = 'secondary', size = 'normal', type = 'button', label, describedBy, isExpanded, className, children, onPress, isDisabled, isPending, id }: ButtonProps) {
  return (
    <AriaButton
      className={`button button-${look} button-${size}${className ? ` ${className}` : ''}`} type={type}
      {...(id === undefined ? {} : { id })} {...(label === undefined ? {} : { 'aria-label': label })}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })} {...(isExpanded === undefined ? {} : { 'aria-expanded': isExpanded })}
      {...(onPress ? { onPress } : {})} isDisabled={isDisabled ?? false} isPending={isPending ?? false}
    >
      {children}
    </AriaButton>
  );
}
