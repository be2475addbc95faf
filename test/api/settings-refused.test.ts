import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import {
  bureauOf,
  registrationAfterStart,
  registrationYearly,
  type Bureau,
} from '../support/bureaus/bureau.ts';
import { sharedServer } from '../support/product/server.ts';

const shared = sharedServer('2026-03-02T08:00:00+08:00', (server) => bureauOf(server, 'hongjiang'));
const read = ({ officer, path }: Bureau) => officer.get(answers.settings, `${path}/settings`);
const change = ({ admin, path }: Bureau, patch: object) =>
  admin.send(answers.settings, 'PATCH', `${path}/settings`, patch);

/** The errors of a change that is refused, after which the settings are as they were. */
async function refusal(status: number, patch: object) {
  const bureau = shared().scene;
  const before = await read(bureau);
  const problem = await bureau.admin.refused(status, 'PATCH', `${bureau.path}/settings`, patch);
  expect(await read(bureau)).toEqual(before);
  return problem.errors ?? [];
}

describe('settings that cannot be', () => {
  test.each([
    [
      'a figure that stands in the source',
      registrationAfterStart,
      'months',
      5,
      'this figure is statutory: the source fixes it, and it cannot be set',
    ],
    [
      'a figure that the rule does not have',
      registrationAfterStart,
      'weeks',
      5,
      'the rule leaves no figure weeks open; open: reminderLeadDays, rectificationDays, defenceWorkingDays',
    ],
    [
      'a rule that is not there',
      'key-project-archives/nothing',
      'days',
      5,
      'there is no rule key-project-archives/nothing here',
    ],
    [
      'a text for a number',
      registrationAfterStart,
      'rectificationDays',
      '15',
      'must be written in the form of the default: 15',
    ],
    [
      'a number for a list',
      registrationAfterStart,
      'reminderLeadDays',
      30,
      'must be written in the form of the default: [30,7,1]',
    ],
    ['a negative number', registrationAfterStart, 'rectificationDays', -5, 'whole numbers from 0 to 365'],
    ['a broken number', registrationAfterStart, 'rectificationDays', 1.5, 'whole numbers from 0 to 365'],
    [
      'a list with a day before the due day',
      registrationAfterStart,
      'reminderLeadDays',
      [7, -1],
      'whole numbers from 0 to 365',
    ],
    [
      '30 February',
      'archives-security/self-inspection-summary',
      'due',
      '02-30',
      'a month and day of every year, MM-DD, for instance 12-31, or 02-last for the end of February',
    ],
    [
      '29 February',
      'archives-security/self-inspection-summary',
      'due',
      '02-29',
      'a month and day of every year, MM-DD, for instance 12-31, or 02-last for the end of February',
    ],
    [
      'a thirteenth month',
      'archives-security/self-inspection-summary',
      'due',
      '13-last',
      'a month and day of every year, MM-DD, for instance 12-31, or 02-last for the end of February',
    ],
  ])('%s', async (_, rule, figure, value, message) => {
    const errors = await refusal(422, { figures: { [rule]: { [figure]: value } } });
    expect(errors).toMatchObject([{ path: `figures.${rule}.${figure}`, message }]);
  });

  test('a date that comes once is written with its year', async () => {
    const liaoning = await bureauOf(shared().server, 'liaoning');
    const start = 'policy-goals/e-archiving-start';
    const rule = (await liaoning.officer.all(answers.rule, `${liaoning.path}/rules`)).find(
      ({ id }) => id === start,
    );
    const [figure = ''] = Object.keys(rule?.discretionary ?? {}).filter(
      (name) => name !== 'reminderLeadDays',
    );
    const set = (due: string) => ({ figures: { [start]: { [figure]: due } } });
    const problem = await liaoning.admin.refused(422, 'PATCH', `${liaoning.path}/settings`, set('12-31'));
    expect(problem.errors?.[0]?.message).toBe('a day, YYYY-MM-DD, for instance 2026-12-31');
    expect((await change(liaoning, set('2016-06-30'))).figures).toEqual({
      [start]: { [figure]: '2016-06-30' },
    });
    await liaoning.enter({ kind: 'unit', name: '沈阳市档案馆', traits: ['transfer-scope'] });
  });

  test.each([
    [
      { [registrationYearly]: { first: 'whenever' } },
      `${registrationYearly}.first`,
      'there is no such option; known: opening-form-due, started-on',
    ],
    [
      { [registrationYearly]: { last: 'started-on' } },
      `${registrationYearly}.last`,
      'there is no such reading of a rule in force here',
    ],
    [
      { 'archives-cases/case-filing': { count: 'working-days' } },
      'archives-cases/case-filing.count',
      'there is no such reading of a rule in force here',
    ],
  ])('a reading that is none: %j', async (readings, path, message) => {
    expect(await refusal(422, { readings })).toMatchObject([{ path: `readings.${path}`, message }]);
  });

  test.each([
    [{ sendHour: 7 }, 'the send hour 07:00 is within the quiet hours 20:00–08:00, so nothing could be sent'],
    [{ sendHour: 21 }, 'the send hour 21:00 is within the quiet hours 20:00–08:00, so nothing could be sent'],
    [
      { quietHours: { from: '08:30', to: '09:30' } },
      'the send hour 09:00 is within the quiet hours 08:30–09:30, so nothing could be sent',
    ],
  ])('a send hour in the quiet hours: %j', async (patch, message) => {
    expect(await refusal(422, patch)).toMatchObject([{ path: 'quietHours', message }]);
  });

  test.each([
    [{ sendHour: 24 }, 'sendHour'],
    [{ sendHour: 9.5 }, 'sendHour'],
    [{ quietHours: { from: '24:00', to: '08:00' } }, 'quietHours.from'],
    [{ quietHours: { from: '20:00' } }, 'quietHours.to'],
    [{ trackFrom: '2026-02-30' }, 'trackFrom'],
    [{ rectificationDays: 0 }, 'rectificationDays'],
    [{ reminderLeads: { long: [400] } }, 'reminderLeads.long.0'],
    [{ reminderLeads: { weekly: [7] } }, 'reminderLeads.weekly'],
    [{ channels: { overdue: ['fax'] } }, 'channels.overdue.0'],
    [{ channels: { overdue: [] } }, 'channels.overdue'],
    [{ channels: { party: ['email'] } }, 'channels.party'],
    [{ alerts: { leaders: ['nobody'] } }, 'alerts.leaders.0'],
    [{ version: 5 }, 'version'],
  ])('a field that is malformed: %j', async (patch, path) => {
    expect((await refusal(400, patch)).map((error) => error.path)).toEqual([path]);
  });
});
