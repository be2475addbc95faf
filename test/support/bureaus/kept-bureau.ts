import { z } from 'zod';
import type { Principal } from '../../../shared/domain/principal.ts';
import type { Refusal } from '../simulation/provider.ts';
import { staff } from '../simulation/simulated-bureau.ts';

/** Can ask the API of a bureau and move its clock: a simulation, or a server. */
export interface Actor {
  ask(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
    by?: Partial<Principal>,
  ): Promise<unknown>;
  to(moment: string): Promise<unknown>;
}

export const BEGIN = '2026-03-02T08:00:00+08:00';
export const HALFWAY = '2026-03-13T12:00:00+08:00';
export const END = '2026-05-08T12:00:00+08:00';

const admin = { sub: 'admin', role: 'bureau-admin' } as const;
const leader = { sub: 'li', role: 'bureau-leader' } as const;
const superior = { sub: 'shi', role: 'superior', jurisdiction: 'huaihua' } as const;
const gone = 'gone@unit.example.com';
const slow = 'slow@unit.example.com';

/** One address is refused permanently; the server of another is down until after the middle of the story. */
export const refusing: Refusal = ({ to, now }) => {
  if (to === gone) return { kind: 'permanent', provider: 'test', reason: '550 no such mailbox' };
  if (to === slow && now < Date.parse(HALFWAY) + 2 * 3_600_000)
    return { kind: 'temporary', provider: 'test', reason: '451 try later' };
  return undefined;
};

const created = z.looseObject({ id: z.string() });
const listed = z.object({ items: z.array(z.looseObject({ id: z.string() })) });

async function first(actor: Actor, path: string): Promise<string> {
  const [one] = listed.parse(await actor.ask('GET', path)).items;
  if (!one) throw new Error(`nothing under ${path}`);
  return one.id;
}

/** The first duty of a subject on the days from `from` to `to`. */
const dutyOf = (actor: Actor, subjectId: string, from: string, to: string): Promise<string> =>
  first(actor, `/obligations?subjectId=${subjectId}&dueFrom=${from}&dueTo=${to}`);

/**
 * Two weeks of the bureau of Hongjiang with an item of every kind: notices sent, refused and waiting for
 * another try, a duty waived, one extended, one reported, an order proposed, figures of a superior, an entered
 * year. Returns the ids that the rest of the story needs.
 */
export async function firstHalf(actor: Actor): Promise<{ readonly project: string; readonly late: string }> {
  await actor.ask('PUT', '/staff', staff, admin);
  await actor.ask('PATCH', '/settings', { alerts: { superiors: ['superior@city.example.com'] } }, admin);
  const figures = { checks: 2, targetsPerCheck: 3 };
  const period = { from: '2026-01-01', to: '2026-12-31' };
  const document = { issuedBy: '怀化市档案局', documentNumber: '怀档〔2026〕4号' };
  const rule = '/overrides/key-project-archives/quarterly-check';
  await actor.ask('PUT', rule, { figures, ...document, ...period }, superior);
  const year = { holidays: ['2027-01-01'], workdays: [], source: '国务院办公厅通知' };
  await actor.ask('PUT', '/v1/work-calendar/2027', year, admin);
  const owner = await enter(actor, {
    kind: 'unit',
    code: 'U1',
    name: '示例单位',
    nature: 'institution',
    contacts: [{ name: '丙', email: slow }],
  });
  const contacts = [
    { name: '甲', email: 'a@unit.example.com', mobile: '13800000001' },
    { name: '乙', email: gone },
  ];
  const started = (startedOn: string, code: string, more: object = {}) =>
    enter(actor, { kind: 'project', code, name: `示例工程${code}`, facts: { startedOn }, ...more });
  const project = await started('2025-09-09', 'P1', { contacts });
  const late = await started('2025-09-03', 'P2', { parentId: owner });
  await started('2025-09-05', 'P3');
  await started('2025-09-25', 'P5', { contacts });
  await started('2025-10-15', 'P6', { contacts });
  const waived = await started('2025-09-20', 'P4', { contacts });
  await actor.to('2026-03-04T12:00:00+08:00');
  const unit = { sub: 'unit', role: 'unit', unitId: project } as const;
  const duty = await dutyOf(actor, project, '2026-03-01', '2026-03-31');
  await actor.ask('POST', `/obligations/${duty}/fulfilment`, { on: '2026-03-04' }, unit);
  const ended = await dutyOf(actor, waived, '2026-03-01', '2026-03-31');
  await actor.ask('POST', `/obligations/${ended}/waiver`, { reason: '工程已取消' }, leader);
  await actor.to('2026-03-11T09:30:00+08:00');
  const order = await first(actor, `/escalations?subjectId=${late}`);
  // Its mail server is down: the officer gives the reason for proposing the order all the same.
  await actor.ask('PATCH', `/escalations/${order}`, { unsentNoticeReason: '已电话告知该单位' });
  await actor.ask('POST', `/escalations/${order}/proposal`, {});
  await actor.to(HALFWAY);
  return { project, late };
}

async function enter(actor: Actor, body: object): Promise<string> {
  return created.parse(await actor.ask('POST', '/subjects', body)).id;
}

/** The same people, for two more months. */
export async function secondHalf(
  actor: Actor,
  { project, late }: { readonly project: string; readonly late: string },
): Promise<void> {
  const duty = await dutyOf(actor, project, '2026-03-01', '2026-03-31');
  await actor.ask('POST', `/obligations/${duty}/report-decision`, { decision: 'return', reason: '缺附件' });
  await actor.ask('POST', `/obligations/${duty}/extension`, { until: '2026-03-31', reason: '雨雪' }, leader);
  const order = await first(actor, `/escalations?subjectId=${late}`);
  // Units entered before natures existed get one, because no document is approved without.
  for (const { id } of listed.parse(await actor.ask('GET', '/subjects?kind=unit')).items)
    await actor.ask('PATCH', `/subjects/${id}`, { nature: 'institution' });
  await actor.ask(
    'POST',
    `/escalations/${order}/decision`,
    { decision: 'approve', reason: '情况属实' },
    leader,
  );
  // Where the provider refused one: the captured mail takes all.
  const failed = `/notices?subjectId=${late}&status=failed`;
  if (listed.parse(await actor.ask('GET', failed)).items.length > 0)
    await actor.ask('POST', `/notices/${await first(actor, failed)}/resend`);
  await actor.ask('PATCH', '/settings', { sendHour: 10 }, admin);
  await actor.to('2026-03-20T12:00:00+08:00');
  await actor.ask('PATCH', `/subjects/${project}`, {
    contacts: [{ name: '丁', email: 'd@unit.example.com' }],
  });
  await actor.to('2026-04-02T12:00:00+08:00');
  await actor.ask('DELETE', '/overrides/key-project-archives/quarterly-check', undefined, superior);
  await actor.ask('POST', `/obligations/${duty}/fulfilment`, { on: '2026-04-02' });
  await actor.to(END);
}
