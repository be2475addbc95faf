import { resolve } from 'node:path';
import { keptClock } from '../local/clock.ts';
import { runForOneUser, tool } from '../local/command-line.ts';
import { ToldError } from '../local/told-error.ts';
import { formatInstant, toInstant } from '../shared/domain/time/instant.ts';
import type { Store } from '../shared/ports.ts';
import { channelName } from '../shared/records/channel.ts';
import type { ChannelName } from '../shared/vocabulary/channels.ts';
import { channelStateOf, openChannel } from '../shared/usecases/notices/channels.ts';
import { existing, localPlace, stagePlace } from './backup/places.ts';

const usage = `npm run channel -- --data DIR | --stage NAME           shows what each channel does
npm run channel -- --data DIR | --stage NAME --open email   lets it send again (email or sms)
a data directory is not open in a running product meanwhile
exits 0 where the table could be read, 1 where it could not`;

function channelOf(open: string | undefined): ChannelName | undefined {
  const channel = open === undefined ? undefined : channelName.safeParse(open).data;
  if (open !== undefined && channel === undefined)
    throw new ToldError(`--open ${open}: there are the channels ${channelName.options.join(' and ')}`);
  return channel;
}

async function lineOf(store: Store, name: ChannelName): Promise<string> {
  const state = await channelStateOf(store, name);
  if (!state || state.state === 'open') return `${name}: open`;
  return `${name}: ${state.state} since ${formatInstant(state.since)} (${state.why})`;
}

export const main = tool({
  usage,
  flags: { data: { type: 'string' }, stage: { type: 'string' }, open: { type: 'string' } },
  run: async ({ values: { data, stage, open } }, { say }) => {
    if ((data === undefined) === (stage === undefined)) throw new ToldError(usage);
    const channel = channelOf(open);
    const directory = resolve(data ?? '');
    const place =
      stage === undefined ? await localPlace(existing(directory)) : await stagePlace(stage, undefined);
    try {
      const { store } = place;
      const simulated = stage === undefined ? keptClock(directory) : undefined;
      const now = () => simulated ?? toInstant(Date.now());
      if (channel !== undefined && !(await openChannel({ store, clock: { now } }, channel)))
        say(`${channel} was not paused.`);
      for (const each of channelName.options) say(await lineOf(store, each));
    } finally {
      await place.close();
    }
    return 0;
  },
});

await runForOneUser(import.meta.url, main);
