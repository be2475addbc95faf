import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { officerOnStaff } from '../support/bureaus/bureau.ts';
import { move } from '../support/cases/case-moves.ts';
import { refusedFor, walk } from '../support/cases/case-walk.ts';
import { lawCase, toService } from '../support/cases/law-walk.ts';

const demand = (servedOn: string) => ({ event: 'demand' as const, servedOn, method: 'personal' as const });
const court = (on: string) => ({ event: 'court-application' as const, on, reason: '当事人不履行' });

/** A case of Hongjiang whose decision, 20,000 yuan, was served on 2026-09-28: the fine is due on 10-13. */
const served = () => lawCase(toService);

describe('a fine', () => {
  test('is late after fifteen days, adds three per cent a day, and never more than itself', async () => {
    const { server, walked } = await served();
    expect((await walked.see()).case?.payment).toMatchObject({ amount: 20_000, dueOn: '2026-10-13' });
    await server.advance('2026-10-15T12:00:00+08:00');
    expect((await walked.see()).case?.payment).toMatchObject({ addition: 1200, outstanding: 21_200 });
    await walked.enter('officer', { event: 'payment', on: '2026-10-15', amount: 11_200, receipt: 'P-1' });
    await server.advance('2026-10-16T12:00:00+08:00');
    const much = { event: 'payment', on: '2026-10-16', amount: 20_000, receipt: 'P-2' };
    await refusedFor(walked, 'officer', much, 422, 'amount', 'case.paid-too-much', { outstanding: 10_264 });
    await server.advance('2027-03-01T12:00:00+08:00');
    expect((await walked.see()).case?.payment).toMatchObject({ paid: 11_200, addition: 20_000 });
  });

  test('adds nothing while a reconsideration runs, and is gone where the decision is revoked', async () => {
    const { server, walked } = await served();
    await server.advance('2026-10-13T12:00:00+08:00');
    await walked.enter('officer', {
      event: 'remedy-begun',
      ...{ on: '2026-10-13', kind: 'reconsideration', acceptedBy: '怀化市人民政府' },
    });
    await server.advance('2026-11-30T12:00:00+08:00');
    expect((await walked.see()).case?.payment?.addition).toBe(0);
    const ended = { event: 'remedy-ended', on: '2026-11-30', result: 'changed' };
    await refusedFor(walked, 'officer', ended, 422, 'fine', 'case.fine-changed', { amount: 20_000 });
    await refusedFor(walked, 'officer', { ...ended, fine: 20_001 }, 422, 'fine', 'case.fine-changed');
    await walked.enter('officer', { ...ended, result: 'revoked' });
    const closed = await walked.enter('officer', { event: 'closing', on: '2026-11-30' });
    expect(closed.stage?.name).toBe('closed');
  });

  test('is paid later or in parts only where the party asked and another person allowed it', async () => {
    const { server, walked } = await served();
    const decided = {
      ...{ event: 'deferral-decision', on: '2026-10-09', granted: true, reason: '确有困难' },
      instalments: [
        { dueOn: '2026-11-10', amount: 12_000 },
        { dueOn: '2026-12-10', amount: 8000 },
      ],
    };
    await server.advance('2026-10-09T12:00:00+08:00');
    await refusedFor(walked, 'head', decided, 422, 'deferral-request', 'case.no-deferral-request');
    await walked.enter('reviewer', { event: 'deferral-request', on: '2026-10-09', reason: '经济困难' });
    await refusedFor(walked, 'reviewer', decided, 422, 'event', 'case.proposer');
    await walked.refused(403, 'officer', decided);
    const short = { ...decided, instalments: decided.instalments.slice(0, 1) };
    await refusedFor(walked, 'head', short, 422, 'instalments', 'case.instalments-sum', { left: 20_000 });
    await walked.enter('head', decided);
    await server.advance('2026-11-12T12:00:00+08:00');
    const { case: of, clocks = [] } = await walked.see();
    // Two days late, of the first part alone.
    expect(of?.payment?.addition).toBe(720);
    expect(clocks.map(({ name, status }) => [name, status])).toContainEqual([
      '缴纳罚款第2期（8000元）',
      'running',
    ]);
  });
});

describe('the application to the court', () => {
  test('waits for the demand, its ten working days and the time to sue, and ends three months later', async () => {
    const { server, walked } = await served();
    await server.advance('2026-10-13T12:00:00+08:00');
    const early = demand('2026-10-13');
    await refusedFor(walked, 'officer', early, 422, 'service', 'case.payment-runs', { until: '2026-10-13' });
    await server.advance('2026-10-14T12:00:00+08:00');
    await refusedFor(walked, 'head', court('2026-10-14'), 422, 'demand', 'case.no-demand');
    await walked.enter('officer', demand('2026-10-14'));
    await refusedFor(walked, 'head', court('2026-10-14'), 422, 'demand', 'case.demand-runs', {
      until: '2026-10-28',
    });
    await server.advance('2027-03-29T12:00:00+08:00');
    await refusedFor(walked, 'head', court('2027-03-29'), 422, 'service', 'case.suing-runs', {
      until: '2027-03-29',
    });
    await server.advance('2027-06-30T12:00:00+08:00');
    const { clocks = [] } = await walked.see();
    const clock = clocks.find(({ name }) => name.startsWith('申请人民法院强制执行'));
    expect(clock).toMatchObject({ from: '2027-03-29', until: '2027-06-29', status: 'overdue' });
    expect(clock?.explanation?.length).toBeGreaterThan(0);
    await refusedFor(walked, 'head', court('2027-06-30'), 422, 'on', 'case.court-late');
    await walked.refused(403, 'officer', court('2027-06-29'));
    await walked.enter('head', court('2027-06-29'));
    await refusedFor(walked, 'head', court('2027-06-29'), 409, 'event', 'case.court-asked');
  });

  test('nothing is demanded, and the case is closed, once all was paid', async () => {
    const { server, walked } = await served();
    await server.advance('2026-10-08T12:00:00+08:00');
    const closing = { event: 'closing', on: '2026-10-08' };
    await refusedFor(walked, 'officer', closing, 422, 'execution', 'case.no-execution');
    await walked.enter('officer', { event: 'payment', on: '2026-10-08', amount: 20_000, receipt: 'P-1' });
    const { events = [] } = await walked.see();
    expect(events.map(({ event }) => event)).not.toContain('demand');
    expect((await walked.enter('officer', closing)).stage?.name).toBe('closed');
  });
});

describe('the hearing of a case', () => {
  const toNotice = toService.slice(0, 5);
  const notice = {
    ...{ event: 'hearing-notice' as const, servedOn: '2026-09-15', method: 'personal' as const },
    ...{ hearingAt: '2026-09-25T09:00:00+08:00', place: '局会议室', presider: '杨七' },
  };

  test('is told seven working days before, and nobody who investigates presides', async () => {
    const { walked } = await lawCase([
      ...toNotice,
      move('2026-09-15', 'officer', { event: 'hearing-request', on: '2026-09-15' }),
    ]);
    const early = { ...notice, hearingAt: '2026-09-22T09:00:00+08:00' };
    await refusedFor(walked, 'officer', early, 422, 'hearingAt', 'case.hearing-early');
    const own = { ...notice, presider: '刘一' };
    await refusedFor(walked, 'officer', own, 422, 'presider', 'case.presider', { name: '刘一' });
    const held = { event: 'hearing-held', on: '2026-09-15', outcome: '维持' };
    await refusedFor(walked, 'officer', held, 422, 'noticeServedOn', 'case.no-hearing-notice');
    await walked.enter('officer', notice);
  });

  test('a statement makes no later notice heavier, but what was found since may', async () => {
    const { server, walked } = await lawCase(toNotice);
    await walk(server, walked, [
      move('2026-09-15', 'officer', {
        event: 'statement',
        ...{ received: true, text: '已经改正' },
        points: [{ point: '已经改正', adopted: false, reason: '改正在立案之后' }],
      }),
    ]);
    const heavier = {
      ...{ event: 'prior-notice', servedOn: '2026-09-15', method: 'personal' },
      ...{ penalty: '拟处罚款', fine: 50_000, legalBasis: '《中华人民共和国档案法》第四十九条' },
    };
    await refusedFor(walked, 'officer', heavier, 422, 'newFacts', 'case.heavier-notice');
    await walked.enter('officer', { ...heavier, newFacts: '另查明一处' });
  });
});

test('the daily mail names a period of the law three days before it ends, and until it is done', async () => {
  const { server, walked } = await served();
  const { bureau } = walked;
  await bureau.admin.send(answers.staff, 'PUT', `${bureau.path}/staff`, [officerOnStaff]);
  await server.advance('2026-10-15T12:00:00+08:00');
  await walked.enter('officer', { event: 'payment', on: '2026-10-15', amount: 21_200, receipt: 'P-1' });
  await server.advance('2026-10-20T12:00:00+08:00');
  const mails = await server.mailbox({ to: officerOnStaff.email });
  const told = mails.flatMap(({ sentAt, text }) =>
    text
      .split('\n')
      .filter((line) => line.includes('缴纳罚款'))
      .map((line) => `${sentAt.slice(5, 10)} ${line.replace(/^\d+\. /, '')}`),
  );
  expect(told).toMatchInlineSnapshot(`
    [
      "10-10 案件C-1：缴纳罚款（15日），2026年10月13日届满",
      "10-12 案件C-1：缴纳罚款（15日），2026年10月13日届满",
      "10-13 案件C-1：缴纳罚款（15日），2026年10月13日届满",
      "10-14 案件C-1：缴纳罚款（15日），2026年10月13日已届满，尚未办理",
      "10-15 案件C-1：缴纳罚款（15日），2026年10月13日已届满，尚未办理",
    ]
  `);
});
