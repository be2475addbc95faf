import { resolve } from 'node:path';
import { runForOneUser, tool } from '../local/command-line.ts';
import { keptClock } from '../local/clock.ts';
import { ToldError } from '../local/told-error.ts';
import { minutes, toInstant } from '../shared/domain/time/instant.ts';
import { jurisdictionOf } from '../shared/rules/catalogue.ts';
import { existing, localPlace, stagePlace, type Place } from './backup/places.ts';
import { cancel, clear, move, type Side } from './move/move.ts';

const usage = `npm run move -- --jurisdiction J --from STAGE --to STAGE
npm run move -- --jurisdiction J --from-data DIR --to-data DIR    data of one machine, also with a stage at the other side
moves a bureau with all that is stored of it: marked first, so that nothing is entered or sent meanwhile; then copied,
compared and begun at the new side; may be run again wherever it ended
  --cancel   gives up a move that is not done: the bureau works on where it was
  --clear    afterwards: removes what is left at the side of before
exits 0 where it is done, 1 where it is not: the line says what to do`;

/** What a request or an invocation of a stage may still take that began before the mark. */
const SETTLE = minutes(10);

interface Named {
  readonly stage: string | undefined;
  readonly data: string | undefined;
}

function placeOf({ stage, data }: Named, which: 'from' | 'to'): Promise<Place> {
  if (stage !== undefined && data === undefined) return stagePlace(stage, undefined);
  if (data !== undefined && stage === undefined) return localPlace(existing(resolve(data)));
  throw new ToldError(`name one side as --${which} STAGE or --${which}-data DIR\n${usage}`);
}

const sideOf = ({ store, source, name }: Place): Side => ({
  store,
  name: source === 'local' ? name : source,
});

export const main = tool({
  usage,
  flags: {
    jurisdiction: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    'from-data': { type: 'string' },
    'to-data': { type: 'string' },
    cancel: { type: 'boolean', default: false },
    clear: { type: 'boolean', default: false },
  },
  run: async ({ values }, { say }) => {
    const { jurisdiction = '', from, to, 'from-data': fromData, 'to-data': toData } = values;
    if (jurisdictionOf(jurisdiction)?.document === undefined)
      throw new ToldError(
        `--jurisdiction ${jurisdiction}: name one with a bureau, as in shared/rulebooks/jurisdictions.yaml`,
      );
    const same = from === undefined ? resolve(fromData ?? '') === resolve(toData ?? '') : from === to;
    if (same && (from !== undefined || fromData !== undefined))
      throw new ToldError('--from and --to are the same: name two sides');
    const source = await placeOf({ stage: from, data: fromData }, 'from');
    try {
      const target = await placeOf({ stage: to, data: toData }, 'to');
      try {
        const sides = { jurisdiction, from: sideOf(source), to: sideOf(target) };
        if (values.cancel) {
          await cancel(sides);
          say(`${jurisdiction} works on in ${sides.from.name}.`);
          return 0;
        }
        if (values.clear) {
          say(`Removed ${await clear(sides)} items of ${jurisdiction} from ${sides.from.name}.`);
          return 0;
        }
        const clock = fromData === undefined ? undefined : keptClock(resolve(fromData));
        const now = clock ?? toInstant(Date.now());
        const settle = from === undefined ? 0 : SETTLE;
        const { items, steps, links, head } = await move({ ...sides, now, settle });
        say(
          `${jurisdiction} is in ${sides.to.name}: ${items} items, ${steps} steps to come, ${links} decisions.`,
        );
        say(`Head of the chain of decisions, the same at both sides: ${head}`);
        say(
          `Name ${jurisdiction} under "serves" of the new stage in cdk.json, no longer of the old one, and deploy both; then the same command with --clear.`,
        );
        return 0;
      } finally {
        await target.close();
      }
    } finally {
      await source.close();
    }
  },
});

await runForOneUser(import.meta.url, main);
