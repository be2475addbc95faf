import { randomBytes } from 'node:crypto';

/**
 * A new seed for each run, beside the fixed ones. It is in the name of the test, and `SIMULATION_SEED=<seed>
 * npx vitest run test/simulation` replays it.
 */
export const freshSeed = process.env['SIMULATION_SEED'] ?? `fresh-${randomBytes(4).toString('hex')}`;

process.stdout.write(`SIMULATION_SEED=${freshSeed}\n`);
