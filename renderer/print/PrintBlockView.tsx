import type { PrintBlock } from '../../shared/print/model.ts';
import { PayStrips } from './PayStrips.tsx';
import { SheetTable } from './SheetTable.tsx';
import { VerdictMark } from './VerdictMark.tsx';
import { boldDollars } from './bold-dollars.tsx';
import { withCodes } from './with-codes.tsx';

type Of<T extends PrintBlock['type']> = Extract<PrintBlock, { type: T }>;

const Title = ({ text }: { readonly text: string }) => (text === '' ? null : <h2>{text}</h2>);
const Blank = ({ label }: { readonly label: string }) => (
  <span className="blank">{label === '' ? null : <span>{label}</span>}<span className="rule" /></span>
);

const Goal = ({ block }: { readonly block: Of<'goal'> }) => (
  <section className="goal">
    <svg aria-hidden="true" width="20" height="29" viewBox="0 0 18 26"><rect x="9.5" width="7" height="14" rx="1" /><rect x="1.5" y="12" width="7" height="14" rx="1" /></svg>
    <p>{block.text}</p>
  </section>
);

const NextThree = ({ block }: { readonly block: Of<'next-three'> }) => (
  <section className="next-three">
    <Title text={block.title} />
    <ol>
      {block.items.map((item, index) => (
        <li key={index}>
          <p className="strong">{`${index + 1} · ${item.title}`}</p>
          <p className="who">
            {item.who === '' ? null : <span>{item.who}</span>}
            {item.blanks.map((label) => <Blank key={label} label={label} />)}
          </p>
          <p className="strong due">{item.due}</p>
        </li>
      ))}
    </ol>
  </section>
);

const Steps = ({ block }: { readonly block: Of<'steps'> }) => (
  <section className="steps">
    <Title text={block.title} />
    <ol>
      {block.items.map((item, index) => (
        <li key={index} data-filled={item.filled}>
          <p><span className="strong">{item.title}</span>{item.aside === '' ? null : <> · {withCodes(item.aside)}</>}</p>
          {item.detail === '' ? null : <p className="quiet">{item.detail}</p>}
        </li>
      ))}
    </ol>
  </section>
);

const Lines = ({ block }: { readonly block: Of<'lines'> }) => (
  <section className="lines">
    <Title text={block.title} />
    <table>
      <tbody>
        {block.rows.map((row, index) => (
          <tr key={index} className={row.label === '' && row.text === '' ? 'group' : undefined}>
            {row.label === '' ? null : <th scope="row">{row.label}</th>}
            <td colSpan={row.label === '' ? 2 : undefined}>
              {row.text === '' ? null : <span>{row.text} </span>}
              {row.strong === '' ? null : <strong>{row.strong}</strong>}
              {row.blanks.length === 0 ? null : <span className="blanks">{row.blanks.map((label, at) => <Blank key={at} label={label} />)}</span>}
              {row.aside === '' ? null : <span className="aside">{row.aside}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    {(block.more?.[0] ?? '') === '' ? null : <p className="more">{withCodes(block.more?.[0] ?? '')}</p>}
  </section>
);

const Pay = ({ block, large, full }: { readonly block: Of<'pay'>; readonly large: boolean; readonly full: boolean }) => (
  <section className="pay">
    <Title text={block.title} />
    {block.paragraphs.map((text, index) => <p key={index}>{boldDollars(text)}</p>)}
    {(large ? [true, false] : [full]).map((wide) => (block.strips.length === 0 ? null : <PayStrips key={String(wide)} strips={block.strips} floor={block.floor} alt={block.alt} large={large} wide={wide} />))}
  </section>
);

const Checks = ({ block, full }: { readonly block: Of<'checks'>; readonly full: boolean }) => (
  <section className={full ? 'checks wide' : 'checks'}>
    <Title text={block.title} />
    <ul>
      {block.items.map((item, index) => (
        <li key={index}>
          <svg aria-hidden="true" width="13" height="13" viewBox="0 0 13 13">
            <rect x="0.75" y="0.75" width="11.5" height="11.5" rx="2" fill="none" stroke="#000" strokeWidth="1.3" />
            {item.done ? <path d="M3 6.8 5.6 9.4 10.2 3.6" fill="none" stroke="#000" strokeWidth="1.7" /> : null}
          </svg>
          <span>{item.text}</span>
        </li>
      ))}
    </ul>
    {(block.more[0] ?? '') === '' ? null : <p className="more">{withCodes(block.more[0] ?? '')}</p>}
  </section>
);

const Verdict = ({ block }: { readonly block: Of<'verdict'> }) => (
  <section className="verdict">
    <div className="verdict-word"><VerdictMark verdict={block.verdict} /><h2>{block.word}</h2></div>
    {block.lines.map((line, index) => <p key={index}><span className="strong">{line.label}: </span>{line.text}</p>)}
  </section>
);

const Signatures = ({ block }: { readonly block: Of<'signatures'> }) => (
  <section className="signatures">
    <p>{block.note}</p>
    <ul data-count={block.lines.length}>{block.lines.map((line, index) => <li key={index}>{line}</li>)}</ul>
  </section>
);

const Code = ({ block }: { readonly block: Of<'code'> }) => (
  <section className="code">
    <h2>{block.label}</h2>
    <p className="groups">{block.groups.map((group, index) => <span key={index}>{index < block.groups.length - 1 ? `${group}-` : group}</span>)}</p>
    <p className="quiet">{block.note}</p>
  </section>
);

const Box = () => (
  <svg aria-hidden="true" width="13" height="13" viewBox="0 0 13 13"><rect x="0.75" y="0.75" width="11.5" height="11.5" rx="2" fill="none" stroke="#000" strokeWidth="1.3" /></svg>
);

const Touched = ({ block }: { readonly block: Of<'touched'> }) => (
  <section className="touched">
    <div className="touched-name"><h2>{block.name}</h2><p>{block.sub}</p></div>
    {block.plans.map((plan, index) => (
      <div key={index} className="touched-plan">
        <p><span className="strong">{plan.goal}</span> <span className="touched-from">{plan.from}</span></p>
        {plan.rows.length === 0 ? null : (
          <table>
            <thead><tr><th scope="col">{block.columns.what}</th><th scope="col">{block.columns.todo}</th></tr></thead>
            <tbody>{plan.rows.map((row, at) => <tr key={at}><td>{row.what}</td><td><span className="touched-do"><Box /><span>{row.todo}</span></span></td></tr>)}</tbody>
          </table>
        )}
        {plan.more === '' ? null : <p className="more">{plan.more}</p>}
      </div>
    ))}
    <p className="touched-notes"><span>{block.notes}</span><span className="rule" /></p>
    <p className="touched-notes" aria-hidden="true"><span className="rule" /></p>
  </section>
);

const Text = ({ block }: { readonly block: Of<'text'> }) => (
  <section className="text">
    <Title text={block.title} />
    {block.paragraphs.map((text, index) => <p key={index}>{withCodes(text)}</p>)}
  </section>
);

/** One block of a document. `full` says that it spans the page. */
export function PrintBlockView({ block, large, full }: { readonly block: PrintBlock; readonly large: boolean; readonly full: boolean }) {
  switch (block.type) {
    case 'goal': return <Goal block={block} />;
    case 'next-three': return <NextThree block={block} />;
    case 'steps': return <Steps block={block} />;
    case 'lines': return <Lines block={block} />;
    case 'pay': return <Pay block={block} large={large} full={full} />;
    case 'checks': return <Checks block={block} full={full} />;
    case 'table': return <SheetTable block={block} />;
    case 'verdict': return <Verdict block={block} />;
    case 'signatures': return <Signatures block={block} />;
    case 'code': return <Code block={block} />;
    case 'touched': return <Touched block={block} />;
    case 'text': return <Text block={block} />;
    case 'sources': return <section className="sources"><p>{block.text}</p></section>;
  }
}
