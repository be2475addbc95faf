import { watch, statSync } from 'node:fs';
import { join } from 'node:path';
import type { RealProcess } from './real-process.ts';
import { reach } from './server.ts';

export const START = '2026-01-05T08:00:00+08:00';
export const END = '2026-08-15T18:00:00+08:00';
export const PATH = '/v1/jurisdictions/hongjiang';

export const STAFF = [{ sub: 'o', name: '张三', role: 'bureau-officer', email: 'officer@example.com' }];

/** A bureau with staff, units and projects, entered over HTTP. */
export async function fill({ url }: RealProcess): Promise<void> {
  const admin = await reach(url).as({ role: 'bureau-admin', jurisdiction: 'hongjiang' });
  const officer = await reach(url).as({ role: 'bureau-officer', jurisdiction: 'hongjiang' });
  await admin.ask('PUT', `${PATH}/staff`, { body: STAFF });
  for (let index = 0; index < 8; index += 1) {
    const contacts = [{ name: '经办', email: `u${index}@example.com`, mobile: `1380000000${index}` }];
    const unit = { kind: 'unit', traits: ['professional-archives'] };
    const project = { kind: 'project', facts: { startedOn: `2025-0${index + 1}-10` } };
    const body = { ...(index % 2 === 0 ? unit : project), name: `对象${index}`, code: `C${index}`, contacts };
    await officer.ask('POST', `${PATH}/subjects`, { body });
  }
}

/** Every captured message, by what makes it the same. */
export async function bag({ url }: RealProcess): Promise<string[]> {
  const mails = await reach(url).mailbox();
  return mails.map((mail) => [mail.sentAt, mail.channel, mail.to, mail.subject].join(' | ')).sort();
}

/** Resolves when the mailbox in `data` has grown by this many bytes. `stop` ends the watching. */
export function mailboxGrowth(data: string, bytes: number): { readonly grown: Promise<void>; stop(): void } {
  const size = (): number => statSync(join(data, 'mailbox.jsonl'), { throwIfNoEntry: false })?.size ?? 0;
  const before = size();
  const watcher = watch(data);
  const grown = new Promise<void>((resolve) => {
    watcher.on('change', () => {
      if (size() >= before + bytes) resolve();
    });
  });
  return { grown, stop: () => watcher.close() };
}
