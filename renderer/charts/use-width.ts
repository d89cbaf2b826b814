import { useCallback, useState } from 'react';

/** The width of an element in whole pixels, followed as it changes; `first` until it is known. */
export function useWidth(first: number): { readonly width: number; readonly ref: (element: Element | null) => (() => void) | undefined } {
  const [width, setWidth] = useState(first);
  const ref = useCallback((element: Element | null) => {
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => { if (entry) setWidth(Math.floor(entry.contentRect.width)); });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { width, ref };
}
