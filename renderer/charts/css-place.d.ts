/** Custom properties that charts hand to their style sheets: places that only data knows. */
import 'react';

declare module 'react' {
  interface CSSProperties {
    /** A place along a strip, percent. */
    '--at'?: string;
    /** Height of a label, pixels. */
    '--top'?: string;
    /** How far a bar reaches, percent. */
    '--reach'?: string;
  }
}
