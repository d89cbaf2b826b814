/** What a PDF says of itself: its title, its language, and that it keeps to PDF/UA-1. */
import { PDFHexString, PDFRawStream } from '@cantoo/pdf-lib';
import type { PDFContext, PDFDict } from '@cantoo/pdf-lib';
import { dictAt, dictOf, name, textAt } from './pdf-objects.ts';

export interface PdfLabels {
  readonly title: string;
  readonly lang: string;
}

/** Named in place of the browser, whose text tells the system of the machine too. */
const CREATOR = 'Waymark';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escapeXml = (text: string): string => text.replace(/[&<>]/gu, (letter) => ESCAPES[letter] ?? '');

/** `D:20261125084730+00'00'` as `2026-11-25T08:47:30+00:00`; an empty text when it is not a date. */
function xmpDate(text: string): string {
  const found = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'(\d\d)'?)?/.exec(text);
  if (!found) return '';
  const [, year, month, day, hour, minute, second, zoneHour, zoneMinute] = found;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${zoneHour ? `${zoneHour}:${zoneMinute}` : 'Z'}`;
}

function packetOf({ title, lang }: PdfLabels, info: PDFDict): string {
  const line = (tag: string, text: string): string => (text === '' ? '' : `   <${tag}>${escapeXml(text)}</${tag}>\n`);
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li><rdf:li xml:lang="${escapeXml(lang)}">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>
   <dc:language><rdf:Bag><rdf:li>${escapeXml(lang)}</rdf:li></rdf:Bag></dc:language>
${line('xmp:CreatorTool', CREATOR)}${line('xmp:CreateDate', xmpDate(textAt(info, 'CreationDate')))}${line('xmp:ModifyDate', xmpDate(textAt(info, 'ModDate')))}${line('pdf:Producer', textAt(info, 'Producer'))}   <pdfuaid:part>1</pdfuaid:part>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

export function labelPdf(context: PDFContext, catalog: PDFDict, labels: PdfLabels): void {
  const info = dictOf(context, context.trailerInfo.Info) ?? context.obj({});
  if (!context.trailerInfo.Info) context.trailerInfo.Info = context.register(info);
  info.set(name('Title'), PDFHexString.fromText(labels.title));
  info.set(name('Creator'), PDFHexString.fromText(CREATOR));
  if (!catalog.has(name('Lang'))) catalog.set(name('Lang'), PDFHexString.fromText(labels.lang));
  catalog.set(name('MarkInfo'), context.obj({ Marked: true }));
  const preferences = dictAt(catalog, 'ViewerPreferences') ?? context.obj({});
  preferences.set(name('DisplayDocTitle'), context.obj(true));
  catalog.set(name('ViewerPreferences'), preferences);
  const bytes = Uint8Array.from(Buffer.from(packetOf(labels, info), 'utf8'));
  // Left uncompressed, as programs that look for it expect.
  catalog.set(name('Metadata'), context.register(PDFRawStream.of(context.obj({ Type: 'Metadata', Subtype: 'XML', Length: bytes.length }), bytes)));
}
