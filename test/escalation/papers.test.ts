import { describe, expect, test } from 'vitest';
import { escalation } from '../../shared/contract/escalations.ts';
import { inspection } from '../../shared/contract/inspections.ts';
import { bureauOf, pathOf } from '../support/bureaus/bureau.ts';
import { enterPapers } from '../support/bureaus/papers.ts';
import { lateForm, type Scene } from '../support/cases/escalations.ts';
import { downloaded } from '../support/files/downloads.ts';
import { textOfDocx } from '../support/files/docx-text.ts';
import { serverForTest, type TestServer } from '../support/product/server.ts';

const on = '2026-07-16';

/** An order of Hongjiang that a leader has approved; 16 July 2026, 10 o’clock. */
async function approvedOrder(): Promise<Scene & { readonly id: string; readonly path: string }> {
  const scene = await lateForm();
  await scene.server.advance(`${on}T10:00:00+08:00`);
  const { id } = await scene.one('order-to-rectify');
  await scene.act(id, 'proposal', {});
  await scene.act(id, 'decision', { decision: 'approve', reason: '属实' }, scene.leader);
  return { ...scene, id, path: `${scene.bureau.path}/escalations/${id}/issue` };
}

/** What the paper of an escalation says. */
async function paperOf(server: TestServer, path: string): Promise<string> {
  const [, , , jurisdiction = ''] = path.split('/');
  const claims = { role: 'bureau-officer', jurisdiction };
  const { bytes } = await downloaded(server, `${path}/document.docx`, claims);
  return textOfDocx(bytes).join('');
}

const numbering = { 'order-to-rectify': '洪档责改〔{year}〕{n}号' };

describe('the number of a paper', () => {
  test('follows the bureau’s own pattern, whose next free one is proposed', async () => {
    const { server, read, act, id, officer, path } = await approvedOrder();
    await enterPapers(server, 'hongjiang', { numbering });
    expect((await read(id)).nextNumber).toBe('洪档责改〔2026〕1号');
    const other = await officer.refused(422, 'POST', path, { number: '洪档〔2026〕tran号', on });
    expect(other.errors).toMatchObject([{ path: 'number', code: 'document.number-form' }]);
    expect(other.errors?.[0]?.message).toContain('洪档责改〔2026〕1号');
    await act(id, 'issue', { number: '洪档责改〔2026〕7号', on });
    const second = await approvedAgain(server, officer);
    expect(second.nextNumber).toBe('洪档责改〔2026〕8号');
    const twice = await officer.refused(
      409,
      'POST',
      `${pathOf('hongjiang')}/escalations/${second.id}/issue`,
      {
        number: '洪档责改〔2026〕7号',
        on,
      },
    );
    expect(twice.errors).toMatchObject([{ path: 'number', code: 'document.number-taken' }]);
  });

  test.each([
    ['洪档责〔2025〕1号', 'document.number-year'],
    ['洪档责1号', 'document.number-without-year'],
  ])('%s is refused: it must name the year of the issue', async (number, code) => {
    const { officer, path, read, id } = await approvedOrder();
    const { errors } = await officer.refused(422, 'POST', path, { number, on });
    expect(errors).toMatchObject([{ path: 'number', code }]);
    expect((await read(id)).status).toBe('approved');
  });

  /** Another order, as far as its approval. */
  async function approvedAgain(server: Scene['server'], officer: Scene['officer']) {
    const bureau = await bureauOf(server, 'hongjiang');
    const unit = await bureau.enter({ kind: 'unit', name: '某单位', nature: 'institution' });
    const body = { step: 'order-to-rectify', subjectId: unit.id, ruleId: 'archives-security/problem-found' };
    const path = `${pathOf('hongjiang')}/escalations`;
    const { id } = await officer.send(escalation, 'POST', path, { ...body, text: '库房漏水，责令改正。' });
    await officer.send(escalation, 'POST', `${path}/${id}/proposal`, {});
    const leader = await server.as({ jurisdiction: 'hongjiang', role: 'bureau-leader', sub: 'leader' });
    return leader.send(escalation, 'POST', `${path}/${id}/decision`, { decision: 'approve', reason: '同意' });
  }
});

describe('a paper with an open place', () => {
  test('is not issued: every place is named, with where it is entered', async () => {
    const { officer, path, act, id, bureau, server, read } = await approvedOrder();
    await enterPapers(server, 'hongjiang', { court: null });
    const refused = await officer.refused(422, 'POST', path, { number: '洪档责〔2026〕1号', on });
    expect(refused.code).toBe('document.open-places');
    expect(refused.errors).toMatchObject([{ path: 'papers.court', code: 'document.open-in-settings' }]);
    expect((await read(id)).openPlaces?.map(({ path: at }) => at)).toEqual(['papers.court']);
    await enterPapers(server, 'hongjiang');
    await act(id, 'issue', { number: '洪档责〔2026〕1号', on });
    const text = await paperOf(server, `${bureau.path}/escalations/${id}`);
    expect(text).toContain('向怀化市人民政府申请行政复议');
    expect(text).toContain('向洪江市人民法院提起行政诉讼');
    expect(text).not.toMatch(/待[填编定]/u);
  });

  test('says after its issue what it said then, whatever is entered later', async () => {
    const { act, id, bureau, server } = await approvedOrder();
    await act(id, 'issue', { number: '洪档责〔2026〕1号', on });
    await enterPapers(server, 'hongjiang', { court: '怀化市鹤城区人民法院' });
    expect(await paperOf(server, `${bureau.path}/escalations/${id}`)).toContain(
      '向洪江市人民法院提起行政诉讼',
    );
  });

  test('as an interview waits for time, place and people', async () => {
    const server = await serverForTest(`${on}T10:00:00+08:00`);
    const bureau = await bureauOf(server, 'liaoning');
    await enterPapers(server, 'liaoning');
    const unit = await bureau.enter({ kind: 'unit', name: '某单位', nature: 'institution' });
    const path = `${bureau.path}/escalations`;
    const body = {
      step: 'interview',
      subjectId: unit.id,
      ruleId: 'violations/means',
      text: '未按规定归档。',
    };
    const { id } = await bureau.officer.send(escalation, 'POST', path, body);
    const leader = await server.as({ jurisdiction: 'liaoning', role: 'bureau-leader', sub: 'leader' });
    const approve = async () => {
      await bureau.officer.send(escalation, 'POST', `${path}/${id}/proposal`, {});
      await leader.send(escalation, 'POST', `${path}/${id}/decision`, {
        decision: 'approve',
        reason: '同意',
      });
    };
    await approve();
    const issue = { number: '辽档约〔2026〕1号', on };
    const { errors } = await bureau.officer.refused(422, 'POST', `${path}/${id}/issue`, issue);
    expect(errors?.map(({ path: at }) => at)).toEqual([
      'interview.at',
      'interview.place',
      'interview.attendees',
    ]);
    const interview = { at: '2026-07-20T09:00:00+08:00', place: '第一会议室', attendees: '主要负责人' };
    await bureau.officer.send(escalation, 'PATCH', `${path}/${id}`, { interview });
    await approve();
    expect((await bureau.officer.send(escalation, 'POST', `${path}/${id}/issue`, issue)).status).toBe(
      'issued',
    );
  });
});

describe('an archive', () => {
  test('issues no order in its own name: the organ that delegated, or the delegation, is entered first', async () => {
    const server = await serverForTest(`${on}T10:00:00+08:00`);
    const bureau = await bureauOf(server, 'luquan');
    await enterPapers(server, 'luquan', { court: '石家庄市鹿泉区人民法院' });
    const unit = await bureau.enter({ kind: 'unit', name: '某单位', nature: 'institution' });
    const path = `${bureau.path}/escalations`;
    const body = { step: 'order-to-rectify', subjectId: unit.id, ruleId: 'archives-security/problem-found' };
    const { id } = await bureau.officer.send(escalation, 'POST', path, { ...body, text: '责令改正。' });
    await bureau.officer.send(escalation, 'POST', `${path}/${id}/proposal`, {});
    const leader = await server.as({ jurisdiction: 'luquan', role: 'bureau-leader', sub: 'leader' });
    await leader.send(escalation, 'POST', `${path}/${id}/decision`, { decision: 'approve', reason: '同意' });
    const issue = { number: '鹿档责〔2026〕1号', on };
    const refused = await bureau.officer.refused(422, 'POST', `${path}/${id}/issue`, issue);
    expect(refused).toMatchObject({ code: 'document.organ-cannot-bind', params: { organ: '鹿泉区档案馆' } });
    await enterPapers(server, 'luquan', { actingOrgan: { name: '鹿泉区档案局' } });
    await bureau.officer.send(escalation, 'POST', `${path}/${id}/issue`, issue);
    const text = await paperOf(server, `${path}/${id}`);
    expect(text).toContain('鹿泉区档案局');
    expect(text).not.toMatch(/鹿泉区档案馆(?!责任清单)/u);
  });
});

describe('a measure that was taken on the spot', () => {
  test('gets its number, its day and its paper afterwards, once', async () => {
    const { officer, bureau, project, act, server } = await lateForm();
    await server.advance(`${on}T10:00:00+08:00`);
    const taken = {
      at: '2026-07-15T09:00:00+08:00',
      officers: [{ name: '王一', certificate: '湘N001' }, '赵二，湘N002'],
    };
    const { id } = await officer.send(escalation, 'POST', `${bureau.path}/escalations`, {
      step: 'order-to-rectify',
      subjectId: project.id,
      ruleId: 'key-project-archives/registration-after-start',
      text: '现场责令改正。',
      takenOnTheSpot: taken,
    });
    const path = `${bureau.path}/escalations/${id}/issue`;
    const early = await officer.refused(422, 'POST', path, { number: '洪档责〔2026〕1号', on: '2026-07-14' });
    expect(early.errors).toMatchObject([{ path: 'on', code: 'escalation.issued-before-taken' }]);
    expect(await act(id, 'issue', { number: '洪档责〔2026〕1号', on })).toMatchObject({
      status: 'issued',
      issue: { number: '洪档责〔2026〕1号', on },
    });
    const text = await paperOf(server, `${bureau.path}/escalations/${id}`);
    expect(text).toContain('洪档责〔2026〕1号');
    expect(text).toContain('王一【此处签名】　执法证件号：湘N001');
    expect(text).not.toMatch(/待[填编定]/u);
    const again = await officer.refused(409, 'POST', path, { number: '洪档责〔2026〕2号', on });
    expect(again.code).toBe('escalation.state');
  });
});

describe('one problem', () => {
  test('has one day: that of the record is the order’s', async () => {
    const server = await serverForTest(`${on}T10:00:00+08:00`);
    const bureau = await bureauOf(server, 'hongjiang');
    const unit = await bureau.enter({ kind: 'unit', name: '某单位', nature: 'institution' });
    const finding = { subjectId: unit.id, text: '库房漏水', severity: 'minor', handling: '责令改正' };
    const check = await bureau.officer.send(inspection, 'POST', `${bureau.path}/inspections`, {
      regime: 'archives-security',
      at: '2026-07-15T09:00:00+08:00',
      mode: 'on-site',
      cause: 'planned',
      targets: [unit.id],
      officers: [
        { name: '王一', certificate: '湘N001' },
        { name: '赵二', certificate: '湘N002' },
      ],
      checklist: [{ item: '库房', result: '漏水', subjectId: unit.id }],
      findings: [{ ...finding, rectifyBy: '2026-08-05' }],
      signatures: [{ subjectId: unit.id, by: '李档案' }],
    });
    const path = `${bureau.path}/escalations`;
    const order = await bureau.officer.send(escalation, 'POST', path, {
      step: 'order-to-rectify',
      subjectId: unit.id,
      inspectionId: check.id,
      ruleId: 'archives-security/problem-found',
      text: '库房漏水，责令改正。',
    });
    expect(order.rectifyBy).toBe('2026-08-05');
    const other = await bureau.officer.refused(422, 'PATCH', `${path}/${order.id}`, {
      rectifyBy: '2026-08-10',
    });
    expect(other.errors).toMatchObject([{ path: 'rectifyBy', code: 'escalation.other-day-than-finding' }]);
  });
});
