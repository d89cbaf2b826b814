import { useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent, RefObject } from 'react';

export interface Reorder {
  /** Ids in the order in which they are shown: while one is dragged, as it would be. */
  readonly order: readonly string[];
  readonly dragged: string | null;
  readonly handle: (id: string) => {
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onPointerDown: (event: PointerEvent) => void;
  };
}

const moved = (ids: readonly string[], id: string, to: number): string[] => {
  const others = ids.filter((each) => each !== id);
  others.splice(to, 0, id);
  return others;
};

/** Where in the list the pointer is: how many of the other lines lie above it by half or more. */
function placeAt(list: HTMLElement, id: string, y: number): number {
  return [...list.children].filter((line): line is HTMLElement => line instanceof HTMLElement && line.dataset['id'] !== id)
    .filter((line) => { const { top, height } = line.getBoundingClientRect(); return y > top + height / 2; }).length;
}

/**
 * Moves a line by its handle: the arrow keys move it at once, the pointer shows the new order while
 * it is held and moves it where it is let go; Escape leaves it where it was. `list` is the element
 * whose children are the lines, each with its id as `data-id`.
 */
export function useReorder(ids: readonly string[], list: RefObject<HTMLElement | null>, onMove: (id: string, position: number) => void): Reorder {
  const [drag, setDrag] = useState<{ readonly id: string; readonly to: number } | null>(null);
  const stop = useRef<() => void>(() => undefined);
  const onPointerDown = (id: string) => (event: PointerEvent): void => {
    const at = list.current;
    if (event.button !== 0 || !at) return;
    event.preventDefault();
    stop.current();
    let to = ids.indexOf(id);
    setDrag({ id, to });
    // Listened to on the window: the line under the pointer is moved in the page, which would lose its own events.
    const move = (next: globalThis.PointerEvent): void => {
      to = placeAt(at, id, next.clientY);
      setDrag({ id, to });
    };
    const end = (keep: boolean): void => {
      stop.current();
      setDrag(null);
      if (keep && to !== ids.indexOf(id)) onMove(id, to);
    };
    const up = (): void => end(true);
    const cancel = (): void => end(false);
    const key = (next: globalThis.KeyboardEvent): void => { if (next.key === 'Escape') end(false); };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', cancel);
    window.addEventListener('keydown', key);
    stop.current = () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', cancel);
      window.removeEventListener('keydown', key);
      stop.current = () => undefined;
    };
  };
  const onKeyDown = (id: string) => (event: KeyboardEvent): void => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const to = ids.indexOf(id) + by;
    if (to >= 0 && to < ids.length) onMove(id, to);
  };
  return {
    order: drag ? moved(ids, drag.id, drag.to) : ids, dragged: drag?.id ?? null,
    handle: (id) => ({ onKeyDown: onKeyDown(id), onPointerDown: onPointerDown(id) }),
  };
}
