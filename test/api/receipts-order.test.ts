import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Principal } from '../../shared/domain/principal.ts';
import { instant } from '../../shared/domain/time/instant.ts';
import { mailEvents } from '../support/bureaus/receipt-events.ts';
import { RecordedBureau } from '../support/bureaus/recorded-bureau.ts';

const J = '/v1/jurisdictions/hongjiang';
const claims: Principal = { sub: 'officer', role: 'bureau-officer', jurisdiction: 'hongjiang' };
const notices = z.object({ items: z.array(z.object({ id: z.string(), status: z.string() })) });
const detail = z.object({
  status: z.string(),
  attempts: z.array(z.object({ provider: z.string(), outcome: z.string() })),
});

/** A project whose first reminder is due; nothing has left yet. */
async function scene(): Promise<RecordedBureau> {
  const bureau = new RecordedBureau('2026-03-02T08:00:00+08:00');
  await bureau.planStart();
  const contacts = [{ name: '乔', email: 'qiao@unit.example.com' }];
  const body = { kind: 'project', name: '桥', facts: { startedOn: '2025-09-10' }, contacts };
  await bureau.api({ claims, method: 'POST', path: `${J}/subjects`, body });
  await bureau.drain();
  bureau.now = instant('2026-03-02T09:00:00+08:00');
  await bureau.sweep();
  return bureau;
}

async function noticeIn(bureau: RecordedBureau) {
  const { body } = await bureau.api({ claims, method: 'GET', path: `${J}/notices` });
  const [first, ...others] = notices.parse(body).items;
  if (!first || others.length > 0) throw new Error(`${others.length + 1} notices`);
  const read = await bureau.api({ claims, method: 'GET', path: `${J}/notices/${first.id}` });
  return { id: first.id, ...detail.parse(read.body) };
}

const shapes = ['delayed', 'delivered', 'full', 'bounced', 'complained'] as const;
type Shape = (typeof shapes)[number];

/** The worst of what was told. */
function stateAfter(told: readonly Shape[]): string {
  if (told.includes('complained')) return 'complained';
  if (told.includes('bounced') || told.includes('full')) return 'bounced';
  return told.includes('delivered') ? 'delivered' : 'sent';
}

describe('receipts', () => {
  test('in any order, any number of times, before or after our own record, come to the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...shapes), { maxLength: 6 }),
        fc.nat(),
        async (told, cut) => {
          const bureau = await scene();
          const early = told.slice(0, cut % (told.length + 1));
          const times = new Map(shapes.map((shape, index) => [shape, `2026-03-02T03:0${index}:00.000Z`]));
          const receive = async (id: string, some: readonly Shape[]): Promise<void> => {
            for (const shape of some) await bureau.receive(mailEvents[shape](id, times.get(shape)));
          };
          bureau.meanwhile = (id) => receive(id, early);
          await bureau.drain();
          bureau.meanwhile = undefined;
          const { id } = await noticeIn(bureau);
          await receive(id, told.slice(early.length));
          const { status, attempts } = await noticeIn(bureau);
          expect(status).toBe(stateAfter(told));
          expect(attempts.map(({ provider }) => provider).sort()).toEqual([
            ...Array.from(new Set(told), () => 'ses'),
            'test',
          ]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
