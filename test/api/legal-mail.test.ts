import { expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { escalation } from '../../shared/contract/escalations.ts';
import { officerOnStaff } from '../support/bureaus/bureau.ts';
import { lateForm, leaderOnStaff } from '../support/cases/escalations.ts';

const legal = '待法制员审核或者提出意见的事项';
const jurist = {
  sub: 'jurist',
  name: '孙法制',
  role: 'bureau-leader',
  email: 'jurist@bureau.example.com',
  duties: ['legal-officer'],
} as const;

/** A bureau with a legal officer who gets no daily mail; an order waits whose provision nobody has seen. */
async function proposed() {
  const scene = await lateForm();
  const { server, bureau, one, act } = scene;
  const staff = [officerOnStaff, leaderOnStaff, jurist];
  await bureau.admin.send(answers.staff, 'PUT', `${bureau.path}/staff`, staff);
  await server.advance('2026-07-16T10:00:00+08:00');
  const { id } = await one('order-to-rectify');
  const letter = async (to: string, day: string) => {
    const letters = await server.mailbox({ to });
    return letters.find(({ sentAt, subject }) => sentAt.startsWith(day) && subject.includes('每日情况'))
      ?.text;
  };
  return { ...scene, id, letter, propose: () => act(id, 'proposal', {}) };
}

test('a paper that waits for the legal officer is told to the legal officer, until the word is given', async () => {
  const { server, bureau, id, letter, propose } = await proposed();
  expect(await letter(jurist.email, '2026-07-16')).toBeUndefined();
  await propose();
  await server.advance('2026-07-17T09:30:00+08:00');
  const told = await letter(jurist.email, '2026-07-17');
  expect(told).toContain(`${legal}（1件）`);
  expect(told).toContain('责令整改通知书，已提请审批，待审批，待法制员提出意见');
  // Nothing else of the office’s day is the legal officer’s.
  expect(told).not.toContain('逾期事项');
  expect(await letter(officerOnStaff.email, '2026-07-17')).toContain(`${legal}（1件）`);
  const own = await server.as({ jurisdiction: 'hongjiang', role: 'bureau-leader', sub: 'jurist' });
  const word = { word: 'agree', reason: '文本已调阅' };
  await own.send(escalation, 'POST', `${bureau.path}/escalations/${id}/legal-word`, word);
  await server.advance('2026-07-20T09:30:00+08:00');
  expect(await letter(jurist.email, '2026-07-20')).toBeUndefined();
  expect(await letter(officerOnStaff.email, '2026-07-20')).not.toContain(legal);
});

test('a legal officer who gets the daily mail anyway gets one', async () => {
  const { server, bureau, propose } = await proposed();
  const staff = [{ ...officerOnStaff, duties: ['legal-officer'] }, leaderOnStaff];
  await bureau.admin.send(answers.staff, 'PUT', `${bureau.path}/staff`, staff);
  await propose();
  await server.advance('2026-07-17T09:30:00+08:00');
  const letters = (await server.mailbox({ to: officerOnStaff.email })).filter(
    ({ sentAt, subject }) => sentAt.startsWith('2026-07-17') && subject.includes('每日情况'),
  );
  expect(letters).toHaveLength(1);
});
