import { resolve } from 'node:path';
import { keptClock } from '../local/clock.ts';
import { runForOneUser, tool } from '../local/command-line.ts';
import { ToldError } from '../local/told-error.ts';
import { formatInstant, toInstant } from '../shared/domain/time/instant.ts';
import { writeBackup } from './backup/archive.ts';
import { existing, localTable, stagePlace, versionOfCode } from './backup/places.ts';

const usage = `npm run backup -- --data DIR --out FILE          one machine; the product may run meanwhile
npm run backup -- --stage prod --out FILE [--table NAME]   on AWS, or any table of that account
writes every item, with a header (count, SHA-256), to FILE (gzip; holds names and addresses: keep it as you keep those)
exits 0 where FILE is written, 1 where it is not`;

export const main = tool({
  usage,
  flags: {
    data: { type: 'string' },
    stage: { type: 'string' },
    table: { type: 'string' },
    out: { type: 'string' },
  },
  run: async ({ values: { data, stage, table, out } }, { say }) => {
    if (out === undefined || (data === undefined) === (stage === undefined)) throw new ToldError(usage);
    const place =
      stage === undefined ? localTable(existing(resolve(data ?? ''))) : await stagePlace(stage, table);
    try {
      const simulated = data === undefined ? undefined : keptClock(resolve(data));
      const clock = simulated === undefined ? undefined : formatInstant(simulated);
      const head = await writeBackup(resolve(out), place.store.scan(), {
        takenAt: clock ?? formatInstant(toInstant(Date.now())),
        ...(clock === undefined ? {} : { clock }),
        ...versionOfCode(),
        source: place.source,
      });
      say(`${head.items} items, taken at ${head.takenAt}, SHA-256 ${head.sha256}\n${resolve(out)}`);
      if (stage !== undefined)
        say(
          'Read item by item while others may write: for one moment’s state take point-in-time recovery, docs/runbook.md.',
        );
    } finally {
      await place.close();
    }
    return 0;
  },
});

await runForOneUser(import.meta.url, main);
