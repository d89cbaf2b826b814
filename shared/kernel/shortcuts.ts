/**
 * Keys of the commands, in Electron's notation (`CmdOrCtrl` is Command on a Mac, Control
 * elsewhere). The native menu takes them as they are; the page shows and hears the same ones.
 * None is a key that a screen reader or a text field needs.
 */
export const SHORTCUTS = {
  'go-home': 'CmdOrCtrl+1',
  'go-explore': 'CmdOrCtrl+2',
  'go-compare': 'CmdOrCtrl+3',
  'go-students': 'CmdOrCtrl+4',
  'go-data': 'CmdOrCtrl+5',
  'go-settings': 'CmdOrCtrl+,',
  'focus-search': 'CmdOrCtrl+K',
  'go-back': 'Alt+Left',
  'go-forward': 'Alt+Right',
  undo: 'CmdOrCtrl+Z',
  redo: 'CmdOrCtrl+Shift+Z',
  print: 'CmdOrCtrl+P',
  lock: 'CmdOrCtrl+Shift+L',
  'toggle-language': 'CmdOrCtrl+Shift+E',
  'show-shortcuts': 'F1',
} as const;
