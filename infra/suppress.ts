import { NagSuppressions } from 'cdk-nag';
import type { IConstruct } from 'constructs';

/** Accepts a finding of cdk-nag, here and below, with the reason. */
export function explain(at: IConstruct, id: string, reason: string, appliesTo?: string[]): void {
  NagSuppressions.addResourceSuppressions(at, [{ id, reason, ...(appliesTo ? { appliesTo } : {}) }], true);
}
