import { useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

/**
 * The width of an element's content in whole pixels, followed as it changes; `first` only where nothing is laid out.
 * It is measured before the first paint: an observer alone would let one frame be drawn too wide for a narrow window.
 */
export function useWidth(first: number): { readonly width: number; readonly ref: RefObject<HTMLDivElement | null> } {
  const [width, setWidth] = useState(first);
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    if (element.clientWidth > 0) setWidth(element.clientWidth);
    const observer = new ResizeObserver(([entry]) => { if (entry) setWidth(Math.floor(entry.contentRect.width)); });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { width, ref };
}
