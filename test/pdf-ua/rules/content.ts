import { dictAt, dictOf, listAt, name, nameAt } from '../../../electron/host/pdf-ua/pdf-objects.ts';
import { contentOf } from '../../../electron/host/pdf-ua/structure-tree.ts';
import { mcidOf, operationsOf } from '../../../electron/host/pdf-ua/content-operations.ts';
import type { Rule } from '../rule.ts';
import { streamText } from '../subject.ts';
import type { Subject } from '../subject.ts';

const onPages = (subject: Subject, find: (page: Subject['pages'][number]) => number): string[] =>
  subject.pages.flatMap((page, index) => {
    const count = find(page);
    return count > 0 ? [`page ${index + 1}: ${count}`] : [];
  });

/** Forms that hold marked content, with how often pages draw them. */
function drawnForms(subject: Subject): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { dict, content } of subject.pages) {
    const resources = dictAt(dict, 'Resources');
    const objects = resources ? dictAt(resources, 'XObject') : undefined;
    for (const drawn of content.drawn) {
      const object = objects ? subject.context.lookup(objects.get(name(drawn))) : undefined;
      const marked = [...operationsOf(streamText(object))].some(({ operator, operands }) => operator === 'BDC' && mcidOf(operands) !== null);
      const key = String(objects?.get(name(drawn)));
      if (marked) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

export const CONTENT_RULES: readonly Rule[] = [
  { id: '01-003', fault: 'An artifact stands within tagged content.', find: (subject) => onPages(subject, ({ content }) => content.artifactsInTagged) },
  { id: '01-004', fault: 'Tagged content stands within an artifact.', find: (subject) => onPages(subject, ({ content }) => content.taggedInArtifacts) },
  { id: '01-005', fault: 'Something is drawn that is neither tagged nor an artifact.', find: (subject) => onPages(subject, ({ content }) => content.unmarked.length) },
  {
    id: '7.1-tree', fault: 'Marked content is not in the structure tree, or not where its list of owners says; or marks do not balance.',
    find: (subject) => {
      const listed = new Map<string, string>();
      for (const { ref, dict } of subject.elements) {
        for (const kid of listAt(dict, 'K')) {
          const content = contentOf(dict, kid);
          if (content) listed.set(`${String(content.page)} ${content.mcid}`, String(ref));
        }
      }
      return subject.pages.flatMap(({ ref, dict, content }, index) => {
        const owners = content.mcids.filter((mcid) => {
          const owner = subject.pages[index]?.owner(mcid);
          return !owner || String(subject.context.getObjectRef(owner)) !== listed.get(`${String(ref)} ${mcid}`);
        });
        const lost = [...listed.keys()].filter((key) => key.startsWith(`${String(ref)} `) && !content.mcids.includes(Number(key.split(' ').at(-1))));
        const twice = content.mcids.length - new Set(content.mcids).size;
        const wrong = owners.length + lost.length + twice + content.unbalanced + (content.mcids.length > 0 && !dict.has(name('StructParents')) ? 1 : 0);
        return wrong > 0 ? [`page ${index + 1}: ${wrong}`] : [];
      });
    },
  },
  {
    id: '30-001', fault: 'A form refers to a page of another file.',
    find: (subject) => subject.dicts.filter(({ dict }) => nameAt(dict, 'Subtype') === 'Form' && dictOf(subject.context, dict.get(name('Ref')))).map(({ ref }) => String(ref)),
  },
  { id: '30-002', fault: 'A form that holds marked content is drawn more than once.', find: (subject) => [...drawnForms(subject)].filter(([, count]) => count > 1).map(([form]) => form) },
];
