import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { keptClock } from '../local/clock.ts';
import { formatInstant, toInstant } from '../shared/domain/time/instant.ts';
import { channelName, type ChannelName } from '../shared/records/records.ts';
import { channelStateOf, openChannel } from '../shared/usecases/notices/channels.ts';
import { BackupError } from './backup/archive.ts';
import { command } from './backup/command.ts';
import { existing, localPlace, stagePlace } from './backup/places.ts';

const USAGE = `npm run channel -- --data DIR | --stage NAME           shows what each channel does
npm run channel -- --data DIR | --stage NAME --open email   lets it send again (email or sms)
a data directory is not open in a running product meanwhile`;

function readOptions() {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, stage: { type: 'string' }, open: { type: 'string' } },
  });
  const { data, stage, open } = values;
  if ((data === undefined) === (stage === undefined)) throw new BackupError(USAGE);
  const channel = open === undefined ? undefined : channelName.safeParse(open).data;
  if (open !== undefined && channel === undefined)
    throw new BackupError(`--open ${open}: there are the channels ${channelName.options.join(' and ')}`);
  return { data, stage, channel };
}

await command(async () => {
  const { data, stage, channel } = readOptions();
  const directory = resolve(data ?? '');
  const place =
    stage === undefined ? await localPlace(existing(directory)) : await stagePlace(stage, undefined);
  try {
    const { store } = place;
    const simulated = stage === undefined ? keptClock(directory) : undefined;
    const now = () => simulated ?? toInstant(Date.now());
    if (channel !== undefined && !(await openChannel({ store, clock: { now } }, channel)))
      console.log(`${channel} was not paused.`);
    for (const each of channelName.options) console.log(await lineOf(each));

    async function lineOf(name: ChannelName): Promise<string> {
      const state = await channelStateOf(store, name);
      if (!state || state.state === 'open') return `${name}: open`;
      return `${name}: ${state.state} since ${formatInstant(state.since)} (${state.why})`;
    }
  } finally {
    await place.close();
  }
});
