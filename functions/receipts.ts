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
      const receipts = receiptsOf(message);
      if (receipts === 'foreign')
        deps.log('info', 'RECEIPT_FOREIGN', 'A receipt of a message that this product did not send.', {});
      else for (const receipt of receipts) await takeReceipt(deps, receipt);
    }),
  );
}
