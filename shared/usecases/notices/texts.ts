import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { z } from 'zod';
import { contentHash, idOf } from '../../domain/ids.ts';
import type { Item, Store } from '../../ports.ts';
import { lettersRecord, textRecord } from '../../records/letters.ts';
import type { NoticeRecord } from '../../records/notice.ts';

/** The text that a person got, word for word. The hash is of the HTML, or of the text when there is no HTML. */
export interface LetterText {
  readonly hash: string;
  readonly text: string;
  readonly html: string | undefined;
}

export const letterText = (text: string, html: string | undefined): LetterText => ({
  hash: contentHash(html ?? text),
  text,
  html,
});

/**
 * Where a notice’s text is: in an item shared with other letters, or, for older notices, in an item of its own.
 */
type Texted = Pick<NoticeRecord, 'textHash' | 'textIn'>;

const texts = z.array(z.object({ text: z.string(), html: z.string().optional() }));

/** Letters of one batch have nearly the same text: compressed together they take little more space than one. */
const LETTERS = 25;
const CHARACTERS = 100_000;

export interface PackedTexts {
  readonly items: readonly Item[];
  /** By hash: the item that contains the text. */
  readonly places: ReadonlyMap<string, string>;
}

/** The items that store the texts of a jurisdiction’s letters. */
export function packTexts(jurisdiction: string, texts: readonly LetterText[]): PackedTexts {
  const places = new Map<string, string>();
  const items: Item[] = [];
  for (const group of groupsOf([...new Map(texts.map((one) => [one.hash, one])).values()])) {
    const name = idOf('letters', jurisdiction, ...group.map(({ hash }) => hash));
    items.push(lettersRecord.itemOf(name, { packed: packed(group) }));
    for (const { hash } of group) places.set(hash, name);
  }
  return { items, places };
}

function groupsOf(texts: readonly LetterText[]): LetterText[][] {
  const groups: LetterText[][] = [];
  let room = 0;
  for (const one of texts) {
    const size = one.text.length + (one.html?.length ?? 0);
    const last = groups.at(-1);
    if (last && last.length < LETTERS && size <= room) last.push(one);
    else groups.push([one]);
    room = (groups.at(-1) === last ? room : CHARACTERS) - size;
  }
  return groups;
}

function packed(texts: readonly LetterText[]): string {
  const plain = Buffer.from(JSON.stringify(texts.map(({ text, html }) => ({ text, html }))));
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 6,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
  };
  return brotliCompressSync(plain, { params }).toString('base64');
}

/** The texts of notices by their hashes. A text that was never stored is left out. */
export async function readTexts(
  store: Store,
  notices: readonly Texted[],
): Promise<ReadonlyMap<string, LetterText>> {
  const keys = notices
    .filter(({ textHash }) => textHash !== '')
    .map(({ textHash, textIn }) =>
      textIn === undefined ? textRecord.key(textHash) : lettersRecord.key(textIn),
    );
  const texts: LetterText[] = [];
  for (const key of new Map(keys.map((each) => [each.pk, each])).values()) {
    const item = await store.get(key);
    if (item) texts.push(...textsIn(item));
  }
  return new Map(texts.map((text) => [text.hash, text]));
}

function textsIn(item: Item): LetterText[] {
  if ('packed' in item) return unpacked(item).map(({ text, html }) => letterText(text, html));
  const { text, html } = textRecord.of(item);
  return [{ hash: item.pk.slice(textRecord.key('').pk.length), text, html }];
}

function unpacked(item: Item): z.output<typeof texts> {
  const plain = brotliDecompressSync(Buffer.from(lettersRecord.of(item).packed, 'base64'));
  return texts.parse(JSON.parse(plain.toString()));
}
