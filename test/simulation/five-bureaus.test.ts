import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openClock } from '../../local/clock.ts';
import { compose, type Product } from '../../local/compose.ts';
import { openEngine } from '../../local/sqlite/engine.ts';
import { day } from '../../shared/domain/time/day.ts';
import { at, formatInstant, instant } from '../../shared/domain/time/instant.ts';
import { regulated } from '../../shared/rules/catalogue.ts';
import { loadContext, type Context } from '../../shared/usecases/context.ts';
import { preview } from '../../shared/usecases/duties/preview.ts';
import { createSubject } from '../../shared/usecases/subjects/subjects.ts';

const START = '2026-01-05T08:00:00+08:00';
const END = '2027-01-05T08:00:00+08:00';
const EACH = 50;

type Kind = 'unit' | 'project' | 'archivist';

/** Three kinds of subjects, their dates such that none was late or reminded of before it was entered. */
function madeUp(index: number): { kind: Kind; traits: string[]; facts: Record<string, string> } {
  if (index % 4 === 0) {
    const startedOn = `2025-${String(9 + ((index / 4) % 4)).padStart(2, '0')}-${String(10 + (index % 19))}`;
    return { kind: 'project', traits: [], facts: { startedOn, plannedCompletionAcceptanceOn: '2026-11-03' } };
  }
  if (index % 4 === 1) return { kind: 'archivist', traits: [], facts: { startedWorkOn: '2020-03-01' } };
  return { kind: 'unit', traits: ['professional-archives'], facts: {} };
}

async function contextOf(product: Product, id: string): Promise<Context> {
  const context = await loadContext(product.deps.store, id);
  if (!context) throw new Error(`${id} is not set up`);
  return context;
}

/** What the preview promises for the subject: one line a notice, with its moment and address. */
function promised(context: Context, index: number, to: string): string[] {
  const found = preview(context, {
    jurisdiction: context.jurisdiction.id,
    subject: madeUp(index),
    from: '2026-01-05',
    to: '2027-02-28',
  });
  if (!found.ok) throw new Error(JSON.stringify(found.failure));
  return found.value.flatMap((duty) => {
    const late = formatInstant(at(context.calendar.onOrAfter(day(duty.overdueFrom)), 9));
    const lines = [...duty.reminders.map((moment) => `${moment} 【提醒】 ${to}`), `${late} 【逾期】 ${to}`];
    return lines.filter((line) => line < END);
  });
}

test('a year of five bureaus with fifty subjects each: every promised notice leaves, once, and no other', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'archive-duty-year-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const sending = { smtpUrl: undefined, mailFrom: undefined, smsGateway: undefined };
  const clock = openClock(directory, instant(START));
  const product = await compose({
    engine: openEngine(directory),
    directory,
    clock,
    sending,
    version: 'test',
    verbose: false,
  });
  onTestFinished(async () => {
    await product.close();
  });
  const wanted: string[] = [];
  for (const { id } of regulated) {
    const context = await contextOf(product, id);
    const principal = { sub: 'officer', role: 'bureau-officer' as const, jurisdiction: id };
    const request = {
      deps: product.deps,
      context,
      principal,
      ifMatch: undefined,
      repeatable: undefined,
      language: 'zh' as const,
    };
    for (let index = 0; index < EACH; index += 1) {
      const email = `s${index}@${id}.example.com`;
      const body = {
        ...madeUp(index),
        name: `对象${index}`,
        code: `C${index}`,
        contacts: [{ name: '经办人', email }],
      };
      expect((await createSubject(request, body)).ok).toBe(true);
      wanted.push(...promised(context, index, email));
    }
  }
  await product.drive.settle();
  await product.drive.advance(instant(END));
  const left = (await product.mailbox.read({ channel: 'email' })).filter(({ to }) =>
    to.endsWith('.example.com'),
  );
  const got = left.map((mail) => `${mail.sentAt} ${mail.subject.slice(0, 4)} ${mail.to}`);
  expect(wanted.length).toBeGreaterThan(500);
  expect(got.sort()).toEqual(wanted.sort());
});
