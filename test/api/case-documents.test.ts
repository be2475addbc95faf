import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import * as answers from '../../shared/contract/answers.ts';
import { caseForms } from '../../shared/vocabulary/case-forms.ts';
import { verifyChain } from '../../shared/domain/ledger.ts';
import { unzip } from '../../shared/files/zip.ts';
import { answeredFor, bureauOf } from '../support/bureaus/bureau.ts';
import { upToClosing, upToProposal } from '../support/cases/case-moves.ts';
import { caseAt, START, walk, walkOf, type Walk } from '../support/cases/case-walk.ts';
import { json, ledger } from '../support/files/dossier-files.ts';
import { textOfDocx } from '../support/files/docx-text.ts';
import { downloaded, type Downloaded } from '../support/files/downloads.ts';
import { serverForTest, type TestServer } from '../support/product/server.ts';

const officer = { role: 'bureau-officer', jurisdiction: 'baixiang' };
const problem = (bytes: Uint8Array) => answers.problem.parse(JSON.parse(new TextDecoder().decode(bytes)));
const words = (bytes: Uint8Array | undefined): string => textOfDocx(bytes ?? new Uint8Array()).join('\n');

/** Downloads of one case. */
const of =
  (server: TestServer, { bureau, subject }: Walk) =>
  (file: string, claims: object = officer): Promise<Downloaded> =>
    downloaded(server, `${bureau.path}/subjects/${subject.id}/${file}`, claims);

const paper = (form: string): string => `document.docx?form=${form}`;

/** Sixty characters. */
const longName =
  '柏乡县城乡融合发展示范区基础设施建设投资运营管理集团有限责任公司午河流域综合治理与老城片区更新改造工程建设指挥部（筹建）';

/** Puts the case under the unit that it is against. */
async function against(walked: Walk, name: string): Promise<string> {
  const { bureau, subject } = walked;
  const { id } = await bureau.enter({ kind: 'unit', name });
  const parties = answeredFor('case').parties?.map((party) => ({ ...party, name }));
  await bureau.officer.send(answers.subject, 'PATCH', `${bureau.path}/subjects/${subject.id}`, {
    parentId: id,
    parties,
  });
  return id;
}

describe('the papers of a case that is walked by its events', () => {
  test('are shown and made as the case comes to them, and refused before, with what is needed', async () => {
    const server = await serverForTest(START);
    const walked = await walkOf(server, 'archives');
    const get = of(server, walked);
    await against(walked, longName);
    const moves = [...upToProposal('archives', { complex: true }), ...upToClosing('archives', true)];
    const firstAt: Record<string, string> = {};
    for (const next of [undefined, ...moves]) {
      if (next) await walk(server, walked, [next]);
      const shown = (await walked.see()).stage?.documents ?? [];
      for (const form of shown) firstAt[form] ??= next?.body.event ?? '';
    }
    expect(firstAt).toEqual({
      'scene-record': 'discovery-record',
      'filing-approval': 'filing-proposal',
      'investigation-report': 'investigation-report',
      'prior-notice': 'filing-approval',
      'notice-receipt': 'prior-notice',
      'hearing-right': 'prior-notice',
      'statement-record': 'prior-notice',
      'penalty-approval': 'decision-proposal',
      'legal-review': 'decision-legal-review',
      'collective-discussion': 'decision-proposal',
      'penalty-decision': 'decision-proposal',
      'service-receipt': 'decision-approval',
      'demand-letter': 'service',
      'closing-report': 'execution',
      'file-review': 'closing',
    });
    const had = caseForms.filter((form) => form in firstAt && form !== 'demand-letter');
    for (const form of had) {
      const first = await get(paper(form));
      expect(first.status, form).toBe(200);
      expect(words(first.bytes), form).toContain(longName);
      // Another reader at another time gets the same bytes: nothing happened in between.
      await server.advance(`2026-10-${10 + had.indexOf(form)}T15:00:00+08:00`);
      expect((await get(paper(form), { ...officer, role: 'auditor' })).bytes, form).toEqual(first.bytes);
    }
    expect((await get(paper('filing-approval'))).name).toContain(encodeURIComponent('立案审批表.docx'));
    expect(words((await get(paper('service-receipt'))).bytes)).toContain('签收人：冯某');
  });

  test.each([
    ['filing-approval', 1, 'filing-proposal'],
    ['prior-notice', 2, 'filing-approval'],
    ['collective-discussion', 8, 'decision-proposal'],
    ['service-receipt', 9, 'decision-approval'],
    ['penalty-decision', 8, 'decision-proposal'],
    ['hearing-notice', 8, 'hearing-request'],
    ['demand-letter', 9, 'service'],
    ['closing-report', 9, 'execution'],
  ])('%s waits for its event: 409 names the field and the remedy', async (form, moves, needed) => {
    const { server, walked } = await caseAt(moves);
    const refused = await of(server, walked)(paper(form));
    expect(refused.status).toBe(409);
    const { errors = [] } = problem(refused.bytes);
    expect(errors).toMatchObject([
      { path: 'form', code: 'case.paper-later', params: { form, event: needed } },
    ]);
  });

  test('a case that nobody wants discussed has no minutes, one that was not filed has no papers', async () => {
    const { server, walked } = await caseAt(9);
    const get = of(server, walked);
    const code = async (form: string) => problem((await get(paper(form))).bytes).code;
    expect(await code('collective-discussion')).toBe('case.no-discussion');
    await walk(server, walked, upToClosing('archives', false));
    expect(await code('collective-discussion')).toBe('case.no-minutes');
    const other = await walkOf(server, 'civil-defence');
    await other.enter('head', { event: 'no-case', reason: '情节轻微' });
    const refused = await of(server, other)(paper('filing-approval'));
    expect(refused.status).toBe(409);
    expect(problem(refused.bytes)).toMatchObject({
      code: 'case.paper-never',
      params: { form: 'filing-approval', stage: 'not-filed' },
    });
  });

  test('show themselves as the case does, and to a unit never', async () => {
    const { server, walked } = await caseAt(3);
    const get = of(server, walked);
    const unitId = await against(walked, '午河商贸有限公司');
    const ask = async (file: string, claims: object) => (await get(file, claims)).status;
    for (const file of [paper('filing-approval'), 'dossier.zip']) {
      expect(await ask(file, { ...officer, office: 'civil-defence' })).toBe(404);
      expect(await ask(file, { ...officer, jurisdiction: 'hongjiang' })).toBe(404);
      expect(await ask(file, { role: 'superior', jurisdiction: 'xingtai' })).toBe(200);
      // It waits for the legal review, and then no more.
      expect(await ask(file, { ...officer, office: 'legal-affairs' })).toBe(200);
    }
    const unit = { role: 'unit', jurisdiction: 'baixiang', unitId };
    expect(await ask(paper('filing-approval'), unit)).toBe(404);
    expect(await ask('dossier.zip', unit)).toBe(403);
    await walk(server, walked, upToProposal('archives').slice(3, 4));
    expect(await ask('dossier.zip', { ...officer, office: 'legal-affairs' })).toBe(404);
    expect(await ask(paper('poem'), officer)).toBe(400);
    expect(await ask('document.docx', officer)).toBe(400);
    const path = `${walked.bureau.path}/subjects`;
    expect((await downloaded(server, `${path}/none/${paper('prior-notice')}`, officer)).status).toBe(404);
    expect((await fetch(`${server.url}${path}/${walked.subject.id}/dossier.zip`)).status).toBe(401);
  });

  test('what is no case, or of an archive that may not punish, is refused', async () => {
    const server = await serverForTest(START);
    const baixiang = await bureauOf(server, 'baixiang');
    const luquan = await bureauOf(server, 'luquan');
    const unit = await baixiang.enter({ kind: 'unit', name: '某单位' });
    const elsewhere = await luquan.enter({ kind: 'case', name: '某案' });
    for (const file of [paper('prior-notice'), 'dossier.zip'])
      for (const [path, claims, code] of [
        [`${baixiang.path}/subjects/${unit.id}`, officer, 'case.no-case'],
        [
          `${luquan.path}/subjects/${elsewhere.id}`,
          { ...officer, jurisdiction: 'luquan' },
          'case.no-standing',
        ],
      ] as const) {
        const refused = await downloaded(server, `${path}/${file}`, claims);
        expect(refused.status).toBe(422);
        expect(problem(refused.bytes).errors).toMatchObject([{ path: 'id', code }]);
      }
  });
});

const dossierJson = z.object({
  format: z.literal('archive-duty/case-dossier'),
  party: z.string(),
  stage: z.object({ name: z.string() }),
  events: z.array(z.object({ event: z.string(), at: z.string(), by: z.string() })),
  clocks: z.array(
    z.object({ until: z.string(), explanation: z.array(z.object({ text: z.string() })).min(1) }),
  ),
  duties: z.array(
    z.object({ dueOn: z.string(), explanation: z.array(z.object({ text: z.string() })).min(1) }),
  ),
  notices: z.array(z.object({ kind: z.string() })),
  timeline: z.array(z.object({ at: z.string(), what: z.string(), by: z.string() })),
  chain: z.object({ holds: z.literal(true), head: z.string(), own: z.array(z.number()) }),
});

describe('the dossier of a case', () => {
  test('tells the whole story to a person and to a program, and proves the chain', async () => {
    const server = await serverForTest(START);
    const walked = await walkOf(server, 'archives', { evidenceSecuredAt: '2026-09-07T09:45:00+08:00' });
    // Another case in the same chain: its decisions are in the proof by their hashes alone.
    const other = await walkOf(server, 'civil-defence');
    await against(walked, longName);
    await other.enter('head', { event: 'no-case', reason: '情节轻微' });
    const get = of(server, walked);
    const begun = unzip((await get('dossier.zip')).bytes);
    expect(Object.keys(begun)).toEqual(['案卷.docx', 'dossier.json', 'ledger.json', '法制审查表.docx']);
    expect(words(begun['案卷.docx'])).toContain('尚未形成文书。');
    await walk(server, walked, upToProposal('archives', { complex: true }));
    await walk(server, walked, upToClosing('archives', true));

    const first = await get('dossier.zip', { ...officer, role: 'auditor' });
    expect(first).toMatchObject({ status: 200, type: 'application/zip' });
    const files = unzip(first.bytes);
    expect(Object.keys(files)).toEqual([
      '案卷.docx',
      'dossier.json',
      'ledger.json',
      '法制审查表.docx',
      '文书/01-现场检查（勘查）笔录.docx',
      '文书/02-立案审批表.docx',
      '文书/03-案件调查终结报告.docx',
      '文书/04-行政处罚事先告知书.docx',
      '文书/05-送达回证（行政处罚事先告知书）.docx',
      '文书/06-行政处罚听证告知书.docx',
      '文书/07-陈述、申辩笔录.docx',
      '文书/08-行政处罚决定审批表.docx',
      '文书/09-法制审核意见书.docx',
      '文书/10-会审记录.docx',
      '文书/11-行政处罚决定书.docx',
      '文书/12-送达回证.docx',
      '文书/13-行政处罚案件结案报告.docx',
      '文书/14-行政处罚案卷评查表.docx',
    ]);
    expect(files['文书/02-立案审批表.docx']).toEqual((await get(paper('filing-approval'))).bytes);
    const dossier = dossierJson.parse(json(files['dossier.json']));
    expect(dossier.events.map(({ event }) => event)).toEqual(
      (await walked.see()).history?.map(({ event }) => event),
    );
    expect(dossier).toMatchObject({ party: longName, stage: { name: 'closed' } });
    expect(dossier.duties.map(({ dueOn }) => dueOn)).toEqual(['2026-09-08', '2026-09-14']);
    expect(dossier.clocks.map(({ until }) => until)).toEqual([
      // The decision and its service; reconsideration, a suit, the payment; statement and hearing.
      '2026-12-10',
      '2026-10-12',
      '2026-11-27',
      '2027-03-29',
      '2026-10-13',
      '2026-09-20',
      '2026-09-20',
    ]);
    const times = dossier.timeline.map(({ at }) => at);
    expect(times).toEqual([...times].sort());
    const { items } = ledger.parse(json(files['ledger.json']));
    expect(verifyChain(items, dossier.chain.head)).toMatchObject({ holds: true });
    expect(items.filter(({ content }) => content !== undefined).map(({ number }) => number)).toEqual(
      dossier.chain.own,
    );
    expect(items.length).toBeGreaterThan(dossier.chain.own.length);
    expect(new TextDecoder().decode(files['ledger.json'])).not.toContain(other.subject.id);

    const read = words(files['案卷.docx']);
    for (const expected of [
      longName,
      '批准立案（2026年9月11日）',
      '2026年9月8日9时45分',
      '罚款已缴纳',
      '2026年9月24日（按期完成）',
      '第90日为2026年12月10日（星期四）。',
      '符合立案条件',
      '柏档罚〔2026〕1号',
    ])
      expect(read).toContain(expected);
    for (const { text } of dossier.clocks.flatMap(({ explanation }) => explanation))
      expect(read).toContain(text);
    expect(read).not.toMatch(/\b(registration|personal|unit|true|undefined|review|filing|decision)\b/u);
    expect(read).not.toMatch(/\d{4}-\d{2}-\d{2}/u);
    await server.advance('2026-10-09T15:00:00+08:00');
    expect((await get('dossier.zip')).bytes).toEqual(first.bytes);
  });
});
