import { expect, test } from 'vitest';
import { demoData } from '../../local/demo/data.ts';
import { loadDemo } from '../../local/demo/load.ts';
import { dayOf, instant } from '../../shared/domain/time/instant.ts';
import { regulated, rulebookOf } from '../../shared/rules/catalogue.ts';
import { noticeRecord } from '../../shared/records/notice.ts';
import { Simulation } from '../support/simulation/simulation.ts';

const START = '2026-03-02T08:00:00+08:00';

test('a year of the demonstration: nothing about a bureau’s own duty is sent to anybody but the bureau', async () => {
  const simulation = new Simulation({ seed: 'demo', from: START });
  await simulation.survive(({ deps }) => loadDemo(deps));
  await simulation.to('2027-03-02T08:00:00+08:00');
  const own = new Map(
    demoData(dayOf(instant(START))).map(({ id, staff, superiors, offices }) => [
      id,
      new Set([
        ...staff.map(({ email }) => email),
        ...superiors,
        ...offices.flatMap(({ contacts }) =>
          contacts.flatMap(({ email }) => (email === undefined ? [] : [email])),
        ),
      ]),
    ]),
  );
  const notices = simulation.world.store
    .dump()
    .filter(({ sk }) => sk.startsWith('N#'))
    .map(noticeRecord.of);
  const ofBureau = (jurisdiction: string, ruleId: string | undefined): boolean =>
    ruleId !== undefined &&
    regulated.some(({ id }) => id === jurisdiction) &&
    rulebookOf(jurisdiction).deadlineOf(ruleId)?.deadline.pursuit === 'bureau';
  const bureaus = notices.filter(
    ({ jurisdiction, ruleId, kind }) =>
      ofBureau(jurisdiction, ruleId) || ['bureau-alert', 'daily', 'quota-alert'].includes(kind),
  );
  const onCases = bureaus.filter(({ ruleId }) => ruleId?.includes('-cases/') === true);
  expect(onCases.length).toBeGreaterThan(0);
  expect(
    bureaus.filter(({ jurisdiction, to }) => to !== '' && own.get(jurisdiction)?.has(to) !== true),
  ).toEqual([]);
});
