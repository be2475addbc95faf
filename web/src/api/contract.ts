import type { z } from 'zod';
import type * as answers from '../../../shared/contract/answers.ts';
import type * as bodies from '../../../shared/contract/bodies.ts';
import type * as draws from '../../../shared/contract/draws.ts';
import type * as escalations from '../../../shared/contract/escalations.ts';
import type * as feeds from '../../../shared/contract/feeds.ts';
import type * as imports from '../../../shared/contract/imports.ts';
import type * as inspections from '../../../shared/contract/inspections.ts';
import type * as overrides from '../../../shared/contract/overrides.ts';
import type { RuleSource } from '../../../shared/rules/schema.ts';
import type { Config, Jurisdiction } from '../session/config.ts';

/** The contract’s types as the console uses them. Only types: the schemas stay out of the bundle. */

export type Obligation = z.output<typeof answers.obligation>;
export type ObligationDetail = z.output<typeof answers.obligationDetail>;
export type UnitReport = z.output<typeof answers.unitReport>;
export type Subject = z.output<typeof answers.subject>;
export type SubjectDetail = z.output<typeof answers.subjectDetail>;
export type Notice = z.output<typeof answers.notice>;
export type NoticeDetail = z.output<typeof answers.noticeDetail>;
type LooseRule = z.output<typeof answers.rule>;

/** A rule; the parts that the contract leaves open have the rulebook’s own shape. */
export interface Rule
  extends
    Omit<
      LooseRule,
      'deadline' | 'quota' | 'procedure' | 'escalation' | 'readings' | 'sources' | 'defaults' | 'override'
    >,
    Pick<RuleSource, 'deadline' | 'quota' | 'procedure' | 'escalation'> {
  readonly readings?: Readonly<Record<string, Reading>>;
  readonly sources: Readonly<
    Record<
      string,
      {
        readonly unit: string;
        readonly values: readonly {
          readonly from: string | null;
          readonly to?: string;
          readonly value: FigureValue;
          readonly cite: string;
        }[];
      }
    >
  >;
  readonly defaults: Readonly<
    Record<string, { readonly unit: string; readonly value: FigureValue; readonly reason: string }>
  >;
  readonly override?: Override;
}

export type FigureValue = number | string | boolean | readonly (number | string | boolean)[];

export interface Reading {
  readonly default: string;
  readonly chosen: string;
  readonly reason?: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
}

/** A superior’s figures, beside the rule’s own. */
export interface Override {
  readonly figures: Readonly<Record<string, number>>;
  readonly issuedBy: string;
  readonly documentNumber: string;
  readonly from: string;
  readonly to: string;
  readonly version: number;
}

/** A superior’s instruction, whether it still holds or not. */
export type Instruction = z.output<typeof overrides.override>;

export type Settings = z.output<typeof answers.settings>;
export type StaffMember = z.output<typeof bodies.staffMemberBody>;
export interface Staff {
  readonly items: readonly StaffMember[];
  readonly nextCursor: null;
  readonly version: number;
}
export type WorkCalendar = z.output<typeof answers.workCalendar>;
export type JurisdictionStatus = z.output<typeof answers.jurisdictionStatus>;
export type SubjectStatus = z.output<typeof answers.subjectStatus>;
export type Preview = z.output<typeof answers.previewAnswer>;
export type Escalation = z.output<typeof escalations.escalation>;
export type Feed = z.output<typeof feeds.feed>;
export type Quota = z.output<typeof inspections.quota>;
export type QuotaPlan = z.output<typeof inspections.quotaPlan>;
export type Inspection = z.output<typeof inspections.inspection>;
export type Draw = z.output<typeof draws.draw>;
export type DrawSummary = z.output<typeof draws.drawSummary>;
export type DrawShare = z.output<typeof draws.drawShare>;
export type ImportDone = z.output<typeof imports.importDone>;
export type ImportAccepted = z.output<typeof imports.importAccepted>;
export type ImportSummary = z.output<typeof imports.importSummary>;
export type ImportProgress = z.output<typeof imports.importProgress>;
/** Few rows are dealt with at once; more go on by themselves. */
export type ImportAnswer = ImportDone | ImportAccepted;
export type Problem = z.output<typeof answers.problem>;
export type Explanation = ObligationDetail['explanation'];
export type Contact = z.input<typeof bodies.contact>;

export interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}

export interface LocalClock {
  readonly now: string;
  readonly simulated: boolean;
}

/**
 * Every route that the console asks: what it sends and what comes back. `{j}` is the jurisdiction that is
 * looked at. A page that needs another route adds it here.
 */
export interface Routes {
  'GET /v1/jurisdictions': { answer: Page<Jurisdiction> };
  'GET /v1/jurisdictions/{j}/status': { answer: JurisdictionStatus };
  'GET /v1/jurisdictions/{j}/status/{id}': { answer: SubjectStatus };
  'GET /v1/jurisdictions/{j}/rules': { answer: Page<Rule> };
  'GET /v1/jurisdictions/{j}/settings': { answer: Settings };
  'PATCH /v1/jurisdictions/{j}/settings': { body: z.input<typeof bodies.settingsPatch>; answer: Settings };
  'GET /v1/jurisdictions/{j}/staff': { answer: Staff };
  'GET /v1/jurisdictions/{j}/overrides': { answer: Page<Instruction> };
  'PUT /v1/jurisdictions/{j}/overrides/{regime}/{rule}': {
    body: z.input<typeof bodies.overrideBody>;
    answer: Rule;
  };
  'DELETE /v1/jurisdictions/{j}/overrides/{regime}/{rule}': { answer: Rule };
  'GET /v1/work-calendar/{year}': { answer: WorkCalendar };
  'PUT /v1/work-calendar/{year}': { body: z.input<typeof bodies.workCalendarBody>; answer: WorkCalendar };
  'GET /v1/jurisdictions/{j}/subjects': { answer: Page<Subject> };
  'POST /v1/jurisdictions/{j}/subjects': { body: z.input<typeof bodies.subjectBody>; answer: Subject };
  'GET /v1/jurisdictions/{j}/subjects/{id}': { answer: SubjectDetail };
  'POST /v1/jurisdictions/{j}/subjects/{id}/events': {
    body: { readonly event: string; readonly [field: string]: unknown };
    answer: SubjectDetail;
  };
  'PATCH /v1/jurisdictions/{j}/subjects/{id}': { body: z.input<typeof bodies.subjectPatch>; answer: Subject };
  'DELETE /v1/jurisdictions/{j}/subjects/{id}': { body: z.input<typeof bodies.retireBody>; answer: Subject };
  'GET /v1/jurisdictions/{j}/obligations': { answer: Page<Obligation> };
  'GET /v1/jurisdictions/{j}/obligations/{id}': { answer: ObligationDetail };
  'POST /v1/jurisdictions/{j}/obligations/{id}/fulfilment': {
    body: z.input<typeof bodies.fulfilmentBody>;
    answer: Obligation;
  };
  'POST /v1/jurisdictions/{j}/obligations/{id}/report-decision': {
    body: z.input<typeof bodies.reportDecisionBody>;
    answer: Obligation;
  };
  'POST /v1/jurisdictions/{j}/obligations/{id}/waiver': {
    body: z.input<typeof bodies.waiverBody>;
    answer: Obligation;
  };
  'POST /v1/jurisdictions/{j}/obligations/{id}/extension': {
    body: z.input<typeof bodies.extensionBody>;
    answer: Obligation;
  };
  'POST /v1/jurisdictions/{j}/obligations/{id}/confirmation': {
    body: z.input<typeof bodies.emptyBody>;
    answer: Obligation;
  };
  'GET /v1/jurisdictions/{j}/quotas': { answer: z.output<typeof inspections.quotas> };
  'GET /v1/jurisdictions/{j}/quotas/plan': { answer: QuotaPlan };
  'POST /v1/jurisdictions/{j}/quotas/{regime}/{rule}/decision': {
    body: z.input<typeof inspections.quotaDecisionBody>;
    answer: Quota;
  };
  'GET /v1/jurisdictions/{j}/inspections': { answer: Page<Inspection> };
  'POST /v1/jurisdictions/{j}/inspections': {
    body: z.input<typeof inspections.inspectionBody>;
    answer: Inspection;
  };
  'GET /v1/jurisdictions/{j}/inspections/{id}': { answer: Inspection };
  'POST /v1/jurisdictions/{j}/inspections/{id}/correction': {
    body: z.input<typeof inspections.correctionBody>;
    answer: Inspection;
  };
  'GET /v1/jurisdictions/{j}/notices': { answer: Page<Notice> };
  'GET /v1/jurisdictions/{j}/notices/{id}': { answer: NoticeDetail };
  'GET /v1/jurisdictions/{j}/escalations': { answer: Page<Escalation> };
  'POST /v1/jurisdictions/{j}/escalations': {
    body: z.input<typeof escalations.escalationBody>;
    answer: Escalation;
  };
  'GET /v1/jurisdictions/{j}/escalations/{id}': { answer: Escalation };
  'PATCH /v1/jurisdictions/{j}/escalations/{id}': {
    body: z.input<typeof escalations.escalationPatch>;
    answer: Escalation;
  };
  'POST /v1/jurisdictions/{j}/escalations/{id}/proposal': {
    body: z.input<typeof bodies.emptyBody>;
    answer: Escalation;
  };
  'POST /v1/jurisdictions/{j}/escalations/{id}/decision': {
    body: z.input<typeof escalations.decisionBody>;
    answer: Escalation;
  };
  'POST /v1/jurisdictions/{j}/escalations/{id}/issue': {
    body: z.input<typeof escalations.issueBody>;
    answer: Escalation;
  };
  'POST /v1/jurisdictions/{j}/escalations/{id}/service': {
    body: z.input<typeof escalations.serviceBody>;
    answer: Escalation;
  };
  'POST /v1/jurisdictions/{j}/escalations/{id}/withdrawal': {
    body: z.input<typeof escalations.changeBody>;
    answer: Escalation;
  };
  'POST /v1/jurisdictions/{j}/escalations/{id}/correction': {
    body: z.input<typeof escalations.changeBody>;
    answer: Escalation;
  };
  'POST /v1/jurisdictions/{j}/escalations/{id}/compliance': {
    body: z.input<typeof escalations.complianceBody>;
    answer: Escalation;
  };
  'POST /v1/jurisdictions/{j}/notices/resend': {
    body: z.input<typeof bodies.resendBody>;
    answer: z.output<typeof answers.resent>;
  };
  'POST /v1/jurisdictions/{j}/notices/{id}/resend': {
    body: z.input<typeof bodies.emptyBody>;
    answer: Notice;
  };
  'GET /v1/jurisdictions/{j}/draws': { answer: Page<DrawSummary> };
  'POST /v1/jurisdictions/{j}/draws': { body: z.input<typeof draws.drawBody>; answer: Draw };
  'GET /v1/jurisdictions/{j}/draws/history': { answer: Page<DrawShare> };
  'GET /v1/jurisdictions/{j}/draws/{id}': { answer: Draw };
  'POST /v1/jurisdictions/{j}/draws/{id}/reveal': { body: z.input<typeof draws.revealBody>; answer: Draw };
  'POST /v1/jurisdictions/{j}/draws/{id}/replacements': {
    body: z.input<typeof draws.replacementBody>;
    answer: Draw;
  };
  'POST /v1/jurisdictions/{j}/draws/{id}/abandonment': {
    body: z.input<typeof draws.abandonmentBody>;
    answer: Draw;
  };
  'GET /v1/jurisdictions/{j}/imports': { answer: Page<ImportSummary> };
  'GET /v1/jurisdictions/{j}/imports/{id}': { answer: ImportProgress };
  'GET /v1/jurisdictions/{j}/feeds': { answer: Page<Feed> };
  'POST /v1/jurisdictions/{j}/feeds': {
    body: z.input<typeof feeds.feedBody>;
    answer: z.output<typeof feeds.feedMade>;
  };
  'DELETE /v1/jurisdictions/{j}/feeds/{id}': { answer: Feed };
  'POST /v1/preview': { body: z.input<typeof bodies.previewBody>; answer: Preview };
  'POST /local/token': { body: z.input<typeof bodies.tokenBody>; answer: { token: string } };
  'GET /local/clock': { answer: LocalClock };
  'POST /local/clock': { body: z.input<typeof bodies.clockBody>; answer: { now: string; notices: number } };
  'GET /config.json': { answer: Config };
}

export type RouteName = keyof Routes;
export type ReadName = Extract<RouteName, `GET ${string}`>;
export type ActName = Exclude<RouteName, ReadName>;
export type Answer<R extends RouteName> = Routes[R]['answer'];
export type Body<R extends RouteName> = Routes[R] extends { body: infer B } ? B : undefined;
