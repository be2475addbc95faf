import { formatInstant } from '../../../shared/domain/time/instant.ts';
import { noticesIn } from '../simulation/accounts.ts';
import { answeredFor } from './bureau.ts';
import { bureauIn, settle, type Duty, type SimulatedBureau } from '../simulation/simulated-bureau.ts';
import { Simulation, type SimulationOptions } from '../simulation/simulation.ts';

/** The Tuesday after the Spring Festival of 2026, an hour before notices leave. */
export const MORNING = '2026-02-24T08:00:00+08:00';

/**
 * A project that started on 4 September 2025: its opening form is due on 4 March 2026. It is entered on 24
 * February and then gets one reminder instead of the first, others on 25 February and 3 March, and the overdue
 * notice on 5 March.
 */
export interface OneProject {
  readonly simulation: Simulation;
  readonly bureau: SimulatedBureau;
  readonly subjectId: string;
  duty(): Promise<Duty>;
  /** `02-24 09:00 reminder:entry` and so on: when each message was sent, and for which step. */
  left(): string[];
  /** The daily mails so far: `02-24 09:10` and the text. */
  daily(): { readonly at: string; readonly text: string }[];
}

export const person = { name: '甲', email: 'a@unit.example.com' } as const;

const short = (text: string): string => text.slice(5, 16).replace('T', ' ');

export async function oneProject(
  options: Partial<SimulationOptions> = {},
  contacts: readonly object[] = [person],
): Promise<OneProject> {
  const simulation = new Simulation({ seed: 'one project', from: MORNING, ...options });
  const bureau = bureauIn(simulation, 'hongjiang');
  await settle(bureau);
  const facts = { startedOn: '2025-09-04' };
  const { id } = await bureau.enter({
    kind: 'project',
    code: 'P1',
    name: '示例工程',
    ...answeredFor('project'),
    facts,
    contacts,
  });
  const taken = (daily: boolean) =>
    simulation.world.provider.handOvers.filter(
      ({ outcome, subject }) =>
        outcome === 'accepted' &&
        (daily ? subject.startsWith('【每日情况】') : !/^【(?:每日情况|检查)/.test(subject)),
    );
  return {
    simulation,
    bureau,
    subjectId: id,
    duty: async () => {
      const found = (await bureau.duties()).find((one) => one.subjectId === id && one.dueOn === '2026-03-04');
      if (!found) throw new Error('the project owes no form');
      return found;
    },
    left: () => {
      const steps = new Map(noticesIn(simulation).map((notice) => [notice.id, notice.step]));
      return taken(false)
        .filter(({ noticeId }) => noticeId.startsWith(id))
        .map(({ now, noticeId }) => `${short(formatInstant(now))} ${steps.get(noticeId) ?? ''}`);
    },
    daily: () => taken(true).map(({ now, text }) => ({ at: short(formatInstant(now)), text })),
  };
}
