import middy from '@middy/core';
import partialBatchFailure from '@middy/sqs-partial-batch-failure';
import type { SQSEvent } from 'aws-lambda';
import type { Deps } from '../shared/usecases/deps.ts';
import { plan, planMessage, startPlanning } from '../shared/usecases/replan.ts';
import { logFailure } from './deliver.ts';
import { eachRecord } from './records.ts';

/** Plans what the messages of a batch name. */
export function createPlan(deps: Deps) {
  return middy<SQSEvent>()
    .use(partialBatchFailure({ logger: (reason: unknown) => logFailure(deps, reason) }))
    .handler((event) => eachRecord(event, planMessage, (message) => plan(deps, message)));
}

/** The scheduled run: starts a complete planning wherever one is due. */
export function createPlanStart(deps: Deps) {
  return middy().handler(async () => startPlanning(deps));
}
