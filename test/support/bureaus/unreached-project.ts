import * as answers from '../../../shared/contract/answers.ts';
import { serverForTest } from '../product/server.ts';
import type { smtpBox } from '../servers/smtp-box.ts';
import { bureauOf, registrationAfterStart, type Notice } from './bureau.ts';

const NOW = '2026-07-13T10:00:00+08:00';

/** A project due on 15 July 2026 with the given contacts; its last reminder was tried on the 14th. */
export async function unreachedProject(
  contacts: readonly object[],
  box?: Awaited<ReturnType<typeof smtpBox>>,
  staff: readonly object[] = [],
) {
  const server = box ? await serverForTest(NOW, box.sending) : await serverForTest(NOW);
  const bureau = await bureauOf(server, 'hongjiang');
  await bureau.admin.send(answers.staff, 'PUT', `${bureau.path}/staff`, staff);
  const project = await bureau.enter({ kind: 'project', name: '桥', facts: { startedOn: '2026-01-15' } });
  await bureau.patch(project.id, { contacts });
  const { id } = await bureau.obligation(project.id, registrationAfterStart);
  await server.advance('2026-07-14T10:00:00+08:00');
  const own = async (): Promise<Notice[]> => (await bureau.notices({ subjectId: project.id })).reverse();
  const resend = (notice: Notice | undefined) =>
    bureau.officer.send(answers.notice, 'POST', `${bureau.path}/notices/${notice?.id ?? ''}/resend`, {});
  const refused = async (notice: Notice | undefined) =>
    (await bureau.officer.refused(409, 'POST', `${bureau.path}/notices/${notice?.id ?? ''}/resend`, {}))
      .detail;
  const write = (people: readonly object[]) => bureau.patch(project.id, { contacts: people });
  return { server, bureau, project, id, own, resend, refused, write };
}

export const short = ({ to, status, step }: Notice): string => `${step} ${to.split('@')[0] ?? ''} ${status}`;
