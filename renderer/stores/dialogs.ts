/** Dialogs of the frame: at most one is open. */
import { create } from 'zustand';

export type FrameDialog = 'area' | 'shortcuts' | 'palette';
export const useFrameDialog = create<{ readonly open: FrameDialog | null }>(() => ({ open: null }));
export const openFrameDialog = (open: FrameDialog): void => useFrameDialog.setState({ open });
export const closeFrameDialog = (): void => useFrameDialog.setState({ open: null });
