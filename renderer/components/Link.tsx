import type { ReactNode } from 'react';
import { Link as AriaLink } from 'react-aria-components';
import './link.css';

interface LinkProps {
  readonly children: ReactNode;
  /** Goes to a page of the app; the address bar never changes, so there is no address to give. */
  readonly onPress: () => void;
  readonly isCurrent?: boolean;
  /** Plain: looks like the text around it until one comes near. */
  readonly look?: 'link' | 'plain';
  readonly label?: string;
  readonly className?: string;
}

/** Goes somewhere inside the app. */
export function Link({ children, onPress, isCurrent = false, look = 'link', label, className }: LinkProps) {
  return (
    <AriaLink className={`link link-${look}${className ? ` ${className}` : ''}`} onPress={onPress} {...(isCurrent ? { 'aria-current': 'page' as const } : {})} {...(label === undefined ? {} : { 'aria-label': label })}>
      {children}
    </AriaLink>
  );
}
