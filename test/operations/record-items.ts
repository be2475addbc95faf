import { firstHalf } from '../support/bureaus/kept-bureau.ts';
import { itemsOf, writeItems } from '../support/bureaus/kept-items.ts';
import { actorIn, keptSimulation } from '../support/bureaus/kept-simulation.ts';

/**
 * `npx tsx test/operations/record-items.ts v2` keeps the items of the story’s first half as this code writes
 * them. Run it before the first change that raises a version, under a new name; what is kept is never
 * written again.
 */
const [generation] = process.argv.slice(2);
if (generation === undefined) throw new Error('name the generation to record, for instance v2');
const simulation = keptSimulation();
await firstHalf(actorIn(simulation));
const items = itemsOf(simulation.world.store.dump(), 'hongjiang');
writeItems(generation, items);
console.log(`${items.length} items of ${generation}`);
