import { describe, expect, test } from 'vitest';
import { mailEvents } from '../support/bureaus/receipt-events.ts';
import { lateForm, type Scene } from '../support/cases/escalations.ts';

/** The overdue notice of the form comes back from everybody to whom it went. */
async function bounced({ server, bureau, project }: Scene): Promise<void> {
  for (const { id } of await bureau.notices({ subjectId: project.id, kind: 'overdue' })) {
    const body = JSON.stringify(mailEvents.full(id));
    const answer = await fetch(`${server.url}/local/receipts`, { method: 'POST', body });
    expect(answer.status).toBe(202);
  }
}

describe('an overdue notice that comes back', () => {
  test('after the order was proposed asks nothing more of it: it is approved and issued', async () => {
    const scene = await lateForm();
    await scene.server.advance('2026-07-16T09:30:00+08:00');
    const { id } = await scene.one('order-to-rectify');
    await scene.act(id, 'proposal', {});
    await scene.act(id, 'decision', { decision: 'approve', reason: '情况属实' }, scene.leader);
    await bounced(scene);
    expect((await scene.read(id)).missing).toEqual([]);
    const issued = await scene.act(id, 'issue', { number: '洪档责〔2026〕1号', on: '2026-07-16' });
    expect(issued.status).toBe('issued');
  });

  test('before it is proposed stands in the way of the proposal', async () => {
    const scene = await lateForm();
    await scene.server.advance('2026-07-16T09:30:00+08:00');
    const { id } = await scene.one('order-to-rectify');
    await bounced(scene);
    expect((await scene.read(id)).missing).toEqual(['unsentNotice']);
  });
});
