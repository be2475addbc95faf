import middy from '@middy/core';
import type { Deps } from '../shared/usecases/deps.ts';
import { report } from '../shared/usecases/daily/report.ts';

/** The scheduled run that sends the daily mails whose time has come. */
export function createReport(deps: Deps) {
  return middy().handler(async () => report(deps));
}
