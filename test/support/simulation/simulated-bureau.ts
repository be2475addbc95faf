import { z } from 'zod';
import * as answers from '../../../shared/contract/answers.ts';
import { escalation } from '../../../shared/contract/escalations.ts';
import type { Principal } from '../../../shared/domain/principal.ts';
import type { Simulation, SimulatedAnswer } from './simulation.ts';

export type Duty = z.infer<typeof answers.obligation>;
export type SubjectView = z.infer<typeof answers.subject>;
export type NoticeView = z.infer<typeof answers.notice>;

/** The people of one bureau and its units, asking the API of a simulation. */
export interface SimulatedBureau {
  readonly simulation: Simulation;
  readonly jurisdiction: string;
  /**
   * A request under the jurisdiction’s path that must succeed. One that was repeated after a crash may find
   * that it was done already.
   */
  must(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body: object,
    by?: Partial<Principal>,
  ): Promise<unknown>;
  subjects(): Promise<SubjectView[]>;
  duties(): Promise<Duty[]>;
  notices(): Promise<NoticeView[]>;
  /** The documents against a subject that somebody can still withdraw. */
  escalations(subjectId: string): Promise<{ readonly id: string }[]>;
  enter(body: object): Promise<SubjectView>;
}

const failed = ({ status, repeated }: SimulatedAnswer): boolean => status >= 400 && !repeated;

export function bureauIn(simulation: Simulation, jurisdiction: string): SimulatedBureau {
  const base = `/v1/jurisdictions/${jurisdiction}`;
  const officer: Principal = { sub: 'officer', role: 'bureau-officer', jurisdiction };
  const must: SimulatedBureau['must'] = async (method, path, body, by = {}) => {
    const answer = await simulation.ask({
      claims: { ...officer, ...by },
      method,
      path: path.startsWith('/v1/') ? path : `${base}${path}`,
      body,
    });
    if (failed(answer)) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const subjects = (): Promise<SubjectView[]> =>
    simulation.list(officer, `${base}/subjects`, answers.subject);
  return {
    simulation,
    jurisdiction,
    must,
    subjects,
    duties: () => simulation.list(officer, `${base}/obligations`, answers.obligation),
    notices: () => simulation.list(officer, `${base}/notices`, answers.notice),
    escalations: async (subjectId) =>
      (await simulation.list(officer, `${base}/escalations`, escalation)).filter(
        (one) => one.subjectId === subjectId && one.status !== 'withdrawn',
      ),
    enter: async (body) => {
      const { code } = z.looseObject({ code: z.string() }).parse(body);
      await must('POST', '/subjects', body);
      const found = (await subjects()).find((subject) => subject.code === code);
      if (!found) throw new Error(`${code} was not entered`);
      return found;
    },
  };
}

export const staff = [
  { sub: 'wang', name: '王科员', role: 'bureau-officer', email: 'wang@bureau.example.com' },
  { sub: 'li', name: '李局长', role: 'bureau-leader', email: 'li@bureau.example.com' },
];

/** Staff with addresses and a superior to alert, as a bureau enters them on its first day. */
export async function settle(bureau: SimulatedBureau): Promise<void> {
  const admin = { sub: 'admin', role: 'bureau-admin' } as const;
  await bureau.must('PUT', '/staff', staff, admin);
  await bureau.must('PATCH', '/settings', { alerts: { superiors: ['superior@city.example.com'] } }, admin);
}
