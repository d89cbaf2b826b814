/** Reads XML piece by piece and gives what a listener makes of it. */
import { SaxesParser } from 'saxes';
import { decoded, encodingOf } from '../encoding.ts';
import { LINE_LENGTH, XML_DEPTH } from '../limits.ts';
import { SourceFault } from '../source-fault.ts';

export type Attributes = Readonly<Record<string, string>>;

/** Names come without their namespace's prefix. */
export interface XmlListener {
  open(name: string, attributes: Attributes): void;
  text(text: string): void;
  close(name: string): void;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * What the listener emits, in order. A document type is refused: the format has none, and entities of its own
 * would be a way to make much out of little. Errors: SourceFault workbook-damaged, cell-too-long.
 */
export async function* xmlItems<T>(pieces: AsyncIterable<Buffer>, listen: (emit: (item: T) => void) => XmlListener): AsyncGenerator<T> {
  let items: T[] = [];
  const listener = listen((item) => { items.push(item); });
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  // Letters since the last event: a parser holds an unfinished tag or text in memory until it ends.
  let pending = 0;
  parser.on('doctype', () => { throw new SourceFault('workbook-damaged'); });
  parser.on('opentag', ({ name, attributes }) => {
    pending = 0;
    depth += 1;
    if (depth > XML_DEPTH) throw new SourceFault('workbook-damaged');
    listener.open(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    pending = 0;
    depth -= 1;
    listener.close(localName(name));
  });
  parser.on('text', (text) => { pending = 0; listener.text(text); });
  parser.on('cdata', (text) => { pending = 0; listener.text(text); });
  try {
    for await (const text of decodedXml(pieces)) {
      pending += text.length;
      if (pending > LINE_LENGTH) throw new SourceFault('cell-too-long');
      parser.write(text);
      const made = items;
      items = [];
      yield* made;
    }
    parser.close();
    yield* items;
  } catch (cause) {
    throw cause instanceof SourceFault ? cause : new SourceFault('workbook-damaged', {}, { cause });
  }
}

async function* decodedXml(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const iterator = pieces[Symbol.asyncIterator]();
  try {
    const first = await iterator.next();
    if (first.done === true) return;
    const encoding = encodingOf(first.value);
    if (encoding === null) throw new SourceFault('workbook-damaged');
    // XML without a mark is UTF-8: a letter that is not becomes the mark of a lost letter, never one of another alphabet.
    yield* decoded(joined(first.value, iterator), encoding === 'windows-1252' ? 'utf-8' : encoding);
  } finally {
    await iterator.return?.();
  }
}

async function* joined(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}
