import { describe, expect, test } from 'vitest';
import { contentHash } from '../../shared/domain/ids.ts';
import { renderDuty } from '../../shared/letters/duty.ts';
import { lettersRecord, textRecord } from '../../shared/records/letters.ts';
import { storedForm } from '../../shared/records/stored-form.ts';
import { letterText, packTexts, readTexts, type LetterText } from '../../shared/usecases/notices/texts.ts';
import { createMemoryStore } from '../support/engines/memory-store.ts';
import { hours, plus } from '../../shared/domain/time/instant.ts';
import { sendLetters } from '../../shared/usecases/notices/send-letters.ts';
import { draft, now, run, stored } from '../support/bureaus/one-notice.ts';
import { reminder } from './samples.ts';

/** What a person got is kept word for word, however it is stored. */

const letterTo = (addressee: string): LetterText => {
  const { text, html } = renderDuty({ ...reminder, owner: addressee, addressee });
  return letterText(text, html);
};

async function keptAndRead(texts: readonly LetterText[]) {
  const store = createMemoryStore();
  const { items, places } = packTexts('hongjiang', texts);
  await store.putMany(items);
  const notices = texts.map(({ hash }) => ({ textHash: hash, textIn: places.get(hash) }));
  return { items, read: await readTexts(store, notices) };
}

describe('the texts of letters', () => {
  test('come back as they were sent, each under its own hash', async () => {
    const texts = ['第一单位', '第二单位', '<&"\u0007\u3000>'].map(letterTo);
    const { read } = await keptAndRead(texts);
    expect([...read.values()]).toEqual(texts);
    for (const { hash, html } of read.values()) expect(contentHash(html ?? '')).toBe(hash);
  });

  test('of a text message have no HTML, and their own hash', async () => {
    const sms = letterText('【洪江区档案局】请于9月30日前报送。', undefined);
    const { read } = await keptAndRead([sms]);
    expect([...read.values()]).toEqual([sms]);
    expect(sms.hash).toBe(contentHash(sms.text));
  });

  test('take, ten of one duty together, half of what one of them took', () => {
    const texts = Array.from({ length: 10 }, (_, index) => letterTo(`第${index}单位`));
    const { items } = packTexts('hongjiang', texts);
    const { text = '', html = '' } = texts[0] ?? {};
    expect(items).toHaveLength(1);
    expect(items.reduce((sum, item) => sum + storedForm(item).bytes, 0)).toBeLessThan(
      Buffer.byteLength(text + html) / 2,
    );
  });

  test('are stored once where several get the same, and again under the same name', () => {
    const same = [letterTo('第一单位'), letterTo('第一单位')];
    const { items, places } = packTexts('hongjiang', same);
    expect(items).toHaveLength(1);
    expect(places.size).toBe(1);
    expect(packTexts('hongjiang', same.slice(1)).items).toEqual(items);
  });

  test('of two bureaus lie in items of their own', () => {
    const texts = [letterTo('第一单位')];
    const [own, other] = ['hongjiang', 'shexian'].map((bureau) => packTexts(bureau, texts).items[0]?.pk);
    expect(own).not.toBe(other);
  });

  test('are divided among items where they are many or long, so that none is too large for the table', async () => {
    const long = Array.from({ length: 8 }, (_, index) =>
      letterText(`${index}${'长'.repeat(60_000)}`, undefined),
    );
    const short = Array.from({ length: 60 }, (_, index) => letterTo(`第${index}单位`));
    const { items, read } = await keptAndRead([...long, ...short]);
    expect(items.length).toBeGreaterThan(8);
    expect([...read.values()]).toEqual([...long, ...short]);
  });

  test('that were stored one by one are still read; what is missing is missing', async () => {
    const store = createMemoryStore();
    const [own, later] = [letterTo('第一单位'), letterTo('第二单位')];
    await store.putMany([textRecord.itemOf(own.hash, { text: own.text, html: own.html })]);
    const { items, places } = packTexts('hongjiang', [later]);
    await store.putMany(items);
    const read = await readTexts(store, [
      { textHash: own.hash },
      { textHash: later.hash, textIn: places.get(later.hash) },
      { textHash: '' },
      { textHash: 'gone' },
      { textHash: 'gone too', textIn: 'nowhere' },
    ]);
    expect([...read.values()].map(({ hash }) => hash).sort()).toEqual([own.hash, later.hash].sort());
    expect(await store.get(lettersRecord.key('nowhere'))).toBeUndefined();
  });

  test('of a letter that is tried again are those of the try that left: another day is another text', async () => {
    const store = createMemoryStore();
    const sendAt = async (at: typeof now, addressee: string, kind: 'temporary' | 'accepted') => {
      const deps = run(store, at);
      const send = () => Promise.resolve({ kind, provider: 'test', reason: 'busy' });
      const text = letterTo(addressee);
      const content = { to: draft.to, subject: '提醒', text: text.text, html: text.html ?? '' };
      await sendLetters({ ...deps, channels: { ...deps.channels, email: { send } }, log: () => undefined }, [
        {
          draft: { ...draft, textHash: text.hash },
          pointer: undefined,
          message: { channel: 'email', content },
          stored: text,
        },
      ]);
      return text;
    };
    await sendAt(now, '第一单位', 'temporary');
    const left = await sendAt(plus(now, hours(1)), '第二单位', 'accepted');
    const notice = await stored(store);
    expect(notice.status).toBe('sent');
    expect([...(await readTexts(store, [notice])).values()]).toEqual([left]);
  });
});
