import { describe, expect, test } from 'vitest';
import { bureauOf, contactAt, registrationAfterStart } from '../support/bureaus/bureau.ts';
import { serverForTest } from '../support/product/server.ts';
import { smtpBox } from '../support/servers/smtp-box.ts';

/** The last reminder of a project due on 15 July 2026 waits for its server on the 14th. */
async function scene() {
  const box = await smtpBox();
  const person = contactAt('Old');
  const server = await serverForTest('2026-07-13T10:00:00+08:00', box.sending);
  const bureau = await bureauOf(server, 'hongjiang');
  const project = await bureau.enter({ kind: 'project', name: '桥', facts: { startedOn: '2026-01-15' } });
  await bureau.patch(project.id, { contacts: [person] });
  const { id } = await bureau.obligation(project.id, registrationAfterStart);
  box.refused.set(person.email, [451, 'come back later']);
  await server.advance('2026-07-14T09:05:00+08:00');
  const write = (name: string) => bureau.patch(project.id, { contacts: [contactAt(name)] });
  const states = async (): Promise<string[]> =>
    (await bureau.notices({ subjectId: project.id }))
      .map(({ to, step, status }) => `${to.split('@')[0] ?? ''} ${step} ${status}`)
      .sort();
  return { box, server, bureau, project, id, write, states };
}

describe('a notice that waits for its server', () => {
  test('is withdrawn once its contact was replaced, who is written to', async () => {
    const { server, write, states } = await scene();
    await write('New');
    await server.advance('2026-07-14T12:00:00+08:00');
    expect(await states()).toEqual(['new reminder:1 sent', 'old reminder:1 withdrawn']);
  });

  test('is sent after all where the contact comes back', async () => {
    const { box, server, write, states } = await scene();
    box.refused.set('new@unit.example.com', [451, 'come back later']);
    await write('New');
    await server.advance('2026-07-14T09:13:00+08:00');
    expect(await states()).toEqual(['new reminder:1 queued', 'old reminder:1 withdrawn']);
    await write('Old');
    box.refused.clear();
    await server.advance('2026-07-14T12:00:00+08:00');
    expect(await states()).toEqual(['new reminder:1 withdrawn', 'old reminder:1 sent']);
  });

  test('is withdrawn once the date of its duty has moved', async () => {
    const { box, server, bureau, project, states } = await scene();
    await bureau.patch(project.id, { facts: { startedOn: '2026-03-15' } });
    box.refused.clear();
    await server.advance('2026-07-15T12:00:00+08:00');
    expect(await states()).toEqual(['old reminder:1 withdrawn']);
    expect(box.accepted).toEqual([]);
  });
});
