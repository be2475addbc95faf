import { describe, expect, test } from 'vitest';
import { signature, signerOf } from '../../shared/domain/actor.ts';
import { upToDate } from '../../shared/records/migrate.ts';
import { drawRecord } from '../../shared/records/draw.ts';
import { escalationRecord } from '../../shared/records/escalation.ts';
import { portionRecord } from '../../shared/records/import.ts';
import { inspectionRecord } from '../../shared/records/inspection.ts';
import { quotaDecisionRecord } from '../../shared/records/quota.ts';
import { obligationRecord } from '../../shared/records/obligation.ts';
import { overrideRecord } from '../../shared/records/override.ts';
import { subjectRecord } from '../../shared/records/subject.ts';

const wang = { role: 'bureau-officer', sub: 'wang' };
const li = { role: 'bureau-leader', sub: 'urn:li' };
const system = { role: 'system' };
const [byWang, byLi] = ['bureau-officer:wang', 'bureau-leader:urn:li'];
const jurisdiction = 'hongjiang';
const of = { jurisdiction, id: 'a.b' };

describe('who acted', () => {
  test.each([byWang, byLi, 'unit:', 'system', 'facts'])('%s is read as it was signed', (text) => {
    const signer = signerOf(text);
    expect(signer && signature(signer)).toBe(text);
  });

  test.each(['', 'wang', 'nobody:wang', ':wang'])('%j is no signature', (text) => {
    expect(signerOf(text)).toBeUndefined();
  });
});

describe('an item of before, with texts of who acted', () => {
  const change = { on: '2026-03-02', reason: 'x' };
  test.each([
    [
      'obligation',
      obligationRecord.key(of),
      {
        closed: { ...change, by: 'facts' },
        report: { ...change, by: 'unit:u' },
        history: [{ by: 'system' }, { by: byLi }],
      },
      {
        closed: { ...change, by: { role: 'facts' } },
        report: { ...change, by: { role: 'unit', sub: 'u' } },
        history: [{ by: system }, { by: li }],
      },
    ],
    ['obligation without any act', obligationRecord.key(of), { history: [] }, { history: [] }],
    [
      'case',
      subjectRecord.key(of),
      { stage: { kind: 'case', entries: [{ by: byWang, body: { by: byWang } }] } },
      { stage: { kind: 'case', entries: [{ by: wang, body: { by: byWang } }] } },
    ],
    [
      'escalation',
      escalationRecord.key(of),
      {
        draftedBy: 'system',
        approval: { proposedBy: 'wang' },
        legalReview: { by: '赵法制' },
        refusal: { by: byWang },
        issue: { by: byWang },
        service: { by: byWang },
        complied: { by: 'system' },
        withdrawal: { by: byLi },
        corrections: [{ by: byLi }],
        links: [{ content: { by: byLi } }],
        history: [{ by: byWang }],
      },
      {
        draftedBy: system,
        approval: { proposedBy: 'wang' },
        legalReview: { by: '赵法制' },
        refusal: { by: wang },
        issue: { by: wang },
        service: { by: wang },
        complied: { by: system },
        withdrawal: { by: li },
        corrections: [{ by: li }],
        links: [{ content: { by: byLi } }],
        history: [{ by: wang }],
      },
    ],
    [
      'draw',
      drawRecord.key(of),
      { committedBy: byWang, result: { by: byWang }, replacements: [{ by: byLi }], abandoned: { by: byLi } },
      { committedBy: wang, result: { by: wang }, replacements: [{ by: li }], abandoned: { by: li } },
    ],
    [
      'inspection',
      inspectionRecord.key(of),
      { recordedBy: byWang, content: { signatures: [{ by: '李主任' }] }, originals: [{ by: byLi }] },
      { recordedBy: wang, content: { signatures: [{ by: '李主任' }] }, originals: [{ by: li }] },
    ],
    [
      'quota decision',
      quotaDecisionRecord.key({ jurisdiction, ruleId: 'r', period: '2026' }),
      { by: byLi, earlier: [{ by: byWang }] },
      { by: li, earlier: [{ by: wang }] },
    ],
    [
      'override',
      overrideRecord.key({ jurisdiction, ruleId: 'r', from: '2026-01-01' }),
      { enteredBy: byLi, before: [{ enteredBy: byWang, by: byLi }] },
      { enteredBy: li, before: [{ enteredBy: wang, by: li }] },
    ],
    [
      'portion of an import',
      portionRecord.key({ ...of, part: 'C#1#000000' }),
      {
        verdicts: [{ act: 'update', after: { stage: { entries: [{ by: byWang }] } } }, { act: 'unchanged' }],
      },
      { verdicts: [{ act: 'update', after: { stage: { entries: [{ by: wang }] } } }, { act: 'unchanged' }] },
    ],
  ])('%s: is read with values in their places, and nothing else of it changes', (_, key, before, after) => {
    expect(upToDate({ ...key, v: 1, version: 4, later: 'x', ...before })).toEqual({
      ...key,
      v: 2,
      version: 4,
      later: 'x',
      ...after,
    });
  });
});
