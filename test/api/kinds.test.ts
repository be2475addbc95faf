import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import * as answers from '../../shared/contract/answers.ts';
import { escalation } from '../../shared/contract/escalations.ts';
import { relationsOf } from '../../shared/vocabulary/parties.ts';
import { periodOf, reachesParty } from '../../shared/vocabulary/measures.ts';
import { subjectKind, type EscalationStep } from '../../shared/rules/schema.ts';
import { answeredFor, bureauOf, contactAt, type Bureau, type Subject } from '../support/bureaus/bureau.ts';
import type { Client } from '../support/product/client.ts';
import { kindCases, type KindCase } from '../support/bureaus/kinds.ts';
import { enterPapers } from '../support/bureaus/papers.ts';
import { serverForTest, type TestServer } from '../support/product/server.ts';

const START = '2026-09-07T10:00:00+08:00';

interface Place {
  readonly server: TestServer;
  readonly bureau: Bureau;
  readonly officer: Client;
  readonly leader: Client;
  readonly subject: Subject;
}

const bureauActs = { actingOrgan: { name: '石家庄市鹿泉区档案局' } };

/** What a paper says of a unit that is its own party. */
const registered = { address: '某路1号', representative: '某人' };

async function entered({ kind, jurisdiction, office, traits = [], facts = {} }: KindCase): Promise<Place> {
  const server = await serverForTest(START);
  const bureau = await bureauOf(server, jurisdiction, office);
  // An archive may be delegated to check, never to punish: there the archives bureau acts.
  await enterPapers(server, jurisdiction, jurisdiction === 'luquan' ? bureauActs : {});
  const claims = { jurisdiction, ...(office === undefined ? {} : { office }) };
  const subject = await bureau.enter({
    kind,
    code: 'K-1',
    ...answeredFor(kind, [...relationsOf[kind]]),
    name: `某${kind}`,
    traits: [...traits],
    facts: { ...(kind === 'unit' ? registered : {}), ...facts },
    contacts: [contactAt('Party')],
  });
  return {
    server,
    bureau,
    subject,
    officer: await server.as({ ...claims, role: 'bureau-officer', sub: 'officer' }),
    leader: await server.as({ ...claims, role: 'bureau-leader', sub: 'leader' }),
  };
}

/** Those that the subject owes now: planned, and begun. */
async function openDuties({ bureau, subject }: Place) {
  const all = await bureau.obligations({ subjectId: subject.id });
  return all.filter(({ status }) => status === 'open' || status === 'overdue');
}

/** Each duty is met: the unit reports it and an officer confirms, the bureau does its own, or a fact meets it. */
async function meet(place: Place, { duties = {} }: KindCase): Promise<void> {
  const { bureau, subject, officer } = place;
  const open = await openDuties(place);
  expect([...new Set(open.map(({ ruleId }) => ruleId))].sort()).toEqual(Object.keys(duties).sort());
  for (const { id, ruleId, status, dueOn } of open) {
    const how = duties[ruleId];
    if (how === undefined) throw new Error(ruleId);
    const late = status === 'overdue';
    if (how === 'own') {
      await (
        await bureau.unit(subject.id)
      ).refused(404, 'POST', `${bureau.path}/obligations/${id}/fulfilment`, {
        on: '2026-09-07',
      });
      await bureau.act(id, 'fulfilment', { on: '2026-09-07' }, officer);
    } else if (how === 'report') {
      const unit = await bureau.unit(subject.id);
      const reported = await bureau.act(id, 'fulfilment', { on: '2026-09-07', document: '报送件' }, unit);
      expect(reported).toMatchObject({ report: 'pending', status });
      await bureau.act(id, 'report-decision', { decision: 'confirm' }, officer);
    } else await bureau.patch(subject.id, { facts: how });
    // Since when an amount was reached is not known: it holds as reached in time.
    const inTime = how !== 'report' && how !== 'own' && late;
    expect(await bureau.detail(id)).toMatchObject({
      status: late && !inTime ? 'fulfilled-late' : 'fulfilled',
      fulfilledOn: inTime ? dueOn : '2026-09-07',
    });
  }
  expect(await openDuties(place)).toEqual([]);
}

const basis = {
  legalReview: { by: '法制员', opinion: '同意' },
};

/** What the papers of one measure or another need. */
const nothingOpen = {
  legalBasis: '《中华人民共和国人民防空法》第四十九条',
  evidence: '现场检查笔录',
  circulation: [{ name: '某机关' }],
  officers: [
    { name: '王一', certificate: '湘N001' },
    { name: '赵二', certificate: '湘N002' },
  ],
  discovery: { on: '2026-09-01', source: '监督检查中发现' },
  investigation: { on: '2026-09-01', text: '经调查，责任人员未按制度办理。' },
  interview: { at: '2026-09-20T09:00:00+08:00', place: '会议室', attendees: '主要负责人' },
};

/** Drafted by an officer, approved by a leader, issued, served; what it asked for was done. */
async function carriedOut(place: Place, step: EscalationStep, rule: string, number: number): Promise<void> {
  const { bureau, officer, leader, subject } = place;
  const path = `${bureau.path}/escalations`;
  const body = { step, ruleId: rule, subjectId: subject.id, text: '经检查，发现下列问题。' };
  const { id, ruleId, paper } = await officer.send(escalation, 'POST', path, body);
  expect(ruleId).toBe(rule);
  const act = (name: string, given: object, by = officer) =>
    by.send(escalation, 'POST', `${path}/${id}/${name}`, given);
  if (step === 'warning') {
    await officer.refused(422, 'POST', `${path}/${id}/proposal`, {});
    await officer.send(escalation, 'PATCH', `${path}/${id}`, basis);
  }
  await officer.send(escalation, 'PATCH', `${path}/${id}`, nothingOpen);
  const { approval } = await act('proposal', {});
  const on = (approval.proposedAt ?? '').slice(0, 10);
  await officer.refused(409, 'DELETE', `${bureau.path}/subjects/${subject.id}`);
  await act('decision', { decision: 'approve', reason: '同意' }, leader);
  expect((await act('issue', { number: `〔2026〕${number}号`, on })).status).toBe('issued');
  if (!reachesParty(paper)) return;
  await officer.refused(409, 'DELETE', `${bureau.path}/subjects/${subject.id}`);
  expect((await act('service', { on, method: 'personal', receivedBy: '某人' })).status).toBe('served');
  if (periodOf(step, paper) === undefined) return;
  await officer.refused(409, 'DELETE', `${bureau.path}/subjects/${subject.id}`);
  expect(await act('compliance', { on })).toMatchObject({ complied: { on } });
}

describe('every kind of subject, wherever a jurisdiction has it', () => {
  test('is in the table', () => {
    const kinds = new Set(kindCases.map(({ kind }) => kind));
    // The bureau itself owes its own duties, and is not retired.
    expect(subjectKind.options.filter((kind) => !kinds.has(kind))).toEqual(['bureau']);
  });

  test.each(kindCases.map((one) => [one.kind, one.jurisdiction, one.office ?? '', one] as const))(
    '%s in %s %s works from its entry to its closing',
    async (_kind, _jurisdiction, _office, one) => {
      const place = await entered(one);
      const { bureau, officer, leader, subject } = place;
      await meet(place, one);
      const status = await officer.get(z.looseObject({}), `${bureau.path}/status/${subject.id}`);
      expect(status).toMatchObject({ summary: { open: 0, overdue: 0 } });
      let number = 0;
      for (const [step, rule] of one.steps) await carriedOut(place, step, rule, (number += 1));
      const path = `${bureau.path}/subjects/${subject.id}`;
      await leader.send(answers.subject, 'DELETE', path);
      const retired = await officer.get(answers.subjectDetail, path);
      expect(retired.retiredOn).toBeDefined();
      const left = await bureau.obligations({ subjectId: subject.id });
      expect(left.filter(({ status: s }) => ['open', 'upcoming', 'overdue'].includes(s))).toEqual([]);
      expect(left.filter(({ status: s }) => s.startsWith('fulfilled'))).toHaveLength(
        Object.keys(one.duties ?? {}).length,
      );
    },
  );
});
