import type { PrintBlock, PrintRow, PrintStrip } from '../../shared/print/model.ts';
import { StripMark } from './StripMark.tsx';
import { VerdictMark } from './VerdictMark.tsx';
import { stripScale } from './strip-scale.ts';
import type { StripScale } from './strip-scale.ts';
import { withCodes } from './with-codes.tsx';

type TableBlock = Extract<PrintBlock, { type: 'table' }>;

/** Size of a strip in its cell, CSS pixels. */
const WIDTH = 200;
const HEIGHT = 22;
const EDGE = 5;
const AXIS = 12;

const stripsOf = (rows: readonly PrintRow[]): PrintStrip[] => rows.flatMap((row) => (row.strip === null ? [] : [row.strip]));

/** Strips stand under one another on one scale, so the good-job line runs through them all. */
function CellStrip({ strip, scale, floor, alt }: { readonly strip: PrintStrip; readonly scale: StripScale; readonly floor: number | null; readonly alt: string }) {
  return (
    <svg className="cell-strip" role="img" aria-label={alt} width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
      {floor === null ? null : <line x1={scale.x(floor)} x2={scale.x(floor)} y1="0" y2={HEIGHT} stroke="#000" strokeWidth="1.3" strokeDasharray="2 2" />}
      <StripMark strip={strip} x={scale.x} y={HEIGHT / 2} />
    </svg>
  );
}

/** The scale over a column of strips: its ends, and the good-job line with its amount. */
function Axis({ scale, floor }: { readonly scale: StripScale; readonly floor: TableBlock['floor'] }) {
  const amount = (value: number): string => `$${Math.round(value / 100) / 10}k`;
  const label = floor === null ? '' : `${floor.label} ${amount(floor.value)}`;
  const half = label.length * 2.9;
  return (
    <svg className="cell-axis" aria-hidden="true" width={WIDTH} height={AXIS * 2} viewBox={`0 0 ${WIDTH} ${AXIS * 2}`} fontSize="10.7">
      {floor === null ? null : <text x={Math.min(Math.max(scale.x(floor.value), half), WIDTH - half)} y={AXIS - 2} textAnchor="middle">{label}</text>}
      <text x="0" y={AXIS * 2 - 2}>{amount(scale.low)}</text>
      <text x={WIDTH} y={AXIS * 2 - 2} textAnchor="end">{amount(scale.high)}</text>
      {floor === null ? null : <line x1={scale.x(floor.value)} x2={scale.x(floor.value)} y1={AXIS + 2} y2={AXIS * 2} stroke="#000" strokeWidth="1.3" strokeDasharray="2 2" />}
    </svg>
  );
}

/** A table of credentials or jobs. With strips it becomes a list of cards in large print: there each cell says its column. */
export function SheetTable({ block }: { readonly block: TableBlock }) {
  const { columns, rows, floor } = block;
  const strips = stripsOf(rows);
  const scale = strips.length === 0 ? null : stripScale(strips, floor?.value ?? null, { left: EDGE, right: WIDTH - EDGE }, 6);
  const axis = scale === null ? null : <Axis scale={scale} floor={floor} />;
  const firstStrip = rows.findIndex((row) => row.strip !== null);
  return (
    <section className="sheet-table" data-strips={scale !== null} data-titled={block.title !== ''}>
      {block.title === '' ? null : <div className="table-title">{block.mark === null ? null : <VerdictMark verdict={block.mark} />}<h2>{block.title}</h2></div>}
      <table>
        <thead>
          <tr>
            {columns.map((column, index) => (column.label === '' ? <td key={index} /> : <th key={index} scope="col" data-kind={column.kind}>{column.label}{column.kind === 'strip' ? axis : null}</th>))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              <th scope="row">
                <span className="row-head">
                  {row.mark === null ? null : <VerdictMark verdict={row.mark} />}
                  <span>{row.head}{row.code === '' ? null : <> <span className="row-code">{row.code}</span></>}</span>
                </span>
                {row.sub === '' ? null : <span className="row-sub" data-marked={row.mark !== null}>{row.sub}</span>}
              </th>
              {row.cells.map((cell, at) => {
                const column = columns[at + 1];
                return (
                  <td key={at} data-kind={column?.kind}>
                    <span className="cell-label">{column?.label} </span>
                    <span className="cell-text">{withCodes(cell)}</span>
                    {column?.kind === 'strip' && row.strip !== null && scale !== null ? (
                      <>
                        {index === firstStrip ? <span className="card-axis">{axis}</span> : null}
                        <CellStrip strip={row.strip} scale={scale} floor={floor?.value ?? null} alt={row.alt} />
                      </>
                    ) : null}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {block.more === '' ? null : <p className="more">{block.more}</p>}
    </section>
  );
}
