import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import type { OfficeName } from '../../shared/rules/schema.ts';
import { discussion, proposal, upToClosing, upToProposal } from '../support/cases/case-moves.ts';
import { START, caseAt, refusedFor, walk, walkOf } from '../support/cases/case-walk.ts';
import type { ProblemCode } from '../../shared/problems/table.ts';
import { lateForm } from '../support/cases/escalations.ts';

describe('the hearing of the party', () => {
  test('comes before the proposal: notice, period, statement, hearing', async () => {
    const { server, walked } = await caseAt(7);
    const early = { ...proposal, on: '2026-09-14' };
    const until = '2026-09-20';
    await refusedFor(walked, 'officer', early, 422, 'prior-notice', 'case.heard-until', { until });
    const clause = ['(十)三(四)'];
    await refusedFor(walked, 'officer', early, 422, 'statement', 'case.no-statement', { clause });
    await refusedFor(
      walked,
      'officer',
      { event: 'statement', received: true, text: '不服' },
      422,
      'outcome',
      'case.statement-review',
    );
    const silence = { event: 'statement', received: false };
    await refusedFor(walked, 'officer', silence, 422, 'received', 'case.silence-early', { until });
    await walked.enter('officer', {
      event: 'statement',
      received: true,
      text: '不服',
      outcome: '复核后不予采纳',
    });
    await walked.enter('officer', { event: 'hearing-request', on: '2026-09-14' });
    await server.advance('2026-09-24T12:00:00+08:00');
    await refusedFor(walked, 'officer', proposal, 422, 'hearing-held', 'case.hearing-first');
    const held = { event: 'hearing-held', noticeServedOn: '2026-09-15', on: '2026-09-22', outcome: '维持' };
    await refusedFor(walked, 'officer', held, 422, 'noticeServedOn', 'case.hearing-early', {
      earliest: '2026-09-23',
    });
    await walked.enter('officer', { ...held, on: '2026-09-24' });
    await walked.enter('officer', { ...proposal, on: '2026-09-24' });
  });

  test('is asked for within five working days', async () => {
    const { server, walked } = await caseAt(7);
    await server.advance('2026-09-22T12:00:00+08:00');
    await refusedFor(
      walked,
      'officer',
      { event: 'hearing-request', on: '2026-09-22' },
      422,
      'on',
      'case.hearing-late',
      { until: '2026-09-20' },
    );
  });
});

describe('the decision', () => {
  test('has a basis and never a fine above the maximum, or above what the party was told', async () => {
    const { walked } = await caseAt(8);
    const but = (change: object, path: string, code: ProblemCode, params?: object) =>
      refusedFor(walked, 'officer', { ...proposal, ...change }, 422, path, code, params);
    const clause = ['(十一)一'];
    await but({ legalBasis: undefined }, 'legalBasis', 'case.no-legal-basis');
    const above = { clause, fine: 30_001, maximum: 30_000 };
    await but({ fine: 30_001, fineMaximum: 30_000 }, 'fine', 'case.fine-above', above);
    await but({ fineMaximum: undefined }, 'fineMaximum', 'case.no-fine-maximum', { clause });
    await but({ fine: 40_001 }, 'fine', 'case.fine-raised');
    await but({ documents: [] }, 'documents', 'stage.papers', { papers: ['《行政处罚决定审批表》'] });
    expect(
      (
        await walked.bureau.officer.refused(
          422,
          'PATCH',
          `${walked.bureau.path}/subjects/${walked.subject.id}`,
          { facts: { fine: 2, fineMaximum: 1 } },
        )
      ).errors?.[0]?.path,
    ).toBe('facts.fine');
  });

  test('never exceeds the maximum on record, nor names another maximum or party than the facts', async () => {
    const { server, walked } = await caseAt(6);
    const notice = upToProposal('archives')[6]?.body;
    const record = (facts: object) =>
      walked.bureau.officer.send(
        answers.subject,
        'PATCH',
        `${walked.bureau.path}/subjects/${walked.subject.id}`,
        { facts },
      );
    await record({ fineMaximum: 50_000 });
    const above = { ...notice, fine: 60_000 };
    await refusedFor(walked, 'officer', above, 422, 'fine', 'case.fine-above', {
      fine: 60_000,
      maximum: 50_000,
    });
    await walk(server, walked, upToProposal('archives').slice(6, 8));
    await record({ party: 'individual' });
    await refusedFor(walked, 'officer', proposal, 422, 'fineMaximum', 'case.contradicted', {
      given: 100_000,
      fact: 'fineMaximum',
      recorded: 50_000,
    });
    const unit = { ...proposal, fineMaximum: undefined };
    await refusedFor(walked, 'officer', unit, 422, 'party', 'case.contradicted', {
      given: 'unit',
      recorded: 'individual',
    });
    await record({ party: 'unit' });
    await walked.enter('officer', unit);
  });

  test.each<[OfficeName, object, string]>([
    ['archives', { major: true }, 'BX (十)三(五)4: a major case'],
    ['archives', { complex: true }, 'BX (十)三(五)4: a complex case'],
    [
      'civil-defence',
      { party: 'individual', fine: 5_000 },
      'BX (五)三(四): a fine of 5000 yuan or more on an individual',
    ],
    [
      'civil-defence',
      { party: 'unit', fine: 30_000 },
      'BX (五)三(四): a fine of 30000 yuan or more on a unit',
    ],
    ['civil-defence', { party: 'unit', fine: 1, major: true }, 'BX (四)三(五)3: a major case'],
  ])('of the %s with %j is discussed first', async (office, changed, ground) => {
    const { server, walked } = await caseAt(9, office, changed);
    const moves = upToClosing(office, true);
    const reviews = moves.filter(({ body }) => body.event.endsWith('review'));
    await walk(server, walked, reviews);
    expect((await walked.see()).case?.collective?.message).toBe(ground);
    await server.advance('2026-09-23T12:00:00+08:00');
    const approval = {
      event: 'decision-approval',
      on: '2026-09-23',
      number: '柏档罚〔2026〕1号',
      reason: '同意',
    };
    await refusedFor(walked, 'head', approval, 422, 'collective-discussion', 'case.level-first');
    const talk = discussion(office);
    await refusedFor(
      walked,
      'officer',
      { ...talk, participants: ['杨七'] },
      422,
      'participants',
      'case.discussed-alone',
    );
    if (office === 'archives')
      await refusedFor(
        walked,
        'officer',
        { ...talk, filedWith: ['市'] },
        422,
        'filedWith',
        'stage.incomplete',
        { missing: [expect.stringContaining('省档案行政管理部门')] },
      );
    else
      await refusedFor(walked, 'officer', { ...talk, parts: [1, 2, 3] }, 422, 'parts', 'stage.incomplete', {
        missing: ['4 结论意见'],
      });
    await walked.enter('officer', talk);
    await walked.enter('head', approval);
    expect((await walked.see()).facts['major']).toBe('major' in changed);
  });

  test.each<[object, boolean]>([
    [{ party: 'individual', fine: 4_999.99 }, false],
    [{ party: 'unit', fine: 29_999.99 }, false],
    [{ party: 'unit', fine: 5_000 }, false],
  ])('of the civil defence with %j needs no discussion unless a reviewer sends it there', async (changed) => {
    const { walked } = await caseAt(9, 'civil-defence', changed);
    await walked.enter('reviewer', { event: 'decision-review', opinion: '疑难', collective: true });
    await refusedFor(
      walked,
      'head',
      { event: 'decision-approval', on: '2026-09-22', number: '柏档罚〔2026〕1号', reason: '同意' },
      422,
      'collective-discussion',
      'case.level-first',
    );
  });

  test('is approved by the head alone, once; what it rests on is fixed; returned, it is proposed anew', async () => {
    const { server, walked } = await caseAt(9);
    const path = `${walked.bureau.path}/subjects/${walked.subject.id}`;
    await walked.bureau.officer.refused(409, 'PATCH', path, { facts: { major: true } });
    const returned = await walked.enter('reviewer', { event: 'decision-return', reason: '幅度偏重' });
    expect(returned.stage?.name).toBe('statement');
    await walked.enter('officer', { ...proposal, fine: 10_000 });
    await walk(server, walked, upToClosing('archives', false).slice(0, 2));
    const approval = {
      event: 'decision-approval',
      on: '2026-09-22',
      number: '柏档罚〔2026〕1号',
      reason: '同意',
    };
    await walked.refused(403, 'officer', approval);
    await refusedFor(walked, 'reviewer', approval, 422, 'event', 'case.level-taken');
    await walked.enter('head', approval);
    await walked.refused(409, 'head', approval);
    expect((await walked.see()).facts['fine']).toBe(10_000);
  });

  test('bears a number that neither another case nor an issued document bears', async () => {
    const { server, act, leader, one } = await lateForm('baixiang');
    await server.advance('2026-07-16T10:00:00+08:00');
    const { id } = await one('order-to-rectify');
    await act(id, 'proposal', {});
    await act(id, 'decision', { decision: 'approve', reason: '属实' }, leader);
    await act(id, 'issue', { number: '柏档〔2026〕9号', on: '2026-07-16' });
    await server.advance(START);
    const [first, second] = [await walkOf(server, 'archives'), await walkOf(server, 'archives', {}, 'C-2')];
    const moves = [...upToProposal('archives'), ...upToClosing('archives', false)].slice(0, 11);
    await walk(server, first, moves);
    await walk(
      server,
      second,
      moves.map((one) => ({ ...one, on: '2026-09-22' })),
    );
    const approval = {
      event: 'decision-approval',
      on: '2026-09-22',
      number: '柏档〔2026〕9号',
      reason: '同意',
    };
    await refusedFor(first, 'head', approval, 409, 'number', 'document.number-taken', {
      number: '柏档〔2026〕9号',
    });
    const year = { ...approval, number: '柏档罚〔2025〕1号' };
    await refusedFor(first, 'head', year, 422, 'number', 'document.number-year');
    const bare = { ...approval, number: '1号' };
    await refusedFor(first, 'head', bare, 422, 'number', 'document.number-without-year');
    await first.enter('head', { ...approval, number: '柏档罚〔2026〕1号' });
    await refusedFor(
      second,
      'head',
      { ...approval, number: '柏档罚〔2026〕1号' },
      409,
      'number',
      'document.number-taken',
      {
        number: '柏档罚〔2026〕1号',
      },
    );
    await second.enter('head', { ...approval, number: '柏档罚〔2026〕2号' });
  });

  test('is served with a signature, or its refusal noted by two; closed after its execution', async () => {
    const { server, walked } = await caseAt(9);
    await walk(server, walked, upToClosing('archives', false).slice(0, 3));
    const service = {
      event: 'service',
      on: '2026-09-24',
      method: 'personal',
      documents: ['《行政处罚决定书》'],
    };
    await refusedFor(walked, 'officer', service, 422, 'receivedBy', 'case.not-received', {
      clause: ['(十)三(六)'],
    });
    await refusedFor(
      walked,
      'officer',
      { ...service, method: 'lien', witnesses: ['甲'] },
      422,
      'witnesses',
      'case.witnesses',
      { least: 2 },
    );
    await refusedFor(
      walked,
      'officer',
      { ...service, method: 'electronic' },
      422,
      'electronicConsent',
      'case.no-consent',
    );
    await refusedFor(
      walked,
      'officer',
      { ...service, receivedBy: '冯某', on: '2026-09-23' },
      422,
      'on',
      'stage.before',
      { milestone: 'decision' },
    );
    await walked.enter('officer', { ...service, method: 'lien', witnesses: ['甲', '乙'] });
    await refusedFor(
      walked,
      'officer',
      { event: 'closing', on: '2026-09-24' },
      422,
      'execution',
      'case.no-execution',
    );
  });
});
