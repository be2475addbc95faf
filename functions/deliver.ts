import middy from '@middy/core';
import type { SQSEvent } from 'aws-lambda';
import { deliverHanded, deliverMessage } from '../shared/usecases/loop/deliver.ts';
import type { Deps } from '../shared/usecases/deps.ts';
import { eachRecord } from './records.ts';

/** Delivers the steps to which the messages of a batch point. */
export function createDeliver(deps: Deps) {
  return middy<SQSEvent>().handler((event) =>
    eachRecord(deps, event, deliverMessage, (message) => deliverHanded(deps, message)),
  );
}
