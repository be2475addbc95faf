import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import * as contract from '../../shared/contract/inspections.ts';
import { calendarYears } from '../../shared/domain/time/calendar.ts';
import { subjectKind } from '../../shared/rules/schema.ts';
import { bureauOf } from '../support/bureaus/bureau.ts';
import { downloaded } from '../support/files/downloads.ts';
import { sharedServer } from '../support/product/server.ts';

const { first, last } = calendarYears;
const scene = sharedServer('2026-07-01T08:00:00+08:00', async (server) => {
  const bureau = await bureauOf(server, 'hongjiang');
  for (let index = 1; index <= 4; index += 1)
    await bureau.enter({ kind: 'unit', name: `单位${index}`, traits: ['key-monitored'] });
  return bureau;
});

describe('the plan of checks', () => {
  test.each([first, first + 1, 2000, last - 1, last])(
    'of %i, a year that the calendar has, is answered with days of that year',
    async (year) => {
      const { officer, path } = scene().scene;
      const plan = await officer.get(contract.quotaPlan, `${path}/quotas/plan?year=${year}`);
      expect(plan.visits.filter(({ day }) => !day.startsWith(String(year)))).toEqual([]);
    },
  );

  test.each([-1, 0, first - 1, last + 1, 2100, 10_000, 1e15])(
    'of %i, a year without a calendar, is refused with the years that there are, as a file too',
    async (year) => {
      const { officer, path } = scene().scene;
      for (const at of ['quotas/plan', 'exports/plan.csv', 'exports/plan.xlsx']) {
        const { errors } = await officer.refused(422, 'GET', `${path}/${at}?year=${year}`);
        expect(errors).toMatchObject([{ path: 'year', code: 'quota.no-calendar', params: { first, last } }]);
      }
    },
  );

  test.each(['nineteen', '2026.5', '1e999'])('of “%s” is malformed', async (year) => {
    const { officer, path } = scene().scene;
    await officer.refused(400, 'GET', `${path}/quotas/plan?year=${year}`);
  });
});

describe('on the first and the last days of the calendar', () => {
  const edges = ['1990-01-01', '1990-01-02', '2070-12-30', '2070-12-31'];

  test.each(edges)('%s: quotas, rules and their files are answered', async (on) => {
    const { server, scene: bureau } = scene();
    const { officer, path } = bureau;
    expect((await officer.get(contract.quotas, `${path}/quotas?on=${on}`)).on).toBe(on);
    await officer.get(answers.listOf(answers.rule), `${path}/rules?on=${on}`);
    const claims = { role: 'bureau-officer', jurisdiction: 'hongjiang' };
    for (const list of ['quotas', 'rules'])
      expect((await downloaded(server, `${path}/exports/${list}.csv?on=${on}`, claims)).status).toBe(200);
  });

  test.each([
    ['1990-01-01', '1999-12-31'],
    ['2061-01-01', '2070-12-31'],
  ])('from %s to %s: every kind of subject is previewed', async (from, to) => {
    const { officer } = scene().scene;
    for (const kind of subjectKind.options) {
      const subject = { kind, traits: [], facts: factsOf(kind, to) };
      const body = { jurisdiction: 'hongjiang', subject, from, to };
      const { obligations } = await officer.send(answers.previewAnswer, 'POST', '/v1/preview', body);
      for (const { dueOn = '', dueAt = '' } of obligations)
        expect((dueOn || dueAt).slice(0, 10) >= from).toBe(true);
    }
  });

  test.each(['1989-12-31', '2071-01-01'])('%s, outside of it, is refused as malformed', async (on) => {
    const { officer, path } = scene().scene;
    await officer.refused(400, 'GET', `${path}/quotas?on=${on}`);
    await officer.refused(400, 'GET', `${path}/rules?on=${on}`);
    await officer.refused(400, 'GET', `${path}/exports/quotas.csv?on=${on}`);
  });
});

/** The facts from which days are counted, at the end of the calendar. */
function factsOf(kind: string, on: string): object {
  if (kind === 'project') return { startedOn: on, plannedCompletionAcceptanceOn: on };
  if (kind === 'permit') return { grantedOn: on, permitKind: 'sale' };
  if (kind === 'case') return { discoveredOn: on, filedOn: on, evidenceSecuredAt: `${on}T23:59:59+08:00` };
  return kind === 'reconsideration-decision' ? { decidedOn: on, outcome: 'duty-ordered' } : {};
}
