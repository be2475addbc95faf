import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import * as answers from '../../shared/contract/answers.ts';
import { draw } from '../../shared/contract/draws.ts';
import { exportLists } from '../../shared/contract/exports.ts';
import { quota } from '../../shared/contract/inspections.ts';
import { decisionWords } from '../../shared/exports/decision-words.ts';
import { figureWords, unitWords } from '../../shared/vocabulary/figure-words.ts';
import * as words from '../../shared/vocabulary/value-words.ts';
import { csvRows } from '../../shared/files/csv-read.ts';
import { cellText } from '../../shared/rosters/cells.ts';
import { kindWords, traitWords } from '../../shared/vocabulary/kinds.ts';
import { rulebookOf } from '../../shared/rules/catalogue.ts';
import { basisStatus, escalationStep, officeName, role } from '../../shared/rules/schema.ts';
import { escalationStatus } from '../../shared/records/escalation.ts';
import { inspectionCause, inspectionMode, severity } from '../../shared/records/inspection.ts';
import { zh } from '../../web/src/i18n/zh/zh.ts';
import { importing } from '../support/files/importing.ts';
import { sharedServer } from '../support/product/server.ts';
import { ENTERED, tenantsOf } from '../support/bureaus/tenants.ts';

const glossary: readonly (readonly [
  string,
  readonly string[],
  Readonly<Record<string, string | undefined>>,
])[] = [
  ['states of duties', answers.obligation.shape.status.options, words.statusWords],
  ['reports', answers.obligation.shape.report.unwrap().options, words.reportWords],
  ['states of notices', answers.notice.shape.status.options, words.noticeStatusWords],
  ['channels', answers.notice.shape.channel.options, words.channelWords],
  ['states of measures', escalationStatus.options, words.escalationStatusWords],
  ['steps', escalationStep.options, words.stepWords],
  ['states of quotas', quota.shape.status.options, words.quotaStatusWords],
  ['modes', inspectionMode.options, words.modeWords],
  ['causes', inspectionCause.options, words.causeWords],
  ['severities', severity.options, words.severityWords],
  ['states of draws', draw.shape.status.options, words.drawStatusWords],
  ['roles', role.options, words.roleWords],
  ['offices', officeName.options, words.officeWords],
  ['kinds of rules', answers.rule.shape.kind.options, words.ruleKindWords],
  ['states of instruments', basisStatus.options, words.basisStatusWords],
];

describe('the glossary', () => {
  test.each(glossary)('has a word for each of the %s', (_, values, table) => {
    expect(values.filter((value) => !/\p{Script=Han}/u.test(table[value] ?? ''))).toEqual([]);
  });

  test('has a word for each figure and unit of the rulebooks', () => {
    for (const id of ['hongjiang', 'baixiang', 'longquan', 'shaanxi', 'liaoning']) {
      for (const { figures = {}, discretionary = {} } of rulebookOf(id).rules) {
        const all = { ...figures, ...discretionary };
        expect(Object.keys(figureWords)).toEqual(expect.arrayContaining(Object.keys(all)));
        expect(Object.keys(unitWords)).toEqual(
          expect.arrayContaining(Object.values(all).map(({ unit }) => unit)),
        );
      }
    }
  });

  test('is the console’s: kinds and traits are called the same in rosters', () => {
    for (const [table, names] of [
      [kindWords, zh.terms.kinds],
      [traitWords, zh.facts.traits],
    ] as const)
      expect(Object.fromEntries(Object.entries(table).map(([name, [word]]) => [name, word]))).toEqual(names);
  });

  test('says how an attempt went, and leaves the server’s own words', () => {
    expect(words.outcomeText('accepted')).toBe('已受理');
    expect(words.outcomeText('bounced: 550 no such user')).toBe('被退回：550 no such user');
  });

  test('names the decisions of the ledger', () => {
    expect([decisionWords['draw-revealed'], decisionWords['filing-approval']]).toEqual(['抽取', '批准立案']);
  });
});

/** Columns of ids, addresses and names that people gave; all others are for reading. */
const asIs =
  /编号|规则$|哈希|承诺值|原文）|地址|邮箱|编码|代码|名称|上级单位|姓名|联系人|经办|制作人|对象|主题|问题$|人员$/u;
const shared = sharedServer(ENTERED, async (server) => tenantsOf(server, ['hongjiang']));

describe('a list that people read', () => {
  test.each(Object.entries(exportLists))('%s holds none of the contract’s words', async (name, { roles }) => {
    const { server, scene } = shared();
    const [tenant] = scene;
    for (const path of ['bureau-officer', 'unit'] as const) {
      const token = await server.token({
        role: path,
        jurisdiction: 'hongjiang',
        ...(path === 'unit' ? { unitId: tenant?.a.subject ?? '' } : {}),
      });
      if (!roles.some((role) => role === path)) continue;
      const response = await fetch(`${server.url}/v1/jurisdictions/hongjiang/exports/${name}.csv`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const rows: string[][] = [];
      for await (const { cells } of csvRows(Buffer.from(await response.arrayBuffer())))
        rows.push(Array.from(cells, (cell) => (cell ? cellText(cell) : '')));
      const [headings = [], ...entries] = rows;
      const foreign = entries.flatMap((row) =>
        row.filter(
          (cell, at) => !asIs.test(headings[at] ?? '') && /(?:^|[；，：（ ])[a-z][a-z-]{2,}/u.test(cell),
        ),
      );
      expect(foreign).toEqual([]);
    }
  });

  test('the rules tell their figures in words and the clause they stand in', async () => {
    const { server } = shared();
    const reader = await importing(server, 'hongjiang', 'unit');
    const text = await (await reader.get('exports/rules.csv?kind=quota')).text();
    const rulesOf = z.object({ items: z.array(answers.rule) });
    const { items } = rulesOf.parse(await (await reader.get('rules')).json());
    const quotas = items.filter(({ kind }) => kind === 'quota');
    expect(quotas.length).toBeGreaterThan(0);
    for (const { id, title } of quotas) for (const part of [id, title]) expect(text).toContain(part);
    expect(text).not.toContain('期限,');
    expect(text).toMatch(/检查次数 \d+次/u);
    expect(text).toMatch(/现行有效|已修订|已废止|效力未核实/u);
  });

  test('the plan of a year tells its visits, their tasks by title, and ranges are said in words', async () => {
    const { server } = shared();
    const reader = await importing(server, 'hongjiang', 'bureau-leader');
    const plan = await (await reader.get('exports/plan.csv?year=2026')).text();
    expect(plan).toMatch(/\r\n2026-\d\d-\d\d,现场检查,.+（2026[^）]*）/u);
    const quotas = await (await reader.get('exports/quotas.csv')).text();
    expect(quotas).toMatch(/检查对象数 (?:最多|至少)?\d/u);
    expect(quotas).not.toMatch(/(?<!\d)–|–(?!\d)/u);
  });

  test('the feeds of a unit, without what opens them', async () => {
    const { server, scene } = shared();
    const unitId = scene[0]?.a.subject ?? '';
    const token = await server.token({ role: 'unit', jurisdiction: 'hongjiang', unitId });
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const at = `${server.url}/v1/jurisdictions/hongjiang`;
    const response = await fetch(`${at}/feeds`, { method: 'POST', headers, body: '{"name":"本单位期限"}' });
    const { url } = z.object({ url: z.string() }).parse(await response.json());
    const secret = /~([^.]+)\.ics$/.exec(url)?.[1] ?? '-';
    const text = await (await fetch(`${at}/exports/feeds.csv`, { headers })).text();
    expect(text).toContain('本单位期限');
    expect(text).not.toContain(secret);
  });
});
