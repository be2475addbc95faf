import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import * as answers from '../../shared/contract/answers.ts';
import { rulebookOf } from '../../shared/rules/catalogue.ts';
import type { Role } from '../../shared/rules/schema.ts';
import { bureauOf, pathOf } from '../support/bureaus/bureau.ts';
import { sharedServer } from '../support/product/server.ts';

const shared = sharedServer('2026-03-02T08:00:00+08:00', (server) => bureauOf(server, 'hongjiang'));
const regulatedIds = ['hongjiang', 'shexian', 'luquan', 'baixiang', 'liaoning'];

type Rule = z.infer<typeof answers.rule>;

async function rulesOf(id: string, query = ''): Promise<Map<string, Rule>> {
  const client = await shared().server.as({ role: 'auditor', jurisdiction: id });
  const rules = await client.all(answers.rule, `${pathOf(id)}/rules${query}`);
  return new Map(rules.map((rule) => [rule.id, rule]));
}

async function ruleOf(jurisdiction: string, id: string): Promise<Rule> {
  const rule = (await rulesOf(jurisdiction)).get(id);
  if (!rule) throw new Error(`${jurisdiction} has no ${id}`);
  return rule;
}

describe('the jurisdictions', () => {
  const seen = async (role: Role, jurisdiction: string): Promise<string[]> => {
    const client = await shared().server.as({ role, jurisdiction, unitId: 'nobody' });
    return (await client.all(answers.jurisdiction, '/v1/jurisdictions')).map(({ id }) => id);
  };

  test.each(['bureau-officer', 'bureau-leader', 'bureau-admin', 'unit', 'auditor'] as const)(
    'a %s sees its own alone',
    async (role) => {
      for (const id of [...regulatedIds, 'huaihua', 'hebei']) expect(await seen(role, id)).toEqual([id]);
    },
  );

  test('a superior sees its own and those below it, at any depth', async () => {
    expect(await seen('superior', 'huaihua')).toEqual(['hongjiang', 'huaihua']);
    expect(await seen('superior', 'hunan')).toEqual(['hongjiang', 'huaihua', 'hunan']);
    expect(await seen('superior', 'xingtai')).toEqual(['baixiang', 'xingtai']);
    expect((await seen('superior', 'hebei')).sort()).toEqual(
      ['baixiang', 'handan', 'hebei', 'luquan', 'shexian', 'shijiazhuang', 'xingtai'].sort(),
    );
    expect(await seen('superior', 'hongjiang')).toEqual(['hongjiang']);
  });

  test('carry the division code, the statistical one where there is no other, and the parent', async () => {
    const client = await shared().server.as({ role: 'superior', jurisdiction: 'hunan' });
    expect(await client.all(answers.jurisdiction, '/v1/jurisdictions')).toEqual([
      {
        id: 'hongjiang',
        name: '洪江区',
        bureau: '洪江区档案局',
        division: '431271',
        superior: 'huaihua',
        offices: [{ office: 'archives', name: '洪江区档案局' }],
        regulated: true,
      },
      {
        id: 'huaihua',
        name: '怀化市',
        bureau: '怀化市档案局',
        division: '431200',
        superior: 'hunan',
        offices: [],
        regulated: false,
      },
      {
        id: 'hunan',
        name: '湖南省',
        bureau: '湖南省档案局',
        division: '430000',
        superior: null,
        offices: [],
        regulated: false,
      },
    ]);
  });
});

describe('the rules', () => {
  test.each(regulatedIds)('of %s are all there, whole, each with its clause, basis and rows', async (id) => {
    const rules = await rulesOf(id);
    expect([...rules.keys()]).toEqual(rulebookOf(id).rules.map(({ ruleId }) => ruleId));
    for (const rule of rules.values()) {
      expect(rule.id.startsWith(`${rule.regime}/`)).toBe(true);
      expect(rule.citation.section, rule.id).not.toBe('');
      expect(rule.basis.length, rule.id).toBeGreaterThan(0);
      for (const row of rule.covers) expect(row.startsWith(`${rule.citation.document}-`)).toBe(true);
    }
  });

  test('keep what the source says apart from what it leaves open', async () => {
    const rule = await ruleOf('hongjiang', 'key-project-archives/registration-after-start');
    expect(rule).toMatchObject({
      kind: 'deadline',
      office: 'archives',
      citation: { document: 'HJ', section: '三(一)五(一)', title: '洪江区档案局责任清单事中事后监管制度' },
      covers: ['HJ-018', 'HJ-029', 'HJ-032', 'HJ-033'],
      figures: { months: 6 },
      discretionary: { reminderLeadDays: [30, 7, 1], rectificationDays: 15 },
      sources: { months: { unit: 'month', values: [{ from: null, value: 6, cite: '三(一)五(一)' }] } },
      effectiveFrom: null,
      effectiveTo: null,
    });
    expect(Object.keys(rule.figures)).toEqual(Object.keys(rule.sources));
    expect(Object.keys(rule.discretionary)).toEqual(Object.keys(rule.defaults));
  });

  test('say of each instrument whether it is still in force', async () => {
    const { basis } = await ruleOf('hongjiang', 'key-project-archives/registration-yearly');
    expect(basis.map(({ instrument, status }) => [instrument, status])).toContainEqual([
      '《中华人民共和国档案法实施办法》',
      'repealed',
    ]);
    expect(new Set(basis.map(({ status }) => status))).toEqual(
      new Set(['amended', 'repealed', 'unverified']),
    );
  });

  test('show both readings of a clause, and which one is followed', async () => {
    const rule = await ruleOf('baixiang', 'archives-cases/case-filing');
    const reading = z.object({
      chosen: z.string(),
      default: z.string(),
      options: z.array(z.object({ id: z.string() })),
    });
    const { count, event } = z.object({ count: reading, event: reading }).parse(rule.readings);
    expect([count.chosen, event.chosen]).toEqual(['calendar-days', 'discovered']);
    expect(count.options.map(({ id }) => id)).toEqual(['calendar-days', 'working-days']);
  });

  test('are no more than those of their own source: what a neighbour has is not filled in', async () => {
    expect((await rulesOf('luquan')).has('archives-security/self-inspection-report')).toBe(false);
    expect(
      [...(await rulesOf('luquan')).values()].some(({ regime }) => regime === 'key-project-archives'),
    ).toBe(false);
    expect((await rulesOf('shexian')).has('key-project-archives/quarterly-check')).toBe(false);
  });
});

describe('the rules on a day', () => {
  test('leave out what was not in force yet', async () => {
    const before = await rulesOf('liaoning', '?on=2015-03-23');
    const after = await rulesOf('liaoning', '?on=2015-03-24');
    const dated = [...(await rulesOf('liaoning')).values()].filter(
      ({ effectiveFrom }) => effectiveFrom !== null,
    );
    expect(dated.length).toBeGreaterThan(0);
    for (const { id, effectiveFrom } of dated) {
      expect(before.has(id), id).toBe((effectiveFrom ?? '') <= '2015-03-23');
      expect(after.has(id), id).toBe((effectiveFrom ?? '') <= '2015-03-24');
    }
    expect(before.size).toBeLessThan(after.size);
  });

  test('are all there where the document bears no date', async () => {
    expect([...(await rulesOf('hongjiang', '?on=1995-01-01')).keys()]).toEqual([
      ...(await rulesOf('hongjiang')).keys(),
    ]);
  });

  test.each(['2026-02-30', 'today', '2026-2-3'])('a day that is none is refused: %s', async (on) => {
    const problem = await shared().scene.officer.refused(400, 'GET', `${pathOf('hongjiang')}/rules?on=${on}`);
    expect(problem.errors).toMatchObject([{ path: 'on', code: 'field.day' }]);
  });
});

test('each of the three offices of Baixiang reads its own regimes', async () => {
  const regimes = async (office?: 'archives' | 'civil-defence' | 'legal-affairs'): Promise<Set<string>> => {
    const claims = { role: 'bureau-officer', jurisdiction: 'baixiang' } as const;
    const client = await shared().server.as(office === undefined ? claims : { ...claims, office });
    const rules = await client.all(answers.rule, `${pathOf('baixiang')}/rules`);
    return new Set(rules.map(({ regime }) => regime));
  };
  const [all, archives, defence, legal] = [
    await regimes(),
    await regimes('archives'),
    await regimes('civil-defence'),
    await regimes('legal-affairs'),
  ];
  expect(defence).toEqual(
    new Set(['civil-defence-cases', 'civil-defence-penalty-discretion', 'civil-defence-works']),
  );
  expect(legal).toEqual(new Set(['administrative-litigation', 'administrative-reconsideration']));
  expect(archives.size + defence.size + legal.size).toBe(all.size);
});
