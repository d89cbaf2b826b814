import type { ReactNode } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover, Button as AriaButton } from 'react-aria-components';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';
import './button.css';
import './list-box.css';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly isDanger?: boolean;
  /** Keys that do the same. */
  readonly keys?: string;
}
interface MenuButtonProps {
  /** Words on the button; with `icon` they are only heard. */
  readonly label: string;
  readonly icon?: IconName;
  readonly entries: readonly MenuEntry[];
  readonly onAction: (id: string) => void;
  readonly look?: 'secondary' | 'quiet';
  readonly size?: 'normal' | 'small';
  readonly children?: ReactNode;
}

/** A button that opens a menu of things to do. */
export function MenuButton({ label, icon, entries, onAction, look = 'secondary', size = 'normal', children }: MenuButtonProps) {
  return (
    <MenuTrigger>
      <AriaButton className={`button button-${look} button-${size}${icon ? ' icon-button' : ''}`} {...(icon ? { 'aria-label': label } : {})}>
        {icon ? <Icon name={icon} /> : <>{children ?? label}<Icon name="down" size={12} /></>}
      </AriaButton>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" items={entries} onAction={(id) => onAction(String(id))} aria-label={label}>
          {(entry) => (
            <MenuItem id={entry.id} textValue={entry.label} isDisabled={entry.isDisabled ?? false} className={`list-item${entry.isDanger ? ' is-danger' : ''}`}>
              {entry.label}{entry.keys === undefined ? null : <kbd className="kbd">{entry.keys}</kbd>}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
