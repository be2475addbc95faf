import { papersOfBureau } from '../bureaus/papers.ts';
import * as answers from '../../../shared/contract/answers.ts';
import { draw } from '../../../shared/contract/draws.ts';
import { escalation } from '../../../shared/contract/escalations.ts';
import * as inspections from '../../../shared/contract/inspections.ts';
import { visit } from '../../../shared/contract/visits.ts';
import { bureauOf, contactAt, registrationAfterStart, type Bureau } from '../bureaus/bureau.ts';
import { check } from '../bureaus/checks.ts';
import { commit, draws, unitsIn } from '../quotas/draws.ts';
import { peopleOf } from '../cases/escalations.ts';
import type { TestServer } from './server.ts';

/**
 * The things that the console’s forms are about, created anew for each form, and other people’s changes to
 * them.
 */
export interface FormScene {
  readonly server: TestServer;
  readonly bureau: Bureau;
  readonly unit: () => Promise<string>;
  /** A document drafted by hand, up to the given status; returns its page. */
  readonly document: (status: 'draft' | 'proposed' | 'approved' | 'issued', step?: string) => Promise<string>;
  readonly serve: (id: string) => Promise<unknown>;
  readonly patch: (id: string, body: object) => Promise<unknown>;
  readonly step: (id: string, act: string, body: object) => Promise<unknown>;
  /** An open duty; returns its page. */
  readonly duty: () => Promise<string>;
  /** One that was late when it was entered. */
  readonly lateDuty: () => Promise<string>;
  /** The unit that owes it. */
  readonly ownerOf: (id: string) => string;
  readonly extend: (id: string, until: string) => Promise<unknown>;
  /** A duty whose unit reported it as done. */
  readonly reported: (document: string) => Promise<string>;
  readonly report: (id: string, document: string) => Promise<unknown>;
  readonly giveBack: (id: string) => Promise<unknown>;
  readonly year: (holidays: readonly string[], source: string) => Promise<unknown>;
  readonly settings: (body: object) => Promise<unknown>;
  /** Replaces the list of the bureau’s people. */
  readonly staff: (body: readonly object[]) => Promise<unknown>;
  readonly draw: () => Promise<string>;
  readonly drawn: () => Promise<string>;
  readonly reveal: (id: string) => Promise<unknown>;
  /** Replaces the first unit that was drawn. */
  readonly replace: (id: string) => Promise<unknown>;
  /** A project whose acceptance may be applied for; answers its id. */
  readonly acceptance: () => Promise<string>;
  /** A superior’s figures for the rest of the year. */
  readonly instruct: (ruleId: string, documentNumber: string, from: string) => Promise<unknown>;
  /** A record of a check; answers its id. */
  readonly check: () => Promise<string>;
  readonly correctCheck: (id: string) => Promise<unknown>;
  /** A planned check; returns its page. */
  readonly visit: () => Promise<string>;
  /** Another place for it. */
  readonly changeVisit: (id: string) => Promise<unknown>;
  readonly decideQuota: (follow: 'ratio' | 'direct', reason: string) => Promise<unknown>;
  /** A notice that reached nobody because there was no contact; returns its id. */
  readonly failed: () => Promise<string>;
  readonly resend: (id: string) => Promise<unknown>;
}

/** The scene begins on the day before, so that something has been sent already. */
export const YESTERDAY = '2026-07-13T10:00:00+08:00';
const TODAY = '2026-07-14T10:00:00+08:00';
const SPOT = 'electronic-archives/spot-check';

export async function formScene(server: TestServer): Promise<FormScene> {
  const bureau = await bureauOf(server, 'hongjiang');
  const { officer, leader, patch, act } = await peopleOf(server, bureau, 'hongjiang');
  let count = 0;
  const owners = new Map<string, string>();
  const unit = async (): Promise<string> => {
    count += 1;
    return (await bureau.enter({ kind: 'unit', name: `第${count}号单位`, nature: 'institution' })).id;
  };
  const project = async (startedOn = '2026-02-05', parentId?: string): Promise<string> => {
    const name = `第${count}号工程`;
    return (await bureau.enter({ kind: 'project', name, parentId, facts: { startedOn } })).id;
  };
  const duty = async (startedOn: string): Promise<string> => {
    const owner = await unit();
    const id = await project(startedOn, owner);
    const obligation = await bureau.obligation(id, registrationAfterStart);
    owners.set(obligation.id, owner);
    return `/obligations/${obligation.id}`;
  };
  const report: FormScene['report'] = async (id, document) =>
    bureau.act(id, 'fulfilment', { on: '2026-07-13', document }, await bureau.unit(owners.get(id) ?? ''));
  const superior = await server.as({ role: 'superior', jurisdiction: 'huaihua' });
  const settings: FormScene['settings'] = (body) =>
    bureau.admin.send(answers.settings, 'PATCH', `${bureau.path}/settings`, body);
  await settings({ trackFrom: '2026-01-01', papers: papersOfBureau });
  const checked = await unitsIn(bureau, 4);
  // More direct ones than the share allows: a conflict of two readings.
  for (const number of [1, 2, 3, 4, 5, 6, 7, 8])
    await bureau.enter({ kind: 'unit', name: `直属${number}`, traits: ['direct'] });
  const silent = await bureau.enter({
    kind: 'project',
    name: '无人工程',
    facts: { startedOn: '2026-01-15' },
  });
  await server.advance(TODAY);
  return {
    server,
    bureau,
    unit,
    document: async (status, step = 'enforcement-notice') => {
      const body = {
        step,
        subjectId: step === 'circulated-criticism' ? await project() : await unit(),
        text: '文本一',
      };
      const { id } = await officer.send(escalation, 'POST', `${bureau.path}/escalations`, body);
      // A draft by hand is given the sentence that orders; these acts compare one text with another.
      await patch(id, { text: '文本一' });
      if (status !== 'draft') await act(id, 'proposal', {});
      if (status === 'approved' || status === 'issued')
        await act(id, 'decision', { decision: 'approve', reason: '同意' }, leader);
      if (status === 'issued')
        await act(id, 'issue', { number: `洪档监〔2026〕${count + 100}号`, on: TODAY.slice(0, 10) });
      return `/escalations/${id}`;
    },
    serve: (id) => act(id, 'service', { on: TODAY.slice(0, 10), method: 'personal', receivedBy: '张某' }),
    patch,
    step: act,
    duty: () => duty('2026-02-05'),
    lateDuty: () => duty('2025-07-11'),
    ownerOf: (id) => owners.get(id) ?? '',
    extend: (id, until) => bureau.act(id, 'extension', { until, reason: '工期顺延' }, leader),
    reported: async (document) => {
      const path = await duty('2026-02-05');
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
    settings,
    staff: (body) => bureau.admin.send(answers.staff, 'PUT', `${bureau.path}/staff`, body),
    draw: async () => `/draws/${(await commit(officer, {})).id}`,
    drawn: async () => {
      const { id } = await commit(officer, {});
      await officer.send(draw, 'POST', `${draws}/${id}/reveal`, {});
      return `/draws/${id}`;
    },
    reveal: (id) => officer.send(draw, 'POST', `${draws}/${id}/reveal`, {}),
    replace: async (id) => {
      const { drawn = [] } = await officer.get(draw, `${draws}/${id}`);
      const body = { subjectId: drawn[0], reason: '单位已撤并' };
      return leader.send(draw, 'POST', `${draws}/${id}/replacements`, body);
    },
    acceptance: async () => {
      const facts = { startedOn: '2026-01-15', plannedCompletionAcceptanceOn: '2026-12-01' };
      return (await bureau.enter({ kind: 'project', name: '待验收工程', facts })).id;
    },
    instruct: (ruleId, documentNumber, from) =>
      superior.send(answers.rule, 'PUT', `${bureau.path}/overrides/${ruleId}`, {
        figures: { checks: 3 },
        issuedBy: '怀化市档案局',
        documentNumber,
        from,
        to: `${from.slice(0, 4)}-12-31`,
      }),
    check: async () => {
      const body = check(checked.slice(0, 1).map(({ id }) => id));
      return (await officer.send(inspections.inspection, 'POST', `${bureau.path}/inspections`, body)).id;
    },
    correctCheck: (id) =>
      officer.send(inspections.inspection, 'POST', `${bureau.path}/inspections/${id}/correction`, {
        reason: '来源有误',
        cause: 'complaint',
      }),
    visit: async () => {
      const body = {
        regime: 'electronic-archives',
        on: '2026-07-20',
        mode: 'on-site',
        targets: [await unit()],
        officers: [{ name: '王科员' }],
        place: '一号库房',
      };
      return `/visits/${(await officer.send(visit, 'POST', `${bureau.path}/visits`, body)).id}`;
    },
    changeVisit: (id) => officer.send(visit, 'PATCH', `${bureau.path}/visits/${id}`, { place: '二号库房' }),
    decideQuota: (follow, reason) =>
      leader.send(inspections.quota, 'POST', `${bureau.path}/quotas/${SPOT}/decision`, {
        period: '2026',
        follow,
        reason,
      }),
    failed: async () => (await bureau.notices({ subjectId: silent.id }))[0]?.id ?? '',
    resend: async (id) => {
      await bureau.patch(silent.id, { contacts: [contactAt('Qiao')] });
      return officer.send(answers.notice, 'POST', `${bureau.path}/notices/${id}/resend`, {});
    },
  };
}
