import { describe, onTestFinished, test } from 'vitest';
import { readAssembly } from '../support/assembly/assembly.ts';
import { openCloud } from '../support/assembly/cloud.ts';
import { synthesise } from '../support/aws/synthesised.ts';
import { BEGINS } from './month.ts';
import { amazon, own, passesMonth } from './posts.ts';

// Prod’s month is beside what is changed in its templates, which are synthesised once.
describe.each(['dev', 'cn'])('stage %s, from what cdk synth wrote and nothing else', (stage) => {
  test('lives through a month: no request is denied, no alarm goes off, no letter is dead', async () => {
    const { assembly, remove } = await synthesise(stage);
    onTestFinished(remove);
    const cloud = await openCloud(readAssembly(assembly), { now: BEGINS });
    onTestFinished(() => cloud.close());
    await passesMonth(cloud, stage === 'cn' ? await own(cloud) : amazon(cloud));
  });
});
