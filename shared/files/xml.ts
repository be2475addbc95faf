import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { badFile, type BadFile } from './bad-file.ts';
import type { Pace } from './pace.ts';
import { unpacked, type Part } from './unzip.ts';

export type Attributes = Readonly<Record<string, string>>;

/** What the reader of one part does. Names come without their namespace prefix. */
export interface XmlReader {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Reads a part in pieces. After each piece it yields what the caller says is complete. */
export async function* readXml<T>(
  part: Part,
  reader: XmlReader,
  pace: Pace,
  take: () => readonly T[],
): AsyncGenerator<T, undefined> {
  const parser = new SaxesParser();
  let failure: BadFile | undefined;
  const fail = (code: 'file.document-type' | 'file.part-damaged'): void => {
    failure ??= badFile('file', code, { part: part.name });
  };
  parser.on('opentag', (tag) => {
    if (failure) return;
    reader.open(
      local(tag.name),
      Object.fromEntries(Object.entries(tag.attributes).map(([key, value]) => [local(key), value])),
    );
  });
  parser.on('closetag', (tag) => reader.close(local(tag.name)));
  parser.on('text', reader.text);
  parser.on('cdata', reader.text);
  // A small XML becomes a large one through entities that it defines itself. No spreadsheet writes any.
  parser.on('doctype', () => fail('file.document-type'));
  parser.on('error', () => fail('file.part-damaged'));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const piece of unpacked(part)) {
    parser.write(text(part, decoder, piece));
    if (failure) throw failure;
    yield* take();
    await pace();
  }
  parser.write(text(part, decoder));
  parser.close();
  if (failure) throw failure;
  yield* take();
}

function text(part: Part, decoder: TextDecoder, piece?: Uint8Array): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
  } catch {
    throw badFile('file', 'file.part-encoding', { part: part.name });
  }
}

/** Reads a small part to its end. */
export async function readWhole(part: Part, reader: XmlReader, pace: Pace): Promise<void> {
  // Nothing is yielded, so the first step reads to the end.
  await readXml(part, reader, pace, () => []).next();
}
