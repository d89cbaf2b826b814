import { Button } from './Button.tsx';
import type { ButtonProps } from './Button.tsx';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'label'> {
  readonly icon: IconName;
  /** What it does, in words; a picture alone says nothing to many. */
  readonly label: string;
}

/** A button that shows only a picture. Use it where the same words would repeat on every line. */
export function IconButton({ icon, look = 'quiet', className, ...rest }: IconButtonProps) {
  return <Button {...rest} look={look} className={`icon-button${className ? ` ${className}` : ''}`}><Icon name={icon} /></Button>;
}
