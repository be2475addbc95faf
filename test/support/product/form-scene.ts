import * as answers from '../../../shared/contract/answers.ts';
import { draw } from '../../../shared/contract/draws.ts';
import { escalation } from '../../../shared/contract/escalations.ts';
import { bureauOf, registrationAfterStart, type Bureau } from '../bureaus/bureau.ts';
import { commit, draws, unitsIn } from '../quotas/draws.ts';
import { peopleOf } from '../cases/escalations.ts';
import type { TestServer } from './server.ts';

/** What the forms of the console are about, made anew for each of them, and what somebody else does to it. */
export interface FormScene {
  readonly server: TestServer;
  readonly bureau: Bureau;
  readonly unit: () => Promise<string>;
  /** A document by hand, as far as said; answers its page. */
  readonly document: (status: 'draft' | 'proposed' | 'approved') => Promise<string>;
  readonly patch: (id: string, body: object) => Promise<unknown>;
  readonly step: (id: string, act: string, body: object) => Promise<unknown>;
  /** A duty that is open; answers its page. */
  readonly duty: () => Promise<string>;
  readonly extend: (id: string, until: string) => Promise<unknown>;
  /** A duty whose unit reported it as done. */
  readonly reported: (document: string) => Promise<string>;
  readonly report: (id: string, document: string) => Promise<unknown>;
  readonly giveBack: (id: string) => Promise<unknown>;
  readonly year: (holidays: readonly string[], source: string) => Promise<unknown>;
  readonly settings: (body: object) => Promise<unknown>;
  readonly draw: () => Promise<string>;
  readonly reveal: (id: string) => Promise<unknown>;
}

export async function formScene(server: TestServer): Promise<FormScene> {
  const bureau = await bureauOf(server, 'hongjiang');
  const { officer, leader, patch, act } = await peopleOf(server, bureau, 'hongjiang');
  let count = 0;
  const owners = new Map<string, string>();
  const unit = async (): Promise<string> => {
    count += 1;
    return (await bureau.enter({ kind: 'unit', name: `第${count}号单位` })).id;
  };
  const duty = async (): Promise<string> => {
    const owner = await unit();
    const { id } = await bureau.enter({
      kind: 'project',
      name: `第${count}号工程`,
      parentId: owner,
      facts: { startedOn: '2026-02-15' },
    });
    const obligation = await bureau.obligation(id, registrationAfterStart);
    owners.set(obligation.id, owner);
    return `/obligations/${obligation.id}`;
  };
  const report: FormScene['report'] = async (id, document) =>
    bureau.act(id, 'fulfilment', { on: '2026-07-13', document }, await bureau.unit(owners.get(id) ?? ''));
  await unitsIn(bureau, 4);
  return {
    server,
    bureau,
    unit,
    document: async (status) => {
      const body = { step: 'enforcement-notice', subjectId: await unit(), text: '文本一' };
      const { id } = await officer.send(escalation, 'POST', `${bureau.path}/escalations`, body);
      if (status !== 'draft') await act(id, 'proposal', {});
      if (status === 'approved') await act(id, 'decision', { decision: 'approve', reason: '同意' }, leader);
      return `/escalations/${id}`;
    },
    patch,
    step: act,
    duty,
    extend: (id, until) => bureau.act(id, 'extension', { until, reason: '工期顺延' }, leader),
    reported: async (document) => {
      const path = await duty();
      await report(path.split('/').at(-1) ?? '', document);
      return path;
    },
    report,
    giveBack: (id) => bureau.act(id, 'report-decision', { decision: 'return', reason: '缺页' }),
    year: (holidays, source) =>
      bureau.admin.send(answers.workCalendar, 'PUT', '/v1/work-calendar/2027', {
        holidays,
        workdays: [],
        source,
      }),
    settings: (body) => bureau.admin.send(answers.settings, 'PATCH', `${bureau.path}/settings`, body),
    draw: async () => `/draws/${(await commit(officer, {})).id}`,
    reveal: (id) => officer.send(draw, 'POST', `${draws}/${id}/reveal`, {}),
  };
}
