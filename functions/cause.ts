import { AsyncLocalStorage } from 'node:async_hooks';
import type { SQSRecord } from 'aws-lambda';

/**
 * What set off the work under way: the id of the request or of the scheduled run. It goes into every log line
 * and, as an attribute, with every queue message, so that the lines of one cause are found together.
 */
export const CAUSE_ATTRIBUTE = 'cause';

const causes = new AsyncLocalStorage<string>();

export function causedBy<T>(cause: string, work: () => Promise<T>): Promise<T> {
  return causes.run(cause, work);
}

export function presentCause(): string | undefined {
  return causes.getStore();
}

/** The cause that a message brings along; its own id where it brings none. */
export function causeOf(record: Pick<SQSRecord, 'messageId' | 'messageAttributes'>): string {
  return record.messageAttributes[CAUSE_ATTRIBUTE]?.stringValue ?? record.messageId;
}
