import { BEGIN, refusing, type Actor } from './kept-bureau.ts';
import { bureauIn } from '../simulation/simulated-bureau.ts';
import { Simulation } from '../simulation/simulation.ts';

const JURISDICTION = 'hongjiang';

/** The story’s people, asking the API of a simulation. */
export function actorIn(simulation: Simulation): Actor {
  const { must } = bureauIn(simulation, JURISDICTION);
  const claims = { sub: 'wang', role: 'bureau-officer', jurisdiction: JURISDICTION } as const;
  return {
    ask: async (method, path, body, by) => {
      if (method !== 'GET') return must(method, path, body ?? {}, { ...claims, ...by });
      const asked = {
        claims: { ...claims, ...by },
        method,
        path: `/v1/jurisdictions/${JURISDICTION}${path}`,
      };
      const answer = await simulation.ask(asked);
      if (answer.status >= 400) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
      return answer.body;
    },
    to: (moment) => simulation.to(moment),
  };
}

export const keptSimulation = (from = BEGIN): Simulation =>
  new Simulation({ seed: 'kept', from, refuse: refusing });
