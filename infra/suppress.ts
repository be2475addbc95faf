import { NagSuppressions } from 'cdk-nag';
import type { IConstruct } from 'constructs';

/** A finding of cdk-nag that stays, here and below, and why. */
export function explain(at: IConstruct, id: string, reason: string, appliesTo?: string[]): void {
  NagSuppressions.addResourceSuppressions(at, [{ id, reason, ...(appliesTo ? { appliesTo } : {}) }], true);
}
