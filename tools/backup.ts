import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { keptClock } from '../local/clock.ts';
import { formatInstant, toInstant } from '../shared/domain/time/instant.ts';
import { BackupError, writeBackup } from './backup/archive.ts';
import { command } from './backup/command.ts';
import { existing, localTable, stagePlace, versionOfCode } from './backup/places.ts';

const USAGE = `npm run backup -- --data DIR --out FILE          one machine; the product may run meanwhile
npm run backup -- --stage prod --out FILE [--table NAME]   on AWS, or any table of that account
writes every item, with a header (count, SHA-256), to FILE (gzip; holds names and addresses: keep it as you keep those)`;

await command(async () => {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      stage: { type: 'string' },
      table: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const { data, stage, table, out } = values;
  if (out === undefined || (data === undefined) === (stage === undefined)) throw new BackupError(USAGE);
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
    console.log(`${head.items} items, taken at ${head.takenAt}, SHA-256 ${head.sha256}\n${resolve(out)}`);
    if (stage !== undefined)
      console.log(
        'Read item by item while others may write: for one moment’s state take point-in-time recovery, docs/runbook.md.',
      );
  } finally {
    await place.close();
  }
});
