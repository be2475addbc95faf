import { EventEmitter, once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { memoryDatabase } from '../../local/sqlite/database.ts';
import { createSqliteStore } from '../../local/sqlite/store.ts';
import { createWriter } from '../../local/sqlite/writer.ts';
import type { Channel, Mail, Store } from '../../shared/ports.ts';
import { noticeRecord } from '../../shared/records/notice.ts';
import type { Deps } from '../../shared/usecases/deps.ts';
import type { Letter } from '../../shared/usecases/notices/send.ts';
import { sendLetters } from '../../shared/usecases/notices/send-letters.ts';
import { letterText } from '../../shared/usecases/notices/texts.ts';
import { draft, now, run } from '../support/bureaus/one-notice.ts';

/** What a provider answers is recorded together with other answers, where there are others. */

const accepted = { kind: 'accepted', provider: 'test' } as const;

const letterTo = (name: string): Letter => {
  const to = `${name}@unit.example.com`;
  const stored = letterText('请于9月30日前报送。', `<p>${name}</p>`);
  return {
    draft: { ...draft, id: `unit.${name}`, to, textHash: stored.hash },
    pointer: undefined,
    message: {
      channel: 'email',
      content: { to, subject: '提醒', text: stored.text, html: stored.html ?? '' },
    },
    stored,
  };
};

function sending(store: Store, email: Channel<Mail>): Deps {
  const deps = run(store, now);
  return { ...deps, channels: { ...deps.channels, email }, log: () => undefined };
}

test('forty letters of a provider that answers one after the other take fewer than twenty writes to the disk', async () => {
  let commits = 0;
  const database = memoryDatabase();
  const store = createSqliteStore(
    database,
    createWriter(database, (error) => {
      commits += 1;
      return error;
    }),
    (error) => error,
  );
  let last: Promise<unknown> = Promise.resolve();
  const send = async () => {
    last = last.then(() => setImmediate());
    await last;
    return accepted;
  };
  const letters = Array.from({ length: 40 }, (_, index) => letterTo(`u${index}`));
  const { left } = await sendLetters(sending(store, { send }), letters);
  expect(left).toBe(40);
  expect(commits).toBeLessThan(20);
});

test('an answer is recorded though another is still awaited', async () => {
  const database = memoryDatabase();
  const store = createSqliteStore(
    database,
    createWriter(database, (error) => error),
    (error) => error,
  );
  const recorded = new EventEmitter();
  const watched: Store = {
    ...store,
    put: async (item, guard) => {
      const done = await store.put(item, guard);
      if (item['status'] === 'sent') recorded.emit('sent', item['id']);
      return done;
    },
  };
  const send = async (_: Mail, id: string) => {
    if (id === 'unit.slow') expect(await once(recorded, 'sent')).toEqual(['unit.quick']);
    return accepted;
  };
  const { left } = await sendLetters(sending(watched, { send }), [letterTo('quick'), letterTo('slow')]);
  expect(left).toBe(2);
  const slow = await noticeRecord.read(store, { jurisdiction: draft.jurisdiction, id: 'unit.slow' });
  expect(slow?.status).toBe('sent');
});
