import { AsyncLocalStorage } from 'node:async_hooks';
import type { SQSRecord } from 'aws-lambda';

/**
 * The cause of the current work: the id of the request or of the scheduled run. It is in every log line and, as
 * an attribute, on every queue message, so that all lines with one cause can be found.
 */
export const CAUSE_ATTRIBUTE = 'cause';

const causes = new AsyncLocalStorage<string>();

export function causedBy<T>(cause: string, work: () => Promise<T>): Promise<T> {
  return causes.run(cause, work);
}

export function presentCause(): string | undefined {
  return causes.getStore();
}

/** The cause in a message’s attributes; the message’s own id if there is none. */
export function causeOf(record: Pick<SQSRecord, 'messageId' | 'messageAttributes'>): string {
  return record.messageAttributes[CAUSE_ATTRIBUTE]?.stringValue ?? record.messageId;
}
