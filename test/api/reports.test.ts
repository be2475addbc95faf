import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { selfInspection } from '../support/bureaus/bureau.ts';
import { reportingUnit } from '../support/bureaus/reporting-unit.ts';

describe('a unit’s report', () => {
  test('waits for the bureau and holds every notice meanwhile', async () => {
    const { server, report, mails, bureau, id } = await reportingUnit('2026-09-22T10:00:00+08:00');
    expect(await report('2026-09-22')).toMatchObject({
      status: 'open',
      report: 'pending',
      reportedOn: '2026-09-22',
      nextActionAt: null,
    });
    await server.advance('2026-10-09T12:00:00+08:00');
    expect(await mails()).toEqual([]);
    expect(await bureau.detail(id)).toMatchObject({
      status: 'overdue',
      report: { status: 'pending' },
      notices: [],
    });
  });

  test('of a day on which it was late closes it as late', async () => {
    const { server, report, decide } = await reportingUnit('2026-09-22T10:00:00+08:00');
    await server.advance('2026-10-09T12:00:00+08:00');
    await report('2026-10-01');
    expect(await decide({ decision: 'confirm' })).toMatchObject({ status: 'fulfilled-late' });
  });

  test('that is returned goes on: the unit reads the reason, and reminders come again', async () => {
    const { server, unit, report, decide, mails } = await reportingUnit('2026-09-22T10:00:00+08:00');
    await report('2026-09-22');
    await server.advance('2026-09-24T10:00:00+08:00');
    const reason = '缺少数据库运行维护情况';
    expect(await decide({ decision: 'return', reason })).toMatchObject({
      status: 'open',
      report: 'returned',
    });
    await server.advance('2026-09-29T12:00:00+08:00');
    expect(await mails()).toEqual(['2026-09-28T09:00 【退回】', '2026-09-29T09:00 【提醒】']);
    const [returned] = await server.mailbox({ to: unit.contacts[0]?.email ?? '' });
    expect(returned?.text).toContain(reason);
  });

  test('that is returned after the due day brings the overdue notice that was held', async () => {
    const { server, report, decide, mails } = await reportingUnit('2026-09-22T10:00:00+08:00');
    await report('2026-09-22');
    await server.advance('2026-10-09T12:00:00+08:00');
    await decide({ decision: 'return', reason: '未加盖公章' });
    await server.advance('2026-10-12T12:00:00+08:00');
    expect((await mails()).sort()).toEqual(['2026-10-10T09:00 【退回】', '2026-10-10T09:00 【逾期】']);
  });

  test('may come again after it was returned', async () => {
    const { report, decide, bureau, id } = await reportingUnit('2026-09-22T10:00:00+08:00');
    await report('2026-09-20');
    await decide({ decision: 'return', reason: '未加盖公章' });
    expect(await report('2026-09-22')).toMatchObject({ report: 'pending', reportedOn: '2026-09-22' });
    expect(await decide({ decision: 'confirm' })).toMatchObject({
      status: 'fulfilled',
      fulfilledOn: '2026-09-22',
    });
    const { history } = await bureau.detail(id);
    expect(history.map(({ what }) => what)).toEqual([
      'created',
      'reported',
      'returned',
      'reported',
      'fulfilled',
    ]);
  });

  test('is no decision of the unit: neither the answer nor a waiver is its own', async () => {
    const { report, client, id, bureau } = await reportingUnit('2026-09-22T10:00:00+08:00');
    await report('2026-09-22');
    const path = `${bureau.path}/obligations/${id}`;
    await client.refused(403, 'POST', `${path}/report-decision`, { decision: 'confirm' });
    await client.refused(403, 'POST', `${path}/waiver`, { reason: 'x' });
    const twice = await client.refused(409, 'POST', `${path}/fulfilment`, { on: '2026-09-22' });
    expect(twice.detail).toBe('the obligation is reported: report is not possible');
  });

  test('is read whole by whoever judges it, and stays in the history', async () => {
    const { bureau, id, client, decide } = await reportingUnit('2026-09-22T10:00:00+08:00');
    const said = { on: '2026-09-21', document: '自查报告.pdf', note: '已盖章，纸质件另送' };
    await bureau.act(id, 'fulfilment', said, client);
    const { report, history } = await bureau.detail(id);
    expect(report).toEqual({
      status: 'pending',
      ...said,
      files: [],
      by: 'unit:local-unit',
      at: '2026-09-22T10:00:00+08:00',
    });
    expect(history.at(-1)?.text).toBe(
      '单位报告已于2026-09-21办理，待确认。材料：自查报告.pdf；说明：已盖章，纸质件另送',
    );
    await decide({ decision: 'confirm', reason: '材料齐全' });
    expect((await bureau.detail(id)).history.at(-1)?.text).toBe(
      '确认单位报告：2026-09-21办理。材料：自查报告.pdf；说明：已盖章，纸质件另送；审核意见：材料齐全',
    );
  });

  test('that is returned says why at once, in the unit’s list and in the duty itself', async () => {
    const { bureau, id, report, decide, client } = await reportingUnit('2026-09-22T10:00:00+08:00');
    await report('2026-09-22');
    const reason = '缺少数据库运行维护情况';
    await decide({ decision: 'return', reason });
    const path = `${bureau.path}/obligations`;
    const seen = await client.get(answers.obligationDetail, `${path}/${id}`);
    expect(seen.report).toMatchObject({ status: 'returned', document: '自查报告.pdf', reason, by: 'unit' });
    const listed = (await client.all(answers.obligation, path)).find((one) => one.id === id);
    expect(listed).toMatchObject({ report: 'returned', returnReason: reason });
    await report('2026-09-22');
    expect((await bureau.detail(id)).report).not.toHaveProperty('reason');
    expect((await bureau.obligation(listed?.subjectId ?? '', selfInspection, '2025')).returnReason).toBe(
      undefined,
    );
  });

  test('of a day in the future is refused', async () => {
    const { client, id, bureau } = await reportingUnit('2026-09-22T10:00:00+08:00');
    const problem = await client.refused(422, 'POST', `${bureau.path}/obligations/${id}/fulfilment`, {
      on: '2026-09-23',
    });
    expect(problem.errors?.[0]?.path).toBe('on');
  });
});

describe('the bureau’s answer to a report', () => {
  test('needs a reason where it is returned, and a report where there is none', async () => {
    const { bureau, id, report } = await reportingUnit('2026-09-22T10:00:00+08:00');
    const path = `${bureau.path}/obligations/${id}/report-decision`;
    const none = await bureau.officer.refused(409, 'POST', path, { decision: 'confirm' });
    expect(none.detail).toBe('the obligation is open: confirm-report is not possible');
    await report('2026-09-22');
    const silent = await bureau.officer.refused(422, 'POST', path, { decision: 'return' });
    expect(silent.errors).toMatchObject([
      { path: 'reason', message: 'give the reason for returning the report: the unit reads it' },
    ]);
    const other = await bureau.officer.refused(400, 'POST', path, { decision: 'maybe' });
    expect(other.errors?.[0]?.path).toBe('decision');
  });

  test('may be to close the duty itself, on another day than the unit gave', async () => {
    const { bureau, id, report } = await reportingUnit('2026-09-22T10:00:00+08:00');
    await report('2026-09-22');
    const closed = await bureau.act(id, 'fulfilment', { on: '2026-09-21' });
    expect(closed).toMatchObject({ status: 'fulfilled', fulfilledOn: '2026-09-21' });
    expect(closed).not.toHaveProperty('report');
  });
});
