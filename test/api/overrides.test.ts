import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import * as answers from '../../shared/contract/answers.ts';
import * as contract from '../../shared/contract/overrides.ts';
import { pathOf } from '../support/bureaus/bureau.ts';
import type { Client } from '../support/product/client.ts';
import { serverForTest, sharedServer } from '../support/product/server.ts';

const shared = sharedServer('2026-03-02T08:00:00+08:00', (server) =>
  server.as({ role: 'superior', jurisdiction: 'huaihua' }),
);
const path = (rule: string): string => `${pathOf('hongjiang')}/overrides/${rule}`;
const quarterly = 'key-project-archives/quarterly-check';
const figures = { checks: 2, targetsPerCheck: 3 };
const indicator = {
  figures,
  issuedBy: '怀化市档案局',
  documentNumber: '怀档〔2026〕4号',
  from: '2026-01-01',
  to: '2026-12-31',
};
const shown = z.looseObject({ documentNumber: z.string(), figures: z.record(z.string(), z.number()) });

async function ruleOn(client: Client, id: string, on: string) {
  const rules = await client.all(answers.rule, `${pathOf('hongjiang')}/rules?on=${on}`);
  const rule = rules.find((one) => one.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  return rule;
}

describe('a superior’s figure', () => {
  beforeAll(async () => {
    await shared().scene.send(answers.rule, 'PUT', path(quarterly), indicator);
  });

  test('stands beside the rule’s own for its period, and names its document', async () => {
    const rule = await ruleOn(shared().scene, quarterly, '2026-06-30');
    expect(rule.figures).toEqual({ checks: 1, targetsPerCheck: 2 });
    expect(shown.parse(rule.override)).toMatchObject({ documentNumber: '怀档〔2026〕4号', figures });
  });

  test.each(['2025-12-31', '2027-01-01'])('holds on no other day: %s', async (on) => {
    expect((await ruleOn(shared().scene, quarterly, on)).override).toBeUndefined();
  });

  test('is read by the bureau, too, but by nobody else, and only a superior sets it', async () => {
    const officer = await shared().server.as({ role: 'bureau-officer', jurisdiction: 'hongjiang' });
    expect((await ruleOn(officer, quarterly, '2026-06-30')).override).toBeDefined();
    await officer.refused(403, 'PUT', path(quarterly), indicator);
    await officer.refused(403, 'DELETE', path(quarterly));
    const other = await shared().server.as({ role: 'superior', jurisdiction: 'hebei' });
    await other.refused(404, 'PUT', path(quarterly), indicator);
  });

  test('of another document for the same days is a conflict, for later ones it is not', async () => {
    const next = { ...indicator, documentNumber: '怀档〔2026〕9号', from: '2026-12-01', to: '2027-06-30' };
    const problem = await shared().scene.refused(409, 'PUT', path(quarterly), next);
    expect(problem.errors).toMatchObject([
      { path: 'from', message: '怀档〔2026〕4号 is in force from 2026-01-01 to 2026-12-31: end it first' },
    ]);
    await shared().scene.send(answers.rule, 'PUT', path(quarterly), { ...next, from: '2027-01-01' });
  });

  test.each([
    [422, { from: '2026-12-31', to: '2026-01-01' }, 'to'],
    [422, { figures: { visits: 2 } }, 'figures.visits'],
    [400, { figures: { checks: -1 } }, 'figures.checks'],
    [400, { figures: {} }, 'figures'],
    [400, { documentNumber: '' }, 'documentNumber'],
    [400, { from: '2026-02-30' }, 'from'],
  ])('that is malformed is refused with %i: %j', async (status, change, field) => {
    const problem = await shared().scene.refused(status, 'PUT', path(quarterly), { ...indicator, ...change });
    expect(problem.errors?.map((error) => error.path)).toContain(field);
  });

  test.each([
    'archives-security/daily-check',
    'electronic-archives/spot-check',
    'key-project-archives/registration-yearly',
  ])('is refused where the source does not say that it prevails: %s', async (rule) => {
    const problem = await shared().scene.refused(422, 'PUT', path(rule), indicator);
    expect(problem.detail).toContain('does not say that a superior’s figure prevails');
  });

  test.each([
    ['checks', 1_000_000_000],
    ['checks', 1.5],
    ['targetsPerCheck', 2.5],
    ['minPercent', 150],
  ])('is refused where a figure can only be a slip: %s %d', async (name, value) => {
    const slip = { ...indicator, figures: { [name]: value } };
    const problem = await shared().scene.refused(422, 'PUT', path(quarterly), slip);
    expect(problem.errors?.map((error) => error.path)).toEqual([`figures.${name}`]);
  });

  test('for a rule that is not there is 404', async () => {
    await shared().scene.refused(404, 'PUT', path('key-project-archives/nothing'), indicator);
    await shared().scene.refused(404, 'DELETE', path('key-project-archives/full-check'));
  });
});

test('an override that is ended holds no longer, and what it was stays for the days before', async () => {
  const full = 'key-project-archives/full-check';
  const { server, scene } = shared();
  await scene.send(answers.rule, 'PUT', path(full), { ...indicator, figures: { minPercent: 20 } });
  expect((await ruleOn(scene, full, '2026-03-02')).override).toBeDefined();
  const ended = await scene.send(answers.rule, 'DELETE', path(full));
  expect(ended.override).toBeUndefined();
  expect((await ruleOn(scene, full, '2026-03-02')).override).toBeUndefined();
  expect((await ruleOn(scene, full, '2026-03-01')).override).toBeDefined();
  await scene.refused(404, 'DELETE', path(full));
  const hunan = await server.as({ role: 'superior', jurisdiction: 'hunan' });
  await hunan.send(answers.rule, 'PUT', path(full), { ...indicator, from: '2026-03-02' });
});

test('an override that was entered since nobody had seen one is a conflict; where there is still none it is entered', async () => {
  const { scene } = shared();
  const body = { ...indicator, from: '2028-01-01', to: '2028-12-31' };
  const seenNone = { 'If-Match': '"0"' };
  await scene.refused(409, 'PUT', path(quarterly), body, { 'If-Match': '"3"' });
  await scene.send(answers.rule, 'PUT', path(quarterly), body, seenNone);
  await scene.refused(409, 'PUT', path(quarterly), body, seenNone);
});

describe('instructions of the past', () => {
  const rule = 'archives-disposal/site-recheck';
  const scene = async () => {
    const server = await serverForTest('2026-03-16T10:00:00+08:00');
    const superior = await server.as({ role: 'superior', jurisdiction: 'xingtai' });
    const leader = await server.as({ role: 'bureau-leader', jurisdiction: 'baixiang' });
    const base = `${pathOf('baixiang')}/overrides`;
    const put = (body: object) =>
      superior.send(answers.rule, 'PUT', `${base}/${rule}`, {
        ...indicator,
        figures: { minPercent: 60 },
        ...body,
      });
    const list = (query = '') => leader.all(contract.override, `${base}${query}`);
    return { server, superior, leader, base, put, list };
  };

  test('are listed with issuer, document, days and figures when they have ended', async () => {
    const { server, superior, base, put, list } = await scene();
    await put({ from: '2026-03-01', to: '2026-12-31' });
    expect(await list()).toMatchObject([{ state: 'in-force', ruleId: rule, before: [] }]);
    await server.advance('2026-05-11T10:00:00+08:00');
    await superior.send(answers.rule, 'DELETE', `${base}/${rule}`);
    await put({ documentNumber: '邢档〔2026〕7号', from: '2026-06-01', to: '2026-12-31' });
    const first = {
      issuedBy: '怀化市档案局',
      documentNumber: '怀档〔2026〕4号',
      figures: { minPercent: 60 },
      from: '2026-03-01',
      to: '2026-05-10',
    };
    const all = await list();
    expect(all).toMatchObject([
      { documentNumber: '邢档〔2026〕7号', state: 'to-come' },
      {
        ...first,
        state: 'ended',
        before: [{ to: '2026-12-31', until: '2026-05-11T10:00:00+08:00', by: 'superior:local-superior' }],
      },
    ]);
    expect(await list('?on=2026-03-31')).toMatchObject([first]);
    expect(await list('?on=2026-05-31')).toEqual([]);
    expect(await list('?ruleId=key-project-archives/full-check')).toEqual([]);
  });

  test('are kept where the same day is entered anew, and where they were taken back before they began', async () => {
    const { superior, base, put, list } = await scene();
    await put({ from: '2026-04-01' });
    await put({ from: '2026-04-01', figures: { minPercent: 70 }, documentNumber: '怀档〔2026〕5号' });
    await superior.send(answers.rule, 'DELETE', `${base}/${rule}`);
    expect(await list()).toMatchObject([
      {
        state: 'withdrawn',
        figures: { minPercent: 70 },
        before: [
          { figures: { minPercent: 60 }, documentNumber: '怀档〔2026〕4号' },
          { figures: { minPercent: 70 }, to: '2026-12-31' },
        ],
      },
    ]);
    expect(await list('?on=2026-04-01')).toEqual([]);
  });

  test('are no business of a unit, nor of another bureau', async () => {
    const { server, base, put } = await scene();
    await put({ from: '2026-03-01' });
    const unit = await server.as({ role: 'unit', jurisdiction: 'baixiang', unitId: 'u1' });
    await unit.refused(403, 'GET', base);
    const other = await server.as({ role: 'bureau-leader', jurisdiction: 'hongjiang' });
    await other.refused(404, 'GET', base);
  });
});
