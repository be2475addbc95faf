import { expect, test } from 'vitest';
import { instant } from '../../shared/domain/time/instant.ts';
import type { Principal } from '../../shared/domain/principal.ts';
import type { SubjectRecord } from '../../shared/records/subject.ts';
import { changedSubject, type SubjectPatch } from '../../shared/usecases/subjects/make.ts';

const now = instant('2026-09-16T09:00:00+08:00');
const principal: Principal = { sub: 'officer', role: 'bureau-officer', jurisdiction: 'baixiang' };
const entry = (event: string) => ({
  at: now,
  by: { role: 'bureau-officer', sub: 'officer' } as const,
  body: { event },
});

/** A case as far as the events say, against a firm by its name and code unless said. */
const caseAt = (events: readonly string[], more: Partial<SubjectRecord> = {}): SubjectRecord => ({
  version: 1,
  id: 'case',
  jurisdiction: 'baixiang',
  kind: 'case',
  name: '擅自销毁档案案',
  parentId: 'above',
  parties: [{ relation: 'party', name: '甲公司', code: '91130524MA00000001' }],
  traits: [],
  facts: {},
  recorded: {},
  contacts: [],
  createdAt: now,
  stage: { kind: 'case', entries: events.map(entry) },
  ...more,
});

const told = ['discovery-record', 'prior-notice'];
const refusedFor = (subject: SubjectRecord, patch: SubjectPatch) => {
  const changed = changedSubject({ principal, now }, subject, patch);
  return changed.ok ? undefined : changed.failure.errors.map(({ path, code }) => `${path} ${code}`);
};

test('a case does not come to be against another person than the one who was told what is intended', () => {
  const other: SubjectPatch = { parties: [{ relation: 'party', name: '乙公司' }] };
  expect(refusedFor(caseAt(told), other)).toEqual(['parties.0 case.party-told']);
  expect(refusedFor(caseAt(told), { parties: [] })).toEqual(['parties.0 case.party-told']);
  expect(refusedFor(caseAt(['discovery-record']), other)).toBeUndefined();
  const ofUnit = caseAt(told, { parties: undefined });
  expect(refusedFor(ofUnit, { parentId: 'another' })).toEqual(['parentId case.party-told']);
  expect(refusedFor(ofUnit, other)).toEqual(['parties.0 case.party-told']);
});

test('what is said of the same person may be put right', () => {
  const renamed = { relation: 'party', name: '甲有限公司', code: '91130524MA00000001' } as const;
  expect(refusedFor(caseAt(told), { parties: [renamed] })).toBeUndefined();
  const moved = { relation: 'party', name: '甲公司', address: '槐阳大街2号' } as const;
  expect(refusedFor(caseAt(told), { parties: [moved] })).toBeUndefined();
  expect(refusedFor(caseAt(told), { parentId: 'another' })).toBeUndefined();
  const ofUnit = caseAt(told, { parties: undefined });
  const named: SubjectPatch = { parties: [{ relation: 'party', subjectId: 'above' }] };
  expect(refusedFor(ofUnit, named)).toBeUndefined();
});
