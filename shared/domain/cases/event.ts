import { z } from 'zod';
import { acceptanceEvents } from './acceptance-events.ts';
import { caseEvents } from './case-events.ts';
import type { officer } from './event-fields.ts';

/** What happened to a case or to an acceptance, event by event. Unknown fields are refused. */

export const eventBody = z.discriminatedUnion('event', [
  caseEvents['discovery-record'],
  caseEvents['evidence-secured'],
  caseEvents['evidence-formalities'],
  caseEvents['evidence-decision'],
  caseEvents['spot-decision'],
  caseEvents['spot-filing'],
  caseEvents.inquiry,
  caseEvents.transfer,
  caseEvents['no-case'],
  caseEvents['filing-proposal'],
  caseEvents['filing-review'],
  caseEvents['filing-legal-review'],
  caseEvents['filing-return'],
  caseEvents['filing-approval'],
  caseEvents['filing-refusal'],
  caseEvents.recusal,
  caseEvents['investigation-report'],
  caseEvents['prior-notice'],
  caseEvents.statement,
  caseEvents['hearing-request'],
  caseEvents['hearing-notice'],
  caseEvents['hearing-held'],
  caseEvents['hearing-withdrawn'],
  caseEvents['decision-proposal'],
  caseEvents['decision-review'],
  caseEvents['decision-legal-review'],
  caseEvents['collective-discussion'],
  caseEvents['decision-return'],
  caseEvents['decision-approval'],
  caseEvents.service,
  caseEvents.payment,
  caseEvents['deferral-request'],
  caseEvents['deferral-decision'],
  caseEvents['remedy-begun'],
  caseEvents['remedy-ended'],
  caseEvents.demand,
  caseEvents['court-application'],
  caseEvents.execution,
  caseEvents.closing,
  caseEvents['withdraw-case'],
  acceptanceEvents.application,
  acceptanceEvents['withdraw-application'],
  acceptanceEvents.group,
  acceptanceEvents.meeting,
  acceptanceEvents.score,
  acceptanceEvents.opinion,
]);

type Bodies<Schemas extends Readonly<Record<string, z.ZodType>>> = {
  readonly [Name in keyof Schemas]: z.output<Schemas[Name]>;
};
export type CaseBodies = Bodies<typeof caseEvents>;
export type CaseBody = CaseBodies[keyof CaseBodies];
export type AcceptanceBodies = Bodies<typeof acceptanceEvents>;
export type AcceptanceBody = AcceptanceBodies[keyof AcceptanceBodies];
export type EventBody = z.output<typeof eventBody>;
export type CaseOfficer = z.output<typeof officer>;

export const isCase = (body: { readonly event: string }): body is CaseBody => body.event in caseEvents;
export const isAcceptance = (body: { readonly event: string }): body is AcceptanceBody =>
  body.event in acceptanceEvents;
