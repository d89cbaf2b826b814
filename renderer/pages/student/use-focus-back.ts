import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/**
 * For a form that goes away when it is done: the keyboard goes on at the line it was in, or at the
 * button of its panel that adds (`add-button`), instead of starting over at the top of the page.
 */
export function useFocusBack(): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const line = form.current?.closest('li');
    const panel = form.current?.closest('section');
    return () => {
      // After the page has drawn what takes the form's place.
      window.setTimeout(() => {
        const back = line?.isConnected === true ? line.querySelector<HTMLElement>('.line-edit') : null;
        if (document.activeElement === document.body) (back ?? panel?.querySelector<HTMLElement>('.add-button'))?.focus();
      });
    };
  }, []);
  return form;
}
