import { describe, expect, test } from 'vitest';
import { answeredFor, contactAt } from '../support/bureaus/bureau.ts';
import { CHECKED_AT, checkedBureau } from '../support/cases/checked.ts';

const found = { text: '库房未配备除湿设备' };
const security = 'archives-security';

describe('problems of one check that were not put right by their day', () => {
  test('make one draft for those with the same day, which names each', async () => {
    const { server, bureau, record, drafts, school, read, patch, list } = await checkedBureau();
    const unit = await school();
    const leak = { text: '屋面漏雨。' };
    const late = { text: '未配备灭火器', rectifyBy: '2026-07-22' };
    const check = await record(security, CHECKED_AT, unit.id, [found, leak, late]);
    const [first = '', second = '', third = ''] = check.findings.map(({ obligationId }) => obligationId);
    await server.advance('2026-07-23T09:30:00+08:00');
    const papers = await drafts(unit.id);
    expect(papers.map(({ obligationId, alongside }) => [obligationId, alongside])).toEqual([
      [third, undefined],
      [first, [second]],
    ]);
    const { id = '', text = '' } = papers[1] ?? {};
    expect(text).toContain(
      '存在下列问题：1. 库房未配备除湿设备；2. 屋面漏雨。要求于2026年7月20日前（含当日）整改。',
    );
    expect((await list({ obligationId: second })).map((one) => one.id)).toEqual([id]);
    // Words of a person stay where the paper goes on about fewer problems.
    await patch(papers[0]?.id ?? '', { text: '消防器材未配备。' });
    await bureau.act(second, 'fulfilment', { on: '2026-07-23' });
    const left = await read(id);
    expect(left).toMatchObject({ status: 'draft', obligationId: first });
    expect(left.alongside).toBeUndefined();
    expect(left.text).toContain('存在下列问题：库房未配备除湿设备。要求于');
    await bureau.act(first, 'fulfilment', { on: '2026-07-23' });
    expect(await read(id)).toMatchObject({ status: 'withdrawn' });
  });

  test.each([
    ['untouched', undefined, '存在下列问题：屋面漏雨。'],
    ['a person’s own', '两处问题均未整改。现责令限期改正。', '两处问题均未整改。'],
  ])(
    'that are partly put right meanwhile send an approved paper back, its words %s',
    async (_, own, said) => {
      const { server, bureau, record, one, read, patch, act, leader, school } = await checkedBureau();
      const unit = await school();
      const { findings } = await record(security, CHECKED_AT, unit.id, [found, { text: '屋面漏雨' }]);
      await server.advance('2026-07-21T09:30:00+08:00');
      const { id } = await one('order-to-rectify');
      if (own !== undefined) await patch(id, { text: own });
      await act(id, 'proposal', {});
      await act(id, 'decision', { decision: 'approve', reason: '属实' }, leader);
      await bureau.act(findings[0]?.obligationId ?? '', 'fulfilment', { on: '2026-07-21' });
      const { status, text, approval, obligationId, history } = await read(id);
      expect({ status, obligationId }).toEqual({ status: 'draft', obligationId: findings[1]?.obligationId });
      expect(text).toContain(said);
      expect(approval.decidedBy).toBeUndefined();
      expect(history?.at(-1)?.text).toContain('不再列入');
    },
  );

  test('leave an order in force until each is put right, and go on about what is left', async () => {
    const { server, bureau, record, one, read, act, leader, drafts } = await checkedBureau('baixiang');
    const permit = await bureau.enter({
      kind: 'permit',
      ...answeredFor('permit'),
      name: '许可1号',
      facts: { grantedOn: '2026-06-01' },
      contacts: [contactAt('Holder')],
    });
    const { findings } = await record('archives-disposal', CHECKED_AT, permit.id, [
      { text: '审批手续不全' },
      { text: '未登记去向' },
    ]);
    const [first = '', second = ''] = findings.map(({ obligationId }) => obligationId);
    await server.advance('2026-07-21T09:30:00+08:00');
    const { id } = await one('order-to-rectify');
    await act(id, 'proposal', {});
    await act(id, 'decision', { decision: 'approve', reason: '同意' }, leader);
    await act(id, 'issue', { number: '柏档〔2026〕1号', on: '2026-07-21' });
    await act(id, 'service', { on: '2026-07-21', method: 'personal', receivedBy: '张工' });
    await bureau.act(first, 'fulfilment', { on: '2026-07-21' });
    expect((await read(id)).complied).toBeUndefined();
    await server.advance('2026-08-06T09:30:00+08:00');
    const next = (await drafts(permit.id)).find(({ step }) => step === 'penalty-case');
    expect(next).toMatchObject({ obligationId: second, previousId: id });
    expect(next?.text).not.toContain('审批手续不全');
    await bureau.act(second, 'fulfilment', { on: '2026-08-06' });
    expect((await read(id)).complied?.on).toBe('2026-08-06');
  });
});
