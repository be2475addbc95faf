import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { measuredCost, type MeasuredCost } from '../../tools/cost/measured.ts';
import { javaVersion, NO_JAVA, startDynamoDbLocal } from '../support/engines/dynamodb-local.ts';
import { costFixtures } from './cost-fixtures.ts';
import { costTimes } from './cost-times.ts';
import { costUnits } from './cost-units.ts';
import { provenance, type Bench, type Desk } from './report.ts';

const FILE = fileURLToPath(new URL('../../docs/cost-measured.json', import.meta.url));

const rounded = (_: string, value: unknown): unknown =>
  typeof value === 'number' ? Number(value.toPrecision(4)) : value;

/** Each part on an engine of its own, so that neither finds what the other wrote. */
async function measure(): Promise<MeasuredCost> {
  const counting = await startDynamoDbLocal();
  const units = await costUnits(counting).finally(() => counting.close());
  const timing = await startDynamoDbLocal();
  const milliseconds = await costTimes(timing).finally(() => timing.close());
  const { at, commit, changed, machine } = provenance();
  return measuredCost.parse({
    at,
    commit,
    changed,
    machine,
    units,
    milliseconds,
    fixtures: await costFixtures(),
  });
}

async function run(desk: Desk): Promise<void> {
  if ((await javaVersion()) === undefined) {
    desk.skip('what the cost is made from', NO_JAVA);
    return;
  }
  const found = await measure();
  writeFileSync(FILE, `${JSON.stringify(found, rounded, 2)}\n`);
  for (const [name, { reads, writes, requests }] of Object.entries(found.units).flatMap(([name, one]) =>
    typeof one === 'number' ? [] : [[name, one] as const],
  ))
    desk.say(
      `${name}: ${reads.toFixed(2)} read and ${writes.toFixed(2)} write units in ${requests.toFixed(2)} requests`,
    );
  for (const [name, ms] of Object.entries(found.milliseconds)) desk.say(`${name}: ${ms.toFixed(1)} ms`);
  desk.say('written to docs/cost-measured.json; npm run cost -- --write makes docs/cost.md from it');
}

export const cost: Bench = {
  title: 'What the cost is made from: units on DynamoDB Local, milliseconds of the bundles',
  run,
};
