import type { PrintDocument } from '../../shared/print/model.ts';
import { PrintBlockView } from './PrintBlockView.tsx';

type Section = PrintDocument['sections'][number];
/** Sections that span the page, or a run of `main` and `side` sections that stand beside each other. */
type Group = { readonly columns: false; readonly sections: Section[] } | { readonly columns: true; readonly main: Section[]; readonly side: Section[] };

function groupsOf(sections: readonly Section[]): Group[] {
  const groups: Group[] = [];
  for (const section of sections) {
    const last = groups.at(-1);
    if (section.column === 'full') {
      if (last && !last.columns) last.sections.push(section);
      else groups.push({ columns: false, sections: [section] });
    } else {
      const open = last?.columns ? last : { columns: true as const, main: [], side: [] };
      if (open !== last) groups.push(open);
      open[section.column].push(section);
    }
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
            <h1>{document.heading}</h1>
            {document.blankName === null ? null : <p className="blank-name"><span>{document.blankName}</span><span className="rule" /></p>}
            {document.under.map((line, index) => <p key={index} className="quiet">{line}</p>)}
          </div>
          <div className="top-side">
            {document.right.map((line, index) => <p key={index}>{line}</p>)}
          </div>
        </header>
        {document.notice === null ? null : <p className="notice">{document.notice}</p>}
        {groupsOf(document.sections).map((group, index) =>
          group.columns ? (
            <div key={index} className="columns">
              <div className="column"><Blocks sections={group.main} document={document} /></div>
              <div className="column"><Blocks sections={group.side} document={document} /></div>
            </div>
          ) : <Blocks key={index} sections={group.sections} document={document} />)}
      </div>
    </article>
  );
}
