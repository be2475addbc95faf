import { setTimeout as pause } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { importedFile, type Imported } from './imported-file.ts';
import { seconds } from './measure.ts';
import { addMemory, addWaits, MEMORY_GOAL, othersOn } from './probes.ts';
import { onDisk } from './product.ts';
import type { Bench, Desk } from './report.ts';
import { rosterFile } from './roster-file.ts';
import { withServed, type Served } from './served.ts';
import type { Sizes } from './sizes.ts';

const ENTERED = '2026-03-02T10:00:00+08:00';
const IDLE_MILLISECONDS = 4000;
/** Of the planning that goes on behind the import. */
const PLANNING_MILLISECONDS = 20_000;
const SECONDS_GOAL = 30;
const MEGABYTES_GOAL = 250;

const table = z.array(z.array(z.string()));

/** Every row read and stored as one item on the same engine, neither judged nor planned. */
function bareImport(rows: number): Promise<number> {
  const file = rosterFile(rows);
  return onDisk(({ store }) =>
    seconds(async () => {
      const lines = table.parse(parse(file));
      await store.putMany(
        lines.map((cells, index) => ({ pk: `bare#S#${index}`, sk: '0', v: 1, version: 1, cells })),
      );
    }),
  );
}

async function measure(desk: Desk, served: Served, rows: number): Promise<void> {
  const bare = await bareImport(rows);
  const others = await othersOn(served);
  const idle = await others.during(() => pause(IDLE_MILLISECONDS));
  const before = served.peakMegabytes();
  let imported: Imported = { seconds: Number.NaN, accepted: Number.NaN };
  let stored: number | undefined;
  const waits = await others.during(async () => {
    imported = await importedFile(served, rows);
    stored = served.peakMegabytes();
    await pause(PLANNING_MILLISECONDS);
  });
  desk.add({
    goal: '9',
    what: `import of ${rows.toLocaleString('en')} rows, read, judged and stored`,
    figure: imported.seconds,
    unit: 's',
    beside: { name: 'csv-parse and one item a row', figure: bare },
    ratio: imported.seconds / bare,
    wanted: `under ${SECONDS_GOAL} s`,
    met: imported.seconds < SECONDS_GOAL,
    note: `the file was taken after ${imported.accepted.toFixed(1)} s; others asked meanwhile`,
  });
  addMemory(desk, { goal: '9', what: 'until all rows were stored', limit: MEGABYTES_GOAL }, before, stored);
  addWaits(desk, `${rows.toLocaleString('en')} rows are imported and planned`, waits, idle);
  addMemory(
    desk,
    { goal: '6', what: 'importing and planning', limit: MEMORY_GOAL },
    before,
    served.peakMegabytes(),
  );
}

export const importRows: Bench = {
  title: 'A large import, and other requests meanwhile',
  run: (desk, { rows }: Sizes) => withServed({ now: ENTERED }, (served) => measure(desk, served, rows)),
};
