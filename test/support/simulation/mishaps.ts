import { chanceFrom } from '../chance/chance.ts';
import type { SimulationOptions } from './simulation.ts';

/**
 * Processes that end at any wait, at a write, or while a notice is being sent; some soon and some late. After
 * the last one nothing happens any more.
 */
export function crashesOf(seed: string, last = 60): NonNullable<SimulationOptions['crashes']> {
  const chance = chanceFrom(`${seed}/crashes`);
  return (nth) => {
    if (nth > last) return undefined;
    const moment = chance.pick(['before', 'after'] as const);
    const of = chance.pick([undefined, undefined, 'write', 'send', 'send'] as const);
    const far = { write: 100, send: 8 };
    return {
      of,
      moment,
      burnsAt: chance.between(1, of === undefined ? chance.pick([40, 400, 4000]) : far[of]),
    };
  };
}
