import { describe, expect, test } from 'vitest';
import type { SendOutcome } from '../../shared/ports.ts';
import { oneProject, type OneProject } from '../support/bureaus/one-project.ts';
import { looseEnds, noticesIn } from '../support/simulation/accounts.ts';

const unknown: SendOutcome = { kind: 'unknown', provider: 'simulated', reason: 'no answer in time' };

/** Extended after its first reminder; of the first corrections the provider says nothing. */
async function extended(silent: number): Promise<OneProject> {
  const project = await oneProject({
    refuse: ({ subject }, tries) => (subject.startsWith('【延期】') && tries <= silent ? unknown : undefined),
  });
  await project.simulation.to('2026-02-24T10:00:00+08:00');
  const { id } = await project.duty();
  const leader = { sub: 'leader', role: 'bureau-leader' } as const;
  await project.bureau.must(
    'POST',
    `/obligations/${id}/extension`,
    { until: '2026-03-20', reason: '补正' },
    leader,
  );
  await project.simulation.to('2026-02-25T18:00:00+08:00');
  return project;
}

const correction = ({ simulation }: OneProject) => {
  const found = noticesIn(simulation).filter(({ kind }) => kind === 'correction');
  const [one, ...others] = found;
  if (!one || others.length > 0) throw new Error(`${found.length} corrections`);
  return one;
};

const said = ({ attempts }: { readonly attempts: readonly { readonly outcome: string }[] }): string[] =>
  attempts.map(({ outcome }) => outcome.split(':')[0] ?? '');

describe('a correction of which the provider says nothing', () => {
  test('is tried once more, to the same address', async () => {
    const project = await extended(1);
    expect(said(correction(project))).toEqual(['unknown', 'accepted']);
    expect(correction(project).status).toBe('sent');
    expect(looseEnds(project.simulation)).toEqual([]);
  });

  test('twice is for a person, who may send it again', async () => {
    const project = await extended(2);
    expect(correction(project).status).toBe('unknown');
    await project.bureau.must('POST', `/notices/${correction(project).id}/resend`, {});
    await project.simulation.to('2026-02-26T18:00:00+08:00');
    expect(said(correction(project))).toEqual(['unknown', 'unknown', 'accepted']);
  });
});
