import middy from '@middy/core';
import type { SQSEvent } from 'aws-lambda';
import type { Deps } from '../shared/usecases/deps.ts';
import { report, reportMessage } from '../shared/usecases/daily/report.ts';
import { startReports } from '../shared/usecases/daily/start-reports.ts';
import { eachRecord } from './records.ts';

/** Sends the daily mails of the bureaus that the messages of a batch name. */
export function createReport(deps: Deps) {
  return middy<SQSEvent>().handler((event) =>
    eachRecord(deps, event, reportMessage, (message) => report(deps, message)),
  );
}

/** The scheduled run: asks for the daily mails whose time has come. */
export function createReportStart(deps: Deps) {
  return middy().handler(async () => startReports(deps));
}
