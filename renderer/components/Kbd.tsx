import './sheet.css';

/** A key, as it stands on the keyboard. */
export const Kbd = ({ children }: { readonly children: string }) => <kbd className="kbd">{children}</kbd>;
