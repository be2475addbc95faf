import { describe, expect, test } from 'vitest';
import { escalation } from '../../shared/contract/escalations.ts';
import * as answers from '../../shared/contract/answers.ts';
import { lateForm } from '../support/cases/escalations.ts';
import { downloaded } from '../support/files/downloads.ts';
import { textOfDocx } from '../support/files/docx-text.ts';
import { upToProposal } from '../support/cases/case-moves.ts';
import { walkOf } from '../support/cases/case-walk.ts';
import { serverForTest } from '../support/product/server.ts';

const leader = { sub: 'leader', name: '李局长', role: 'bureau-leader' } as const;
const deputy = { sub: 'deputy', name: '赵科长', role: 'bureau-officer' } as const;

/** An order that was proposed on 16 July 2026, and whoever stands in for the leader from the 16th to the 17th. */
async function proposed() {
  const scene = await lateForm();
  const { server, bureau, one, act } = scene;
  await server.advance('2026-07-16T10:00:00+08:00');
  const { id } = await one('order-to-rectify');
  await act(id, 'proposal', {});
  const deputyFor = { sub: 'leader', from: '2026-07-16', to: '2026-07-17' };
  await bureau.admin.send(answers.staff, 'PUT', `${bureau.path}/staff`, [leader, { ...deputy, deputyFor }]);
  const standIn = await server.as({ jurisdiction: 'hongjiang', role: 'bureau-officer', sub: 'deputy' });
  return { ...scene, id, standIn, path: `${bureau.path}/escalations/${id}/decision` };
}

const yes = { decision: 'approve', reason: '同意' } as const;

describe('a deputy', () => {
  test('decides for the absent leader within the days entered, and the record says so', async () => {
    const { act, id, standIn } = await proposed();
    const { approval, history } = await act(id, 'decision', yes, standIn);
    expect(approval).toMatchObject({ decidedBy: 'deputy', decidedFor: 'leader' });
    expect(history?.at(-1)?.text).toBe('批准（代李局长）：同意');
  });

  test('decides nothing once the days are over, nor does any other officer', async () => {
    const { server, officer, standIn, path } = await proposed();
    await officer.refused(403, 'POST', path, yes);
    await server.advance('2026-07-18T10:00:00+08:00');
    await standIn.refused(403, 'POST', path, yes);
  });

  test('does not decide what the leader has proposed', async () => {
    const scene = await lateForm();
    const { server, bureau, one, act, leader: head } = scene;
    await server.advance('2026-07-16T10:00:00+08:00');
    const { id } = await one('order-to-rectify');
    await act(id, 'proposal', {}, head);
    const deputyFor = { sub: 'leader', from: '2026-07-16', to: '2026-07-17' };
    await bureau.admin.send(answers.staff, 'PUT', `${bureau.path}/staff`, [leader, { ...deputy, deputyFor }]);
    const standIn = await server.as({ jurisdiction: 'hongjiang', role: 'bureau-officer', sub: 'deputy' });
    const { errors } = await standIn.refused(422, 'POST', `${bureau.path}/escalations/${id}/decision`, yes);
    expect(errors).toMatchObject([{ path: 'decision', code: 'escalation.own-proposal' }]);
  });

  test('signs a report upwards as one', async () => {
    const { server, bureau, officer, standIn, project, act } = await proposed();
    const { id } = await officer.send(escalation, 'POST', `${bureau.path}/escalations`, {
      step: 'report-to-superior',
      subjectId: project.id,
      ruleId: 'electronic-archives/grave-violation',
      text: '现将有关情况报告如下。',
    });
    await act(id, 'proposal', {});
    await act(id, 'decision', yes, standIn);
    const path = `${bureau.path}/escalations/${id}/document.docx`;
    const { bytes } = await downloaded(server, path, { role: 'bureau-officer', jurisdiction: 'hongjiang' });
    expect(textOfDocx(bytes).join('')).toContain('签发人：赵科长（代）');
  });
});

describe('a section head', () => {
  test('has one level of a case and approves nothing else', async () => {
    const server = await serverForTest('2026-09-07T10:00:00+08:00');
    const walk = await walkOf(server, 'archives');
    const staff = [
      { sub: 'chief', name: '钱科长', role: 'bureau-officer', duties: ['section-head'] },
      { sub: 'jurist', name: '孙法制', role: 'bureau-officer', duties: ['legal-officer'] },
    ];
    await walk.bureau.admin.send(answers.staff, 'PUT', `${walk.bureau.path}/staff`, staff);
    const as = (sub: string) =>
      server.as({ jurisdiction: 'baixiang', role: 'bureau-officer', office: 'archives', sub });
    const [chief, jurist, other] = [await as('chief'), await as('jurist'), await as('other')];
    const events = `${walk.bureau.path}/subjects/${walk.subject.id}/events`;
    const [discovery, filing] = upToProposal('archives');
    await walk.enter('officer', discovery?.body ?? {});
    await server.advance('2026-09-10T10:00:00+08:00');
    await walk.enter('officer', filing?.body ?? {});
    await other.refused(403, 'POST', events, { event: 'filing-review', opinion: '同意' });
    await chief.send(answers.subjectDetail, 'POST', events, { event: 'filing-review', opinion: '符合条件' });
    await other.refused(403, 'POST', events, { event: 'filing-legal-review', opinion: '同意' });
    await jurist.send(answers.subjectDetail, 'POST', events, {
      event: 'filing-legal-review',
      opinion: '同意',
    });
    const approval = { event: 'filing-approval', on: '2026-09-10', reason: '批准' };
    for (const one of [chief, jurist]) await one.refused(403, 'POST', events, approval);
    await walk.enter('head', approval);
  });
});
