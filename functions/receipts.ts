import middy from '@middy/core';
import type { SQSEvent } from 'aws-lambda';
import { z } from 'zod';
import type { Deps } from '../shared/usecases/deps.ts';
import { takeReceipt } from '../shared/usecases/notices/receipts.ts';
import { receiptsOf } from './adapters/receipts.ts';
import { eachRecord } from './records.ts';

/** Records what the providers report about messages afterwards. */
export function createReceipts(deps: Deps) {
  return middy<SQSEvent>().handler((event) =>
    eachRecord(deps, event, z.unknown(), async (message) => {
      for (const receipt of receiptsOf(message)) await takeReceipt(deps, receipt);
    }),
  );
}
