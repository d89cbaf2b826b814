/** Handlers that turn a plan or a credential into paper. What is printed about a student is written down. */
import { logPrint } from '../../../db/vault/commands/log-print.ts';
import { listPrintLog } from '../../../db/vault/queries/list-print-log.ts';
import type { Vault } from '../../../db/vault/vault.ts';
import type { Capabilities } from '../../../shared/contract/app.ts';
import type { PrintRequest } from '../../../shared/contract/print.ts';
import type { Handlers } from '../dispatcher.ts';
import type { Ports } from '../ports.ts';
import type { PrintContext } from '../print-context.ts';
import { printableFor } from '../print-documents.ts';
import type { Printable } from '../print-documents.ts';
import type { TouchedContext } from '../touched-plans.ts';

type PrintHandlers = Pick<Handlers, Extract<keyof Handlers, `print.${string}`>>;

export interface PrintHandlerContext extends PrintContext, TouchedContext {
  readonly vault: Vault;
  readonly ports: Ports;
  readonly capabilities: Capabilities;
}

export function printHandlers(context: PrintHandlerContext): PrintHandlers {
  const { vault, ports, capabilities } = context;
  /** Paper that is about nobody in the vault leaves no trace there. */
  const log = ({ studentIds }: Printable, { kind }: PrintRequest, way: 'pdf' | 'printer'): void => {
    if (studentIds.length > 0) vault.write('print', (writer) => { for (const studentId of studentIds) logPrint(writer, { what: kind, studentId, way }); });
  };
  return {
    'print.getDocument': async ({ request }) => ({ document: structuredClone((await printableFor(context, request)).document) as never }),
    'print.countPages': async ({ request }) => {
      const { pages } = await ports.makePdf({ document: (await printableFor(context, request)).document, handle: null });
      return { pages };
    },
    'print.chooseFile': async ({ suggestedName }) => ({ handle: (await ports.chooseFile({ suggestedName, kind: 'pdf' }))?.handle ?? null }),
    'print.savePdf': async ({ request, handle }) => {
      const printable = await printableFor(context, request);
      const made = await ports.makePdf({ document: printable.document, handle });
      log(printable, request, 'pdf');
      return { pages: made.pages, bytes: made.bytes };
    },
    'print.toPrinter': async ({ request }) => {
      const printable = await printableFor(context, request);
      // Where the page prints itself it has done so by now, and this only writes it down.
      if (capabilities.print === 'dialog') await ports.print({ document: printable.document });
      log(printable, request, 'printer');
      return {};
    },
    'print.listLog': () => ({ prints: vault.read(listPrintLog) }),
  };
}
