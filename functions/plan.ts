import middy from '@middy/core';
import type { SQSEvent } from 'aws-lambda';
import type { Deps } from '../shared/usecases/deps.ts';
import { plan } from '../shared/usecases/loop/replan.ts';
import { startPlanning } from '../shared/usecases/duties/start-planning.ts';
import { planMessage } from '../shared/usecases/promise.ts';
import { eachRecord } from './records.ts';

/** Plans what the messages of a batch name. */
export function createPlan(deps: Deps) {
  return middy<SQSEvent>().handler((event) =>
    eachRecord(deps, event, planMessage, (message) => plan(deps, message)),
  );
}

/** The scheduled run: starts a complete planning for every jurisdiction that needs one. */
export function createPlanStart(deps: Deps) {
  return middy().handler(async () => startPlanning(deps));
}
