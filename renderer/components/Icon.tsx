/** The few pictures there are, drawn on 16 × 16. They never stand for words that are not there as well. */
const PATHS = {
  search: <><circle cx="7" cy="7" r="4.6" /><path d="M10.5 10.5 14.5 14.5" /></>,
  close: <path d="M3.5 3.5 12.5 12.5M12.5 3.5 3.5 12.5" />,
  down: <path d="M3.5 6 8 10.5 12.5 6" />,
  up: <path d="M3.5 10.5 8 6 12.5 10.5" />,
  left: <path d="M10.5 3.5 6 8 10.5 12.5" />,
  right: <path d="M6 3.5 10.5 8 6 12.5" />,
  plus: <path d="M8 3V13M3 8H13" />,
  minus: <path d="M3 8H13" />,
  check: <path d="M3 8.5 6.5 12 13 4.5" />,
  undo: <path d="M6 3.5 2.5 7 6 10.5M3 7H10A3.5 3.5 0 0 1 10 14H7" />,
  redo: <path d="M10 3.5 13.5 7 10 10.5M13 7H6A3.5 3.5 0 0 0 6 14H9" />,
  lock: <><rect x="3" y="7" width="10" height="7" rx="1" /><path d="M5 7V5A3 3 0 0 1 11 5V7" /></>,
  unlock: <><rect x="3" y="7" width="10" height="7" rx="1" /><path d="M5 7V5A3 3 0 0 1 10.6 3.6" /></>,
  more: <><circle cx="3" cy="8" r="0.8" /><circle cx="8" cy="8" r="0.8" /><circle cx="13" cy="8" r="0.8" /></>,
  edit: <path d="M3 13 3.7 10.2 11 3 13 5 5.8 12.3ZM9.5 4.5 11.5 6.5" />,
  remove: <path d="M3 4.5H13M6.5 4.5V3H9.5V4.5M4.5 4.5 5 13H11L11.5 4.5" />,
  print: <><path d="M4.5 6V2.5H11.5V6" /><rect x="2.5" y="6" width="11" height="5" rx="1" /><path d="M4.5 9.5H11.5V13.5H4.5Z" /></>,
  info: <><circle cx="8" cy="8" r="6.2" /><path d="M8 7.2V11.4M8 4.7V5.2" /></>,
  warning: <path d="M8 2 14.5 13.5H1.5ZM8 6.5V9.5M8 11.3V11.8" />,
  open: <path d="M9 2.5H13.5V7M13.5 2.5 7.5 8.5M11.5 9.5V13.5H2.5V4.5H6.5" />,
} as const;
export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round">
      {PATHS[name]}
    </svg>
  );
}
