import { describe, expect, test } from 'vitest';
import { verifyChain } from '../../shared/domain/ledger.ts';
import { kindsReceived } from '../support/bureaus/bureau.ts';
import { lateForm } from '../support/cases/escalations.ts';

const unit = 'qiao@unit.example.com';
const owner = 'owner@unit.example.com';
const superior = 'superior@huaihua.example.com';
const outsider = 'dept@gov.example.com';

describe('a registration form that never comes', () => {
  test('goes from the first reminder to an issued circulated criticism, by two people', async () => {
    const scene = await lateForm();
    const { server, bureau, officer, leader } = scene;
    await bureau.admin.send((await import('zod')).z.unknown(), 'PATCH', `${bureau.path}/settings`, {
      alerts: { superiors: [superior] },
    });
    // Due 15 July; on the morning of the 16th the unit hears of it, and the order is drafted.
    await server.advance('2026-07-16T08:59:00+08:00');
    expect(await scene.list()).toEqual([]);
    expect(await server.advance('2026-07-16T09:30:00+08:00')).toMatchObject({ escalations: 1 });
    const draft = await scene.one('order-to-rectify');
    expect(draft).toMatchObject({ status: 'draft', draftedBy: 'system', missing: [] });
    expect(draft.draftedAt).toBe('2026-07-16T09:00:00+08:00');
    expect(draft.text).toContain('15日内');
    expect(await kindsReceived(server, unit)).toEqual([
      '2026-07-14T09:00 【提醒】',
      '2026-07-16T09:00 【逾期】',
    ]);
    // Nothing leaves without a proposal and a decision by another person.
    await officer.refused(409, 'POST', `${bureau.path}/escalations/${draft.id}/issue`, {
      number: '洪档责〔2026〕1号',
      on: '2026-07-16',
    });
    await scene.act(draft.id, 'proposal', {});
    await server.advance('2026-07-16T09:40:00+08:00');
    expect(await kindsReceived(server, 'leader@bureau.example.com')).toEqual(['2026-07-16T09:30 【待审批】']);
    await scene.act(draft.id, 'decision', { decision: 'approve', reason: '情况属实' }, leader);
    const issued = await scene.act(draft.id, 'issue', { number: '洪档责〔2026〕1号', on: '2026-07-16' });
    expect(issued.status).toBe('issued');
    await server.advance('2026-07-17T10:00:00+08:00');
    expect(await kindsReceived(server, unit)).toContain('2026-07-16T09:40 【文书告知】');
    const served = await scene.act(draft.id, 'service', {
      on: '2026-07-17',
      method: 'personal',
      receivedBy: '张工',
    });
    // 15 days from the 18th on: 1 August is a Saturday, so that Monday the 3rd is the last day.
    expect(served).toMatchObject({ status: 'served', rectifyUntil: '2026-08-03' });
    await server.advance('2026-08-04T08:59:00+08:00');
    expect(await scene.list({ step: 'circulated-criticism' })).toEqual([]);
    await server.advance('2026-08-04T09:30:00+08:00');
    const criticism = await scene.one('circulated-criticism');
    expect(criticism).toMatchObject({
      status: 'draft',
      previousId: draft.id,
      paper: 'circular',
      missing: ['refusal', 'circulation', 'legalReview'],
    });
    const refusedProposal = await officer.refused(
      422,
      'POST',
      `${bureau.path}/escalations/${criticism.id}/proposal`,
      {},
    );
    expect(refusedProposal.errors?.map(({ path }) => path)).toEqual(criticism.missing);
    await scene.patch(criticism.id, {
      refusal: { text: '整改通知已于7月17日送达，期限届满仍未报送，拒不整改。' },
      legalReview: { by: '赵法制', opinion: '同意' },
      circulation: [{ name: '发展改革局', email: outsider }],
    });
    expect((await scene.read(criticism.id)).missing).toEqual([]);
    await server.advance('2026-08-12T10:00:00+08:00');
    await scene.act(criticism.id, 'proposal', {});
    await scene.act(criticism.id, 'decision', { decision: 'approve', reason: '程序完备' }, leader);
    await scene.act(criticism.id, 'issue', { number: '洪档通〔2026〕1号', on: '2026-08-12' });
    await server.advance('2026-08-12T10:30:00+08:00');
    for (const to of [unit, owner, superior, outsider])
      expect((await kindsReceived(server, to)).filter((line) => line.startsWith('2026-08-12'))).toEqual([
        // Whoever stands above reads a report.
        `2026-08-12T10:00 ${to === superior ? '【报告】' : '【文书告知】'}`,
      ]);
    await scene.act(criticism.id, 'withdrawal', { reason: '事实有误' });
    await server.advance('2026-08-12T11:00:00+08:00');
    for (const to of [unit, owner, superior, outsider])
      expect(
        (await kindsReceived(server, to)).filter((line) =>
          line.includes(to === superior ? '2026-08-12T10:30 【报告】' : '撤回告知'),
        ),
      ).toHaveLength(1);
    const chain = await scene.chain();
    expect(verifyChain(chain)).toMatchObject({ holds: true, links: chain.length });
    expect(chain.map(({ content }) => content?.['action'])).toEqual([
      'papers-entered',
      'proposed',
      'approved',
      'issued',
      'served',
      'proposed',
      'approved',
      'issued',
      'withdrawn',
    ]);
  });
});
