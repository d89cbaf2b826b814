import type { PrintDocument } from '../../shared/print/model.ts';
import { PrintBlockView } from './PrintBlockView.tsx';
import { withCodes } from './with-codes.tsx';

type Section = PrintDocument['sections'][number];
/** Sections that span the page, or a run of sections that flows through two columns in reading order. */
interface Group { readonly columns: boolean; readonly sections: Section[] }

function groupsOf(sections: readonly Section[]): Group[] {
  const groups: Group[] = [];
  for (const section of sections) {
    const last = groups.at(-1);
    const columns = section.column !== 'full';
    if (last?.columns === columns) last.sections.push(section);
    else groups.push({ columns, sections: [section] });
  }
  return groups;
}

const Blocks = ({ sections, document }: { readonly sections: readonly Section[]; readonly document: PrintDocument }) =>
  sections.map(({ block }, index) => <PrintBlockView key={index} block={block} large={document.large} full={sections[0]?.column === 'full'} />);

/** One document as paper: heading, then its blocks in reading order. */
export function PrintSheet({ document }: { readonly document: PrintDocument }) {
  return (
    <article className="sheet" data-paper={document.paper} data-kind={document.kind} data-large={document.large} data-density="normal">
      <div className="sheet-inner">
        <header className="top">
          <div className="top-main">
            <div className="heading">
              <h1>{document.heading}</h1>
              {document.notice === null ? null : <p className="notice">{document.notice}</p>}
            </div>
            {document.blankName === null ? null : <p className="blank-name"><span>{document.blankName}</span><span className="rule" /></p>}
            {document.under.map((line, index) => <p key={index} className="quiet">{withCodes(line)}</p>)}
          </div>
          <div className="top-side">
            {document.right.map((line, index) => <p key={index}>{line}</p>)}
          </div>
        </header>
        {groupsOf(document.sections).map((group, index) =>
          group.columns ? (
            <div key={index} className="columns"><Blocks sections={group.sections} document={document} /></div>
          ) : <Blocks key={index} sections={group.sections} document={document} />)}
      </div>
    </article>
  );
}
