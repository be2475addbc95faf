import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { escalation } from '../../shared/contract/escalations.ts';
import { verifyChain } from '../../shared/domain/ledger.ts';
import { attemptText } from '../../shared/documents/dossiers/words.ts';
import { unzip } from '../../shared/files/zip.ts';
import { answeredFor, contactAt } from '../support/bureaus/bureau.ts';
import { lateForm, type Scene } from '../support/cases/escalations.ts';
import { json, ledger } from '../support/files/dossier-files.ts';
import { textOfDocx } from '../support/files/docx-text.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

interface Download {
  readonly status: number;
  readonly type: string | null;
  readonly name: string | null;
  readonly bytes: Uint8Array;
}

async function download(scene: Scene, path: string, claims: object): Promise<Download> {
  const { url } = scene.server;
  const made = await fetch(`${url}/local/token`, {
    method: 'POST',
    body: JSON.stringify({ jurisdiction: 'hongjiang', sub: 'somebody', ...claims }),
  });
  const { token } = z.object({ token: z.string() }).parse(await made.json());
  const response = await fetch(`${url}${scene.bureau.path}/escalations/${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    name: response.headers.get('content-disposition'),
    bytes: new Uint8Array(await response.arrayBuffer()),
  };
}

const officer = { role: 'bureau-officer' };

describe('documents over HTTP', () => {
  test('a draft is for the bureau alone and says what it is; once issued, the unit reads it as it was issued', async () => {
    const scene = await lateForm();
    await scene.server.advance('2026-07-16T09:30:00+08:00');
    const { id } = await scene.one('order-to-rectify');
    const unit = { role: 'unit', unitId: scene.project.id };
    const draft = await download(scene, `${id}/document.docx`, officer);
    expect(draft).toMatchObject({ status: 200, type: DOCX });
    expect(draft.name).toContain(`filename*=UTF-8''${encodeURIComponent('责令整改通知书.docx')}`);
    const read = textOfDocx(draft.bytes);
    expect(read[0]).toBe('草稿：未经批准，不得印发、送达');
    expect(read).toContain('起草说明');
    expect(read.join('\n')).toContain('自本通知书送达之日起15日内');
    expect(read.join('\n')).toContain('〔发文字号待编〕');
    expect((await download(scene, `${id}/document.docx`, unit)).status).toBe(404);
    await scene.act(id, 'proposal', {});
    await scene.act(id, 'decision', { decision: 'approve', reason: '情况属实' }, scene.leader);
    expect((await download(scene, `${id}/document.docx`, unit)).status).toBe(404);
    await scene.act(id, 'issue', { number: '洪档责〔2026〕1号', on: '2026-07-16' });
    const issued = await download(scene, `${id}/document.docx`, unit);
    const words = textOfDocx(issued.bytes).join('\n');
    expect(words).toContain('洪档责〔2026〕1号');
    expect(words).toContain('2026年7月16日');
    expect(words).not.toContain('草稿');
    expect(words).not.toContain('起草说明');
    expect((await download(scene, `${id}/document.docx`, officer)).bytes).toEqual(issued.bytes);
    await scene.server.advance('2026-07-17T10:00:00+08:00');
    await scene.act(id, 'service', { on: '2026-07-17', method: 'personal', receivedBy: '张工' });
    // What was served is what was issued: the service shows on its receipt alone.
    expect((await download(scene, `${id}/document.docx`, officer)).bytes).toEqual(issued.bytes);
    const receipt = await download(scene, `${id}/document.docx?form=service-receipt`, officer);
    expect(textOfDocx(receipt.bytes)).toEqual(expect.arrayContaining(['2026年7月17日', '签收人：张工']));
    expect((await download(scene, `${id}/document.docx?form=service-receipt`, unit)).status).toBe(404);
  });

  test('what was handed out on the spot names who did it, with the certificates that were entered', async () => {
    const scene = await lateForm();
    const { id } = await scene.officer.send(escalation, 'POST', `${scene.bureau.path}/escalations`, {
      step: 'order-to-rectify',
      subjectId: scene.project.id,
      text: '工程档案未按规定归档。',
      takenOnTheSpot: {
        at: '2026-07-13T09:00:00+08:00',
        officers: [{ name: '王一', certificate: '湘N001' }, '李二'],
      },
    });
    const words = textOfDocx((await download(scene, `${id}/document.docx`, officer)).bytes);
    expect(words).toContain('执法人员：王一【此处签名】　执法证件号：湘N001');
    expect(words).toContain('执法人员：李二【此处签名】　执法证件号：〔证号待填〕');
    expect(words).toContain('沅江路桥建设有限公司：');
  });

  test('what is not there, not one’s own or not understood is refused', async () => {
    const scene = await lateForm();
    await scene.server.advance('2026-07-16T09:30:00+08:00');
    const { id } = await scene.one('order-to-rectify');
    const ask = async (path: string, claims: object): Promise<number> =>
      (await download(scene, path, claims)).status;
    for (const file of ['document.docx', 'dossier.zip']) {
      expect(await ask(`${id}/${file}`, { ...officer, jurisdiction: 'shexian' })).toBe(404);
      expect(await ask(`${id}/${file}`, { ...officer, office: 'civil-defence' })).toBe(404);
      expect(await ask(`${id}/${file}`, { role: 'superior', jurisdiction: 'huaihua' })).toBe(200);
      expect(await ask(`${id}/${file}`, { role: 'superior', jurisdiction: 'handan' })).toBe(404);
      expect(await ask(`nothing/${file}`, officer)).toBe(404);
      expect((await fetch(`${scene.server.url}${scene.bureau.path}/escalations/${id}/${file}`)).status).toBe(
        401,
      );
    }
    expect(await ask(`${id}/dossier.zip`, { role: 'unit', unitId: scene.project.id })).toBe(403);
    expect(await ask(`${id}/document.docx?form=poem`, officer)).toBe(400);
    expect(await ask(`${id}/document.docx?form=prior-notice`, officer)).toBe(404);
  });
});

const dossierJson = z.object({
  subject: z.object({ name: z.string() }),
  party: z.object({ name: z.string(), relation: z.string() }),
  duty: z.object({ dueOn: z.string(), explanation: z.array(z.object({ text: z.string() })).min(1) }),
  notices: z.array(z.object({ kind: z.string(), to: z.string(), status: z.string(), text: z.string() })),
  escalations: z.array(z.object({ step: z.string(), status: z.string() })),
  timeline: z.array(z.object({ at: z.string(), what: z.string(), by: z.string() })),
  chain: z.object({ holds: z.literal(true), links: z.number(), head: z.string(), own: z.array(z.number()) }),
});

describe('the dossier', () => {
  test('holds everything about one default, readable by a person and a program, and proves the chain', async () => {
    const scene = await lateForm();
    // Another default in the same chain: its decisions are in the proof by their hashes alone.
    const other = await scene.bureau.enter({
      kind: 'project',
      name: '另一工程',
      ...answeredFor('project'),
      facts: { startedOn: '2026-01-15' },
      contacts: [contactAt('Other')],
    });
    await scene.server.advance('2026-07-16T09:30:00+08:00');
    const drafts = await scene.list({ step: 'order-to-rectify' });
    for (const { id } of drafts) await scene.act(id, 'proposal', {});
    const own = drafts.find(({ subjectId }) => subjectId === scene.project.id);
    expect(drafts.map(({ subjectId }) => subjectId)).toContain(other.id);
    if (!own) throw new Error('no draft');
    await scene.act(own.id, 'decision', { decision: 'approve', reason: '情况属实' }, scene.leader);
    await scene.act(own.id, 'issue', { number: '洪档责〔2026〕1号', on: '2026-07-16' });
    await scene.server.advance('2026-07-17T10:00:00+08:00');
    await scene.act(own.id, 'service', { on: '2026-07-17', method: 'personal', receivedBy: '张工' });

    const first = await download(scene, `${own.id}/dossier.zip`, { role: 'auditor' });
    expect(first).toMatchObject({ status: 200, type: 'application/zip' });
    const files = unzip(first.bytes);
    expect(Object.keys(files)).toEqual([
      '案卷.docx',
      'dossier.json',
      'ledger.json',
      '法制审查表.docx',
      '文书/01-责令整改通知书.docx',
      '文书/01-送达回证.docx',
    ]);
    const dossier = dossierJson.parse(json(files['dossier.json']));
    expect(dossier.duty.dueOn).toBe('2026-07-15');
    expect(dossier.party).toEqual({ name: '沅江路桥建设有限公司', relation: 'construction-unit' });
    expect(dossier.escalations).toEqual([
      expect.objectContaining({ step: 'order-to-rectify', status: 'served' }),
    ]);
    expect(dossier.notices.map(({ kind, to }) => `${kind} ${to}`)).toEqual(
      expect.arrayContaining([
        'reminder qiao@unit.example.com',
        'overdue qiao@unit.example.com',
        'order-to-rectify qiao@unit.example.com',
        'bureau-alert leader@bureau.example.com',
      ]),
    );
    expect(new Set(dossier.notices.map(({ status }) => status))).toEqual(new Set(['sent']));
    const times = dossier.timeline.map(({ at }) => at);
    expect(times).toEqual([...times].sort());
    const { items } = ledger.parse(json(files['ledger.json']));
    expect(verifyChain(items, dossier.chain.head)).toMatchObject({ holds: true, links: 6 });
    expect(items.filter(({ content }) => content !== undefined).map(({ number }) => number)).toEqual(
      dossier.chain.own,
    );
    expect(dossier.chain.own).toHaveLength(4);
    expect(new TextDecoder().decode(files['ledger.json'])).not.toContain(other.id);

    const words = textOfDocx(files['案卷.docx'] ?? new Uint8Array());
    for (const expected of [
      '沅江大桥及连接线工程',
      '逾期未办理《重点建设项目档案管理登记表》（开工后）',
      '李局长，2026年7月16日9时30分',
      '李局长（负责人）',
      '签收人：张工',
      dossier.chain.own.length > 0 ? String(dossier.chain.own[0]) : '',
    ])
      expect(words).toContain(expected);
    // Never the project: it owes nothing itself.
    expect(words.join('')).toContain(
      '当事人沅江路桥建设有限公司（91431200MA4L000001）监管对象沅江大桥及连接线工程案由',
    );
    for (const { text } of dossier.duty.explanation) expect(words).toContain(text);
    expect(words.join('')).toMatch(/7月15日.*　本机留存，未外发　已受理/u);
    expect(words.join('')).not.toMatch(/captured|accepted/u);
    // Another reader at another time gets the same bytes: nothing happened in between.
    await scene.server.advance('2026-07-17T15:00:00+08:00');
    expect((await download(scene, `${own.id}/dossier.zip`, officer)).bytes).toEqual(first.bytes);
  });
});

test.each([
  ['ses', 'bounced: 550 no such user', '邮件服务　被退回：550 no such user'],
  ['aws-sms', 'temporary: throttled', '短信服务　暂时未发出：throttled'],
  ['none', 'permanent: no contact', '未经通道　未能发出：没有联系方式'],
  ['some-gateway', 'delivered', 'some-gateway　已到达'],
])('an attempt by %s that was %s reads so', (provider, outcome, text) => {
  expect(attemptText(provider, outcome)).toBe(text);
});
