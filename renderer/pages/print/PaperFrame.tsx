import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import type { Ref } from 'react';
import type { PrintDocument } from '../../../shared/print/model.ts';

/** What a page may do with the paper in the frame. */
export interface Paper {
  /** Opens the printer dialog of the browser on the frame alone. */
  print(): void;
}

/** The print page's own window; it has no type of its own here because it is another entry. */
type PrintWindow = Window & { readonly waymarkPrint?: { show(document: PrintDocument): Promise<unknown> } };

/** Width of the paper in CSS pixels: 8.5 in and 210 mm. */
const WIDTH = { letter: 816, a4: 794 } as const;
const HEIGHT = { letter: 1056, a4: 1123 } as const;

/** Lays the document out in a frame of the print page; resolves with the height it takes. */
async function lay(frame: HTMLIFrameElement, paper: PrintDocument): Promise<number> {
  const inside = frame.contentWindow as PrintWindow | null;
  if (!inside?.waymarkPrint) return 0;
  await inside.waymarkPrint.show(paper);
  const { body } = inside.document;
  // The frame is the sheet itself: no desk around it.
  body.style.padding = '0';
  body.style.background = 'none';
  return body.scrollHeight;
}

interface Props {
  readonly document: PrintDocument;
  readonly title: string;
  readonly ref?: Ref<Paper>;
  /** Called when the document lies in the frame. */
  readonly onLaid?: () => void;
}

/** The real print page in a frame of this origin, made smaller where there is no room. What is seen is what is printed. */
export function PaperFrame({ document: paper, title, ref, onLaid }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const [loaded, setLoaded] = useState(false);
  const [height, setHeight] = useState<number>(HEIGHT[paper.paper]);
  const [room, setRoom] = useState<number>(WIDTH[paper.paper]);
  const laid = useRef(onLaid);
  useLayoutEffect(() => { laid.current = onLaid; });
  useImperativeHandle(ref, () => ({ print: () => frame.current?.contentWindow?.print() }), []);
  useLayoutEffect(() => {
    const at = place.current;
    if (!at) return;
    const watch = new ResizeObserver(() => setRoom(at.clientWidth));
    watch.observe(at);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    const at = frame.current;
    if (!at || !loaded) return;
    let live = true;
    void lay(at, paper).then((found) => {
      if (!live) return;
      setHeight(Math.max(found, HEIGHT[paper.paper]));
      laid.current?.();
    });
    return () => { live = false; };
  }, [paper, loaded]);
  const width = WIDTH[paper.paper];
  const scale = Math.min(1, room / width);
  return (
    <div ref={place} className="paper-place" style={{ height: Math.ceil(height * scale) }}>
      <iframe
        ref={frame} className="paper-frame" src="print.html" title={title} onLoad={() => setLoaded(true)}
        style={{ width, height, transform: scale < 1 ? `scale(${scale})` : 'none' }}
      />
    </div>
  );
}
