import type { PrintStrip } from '../../shared/print/model.ts';

/** Whisker p10 to p90, box p25 to p75, tick at the middle, around the line `y`; hollow and dashed for what others are compared with. */
export function StripMark({ strip, x, y }: { readonly strip: PrintStrip; readonly x: (value: number) => number; readonly y: number }) {
  const dash = strip.hollow ? '3 2' : undefined;
  const { p10, p25, p50, p75, p90 } = strip;
  return (
    <>
      {p10 === null || p90 === null ? null : <line x1={x(p10)} x2={x(p90)} y1={y} y2={y} stroke="#000" strokeWidth="1.2" strokeDasharray={dash} />}
      {p25 === null || p75 === null ? null : (
        <rect x={x(p25)} y={y - 7} width={Math.max(2, x(p75) - x(p25))} height="14" fill={strip.hollow ? '#fff' : '#000'} stroke="#000" strokeWidth="1.2" strokeDasharray={dash} />
      )}
      <line x1={x(p50)} x2={x(p50)} y1={y - 9} y2={y + 9} stroke="#fff" strokeWidth={strip.hollow ? 0 : 5} />
      <line x1={x(p50)} x2={x(p50)} y1={y - 9} y2={y + 9} stroke="#000" strokeWidth="2" />
    </>
  );
}
