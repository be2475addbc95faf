import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { rosterFile } from './roster-file.ts';
import type { Served } from './served.ts';

const accepted = z.object({ id: z.string() });
const outcome = z.object({ created: z.number() });
const progress = outcome.extend({ status: z.string() });

function refuseFewer(created: number, rows: number): void {
  if (created !== rows) throw new Error(`${created} of ${rows} rows were stored`);
}

const ASK_EVERY = 200;

export interface Imported {
  readonly seconds: number;
  /** Seconds until the file was taken. */
  readonly accepted: number;
}

/** Sends a file of `rows` units and follows it until every row is stored. */
export async function importedFile(served: Served, rows: number): Promise<Imported> {
  const begun = performance.now();
  const since = (): number => (performance.now() - begun) / 1000;
  const { status, body } = await served.ask('bureau-admin', 'POST', '/imports', rosterFile(rows));
  const taken = since();
  if (status === 200) {
    refuseFewer(outcome.parse(body).created, rows);
    return { seconds: taken, accepted: taken };
  }
  if (status !== 202)
    throw new Error(`the import was answered ${status}: ${JSON.stringify(body).slice(0, 500)}`);
  const { id } = accepted.parse(body);
  for (;;) {
    const answer = await served.ask('bureau-admin', 'GET', `/imports/${id}`);
    const now = progress.parse(answer.body);
    if (now.status === 'done') {
      refuseFewer(now.created, rows);
      return { seconds: since(), accepted: taken };
    }
    await pause(ASK_EVERY);
  }
}
