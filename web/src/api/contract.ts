import type { z } from 'zod';
import type * as bodies from '../../../shared/contract/bodies.ts';
import type { RuleSource } from '../../../shared/rules/schema.ts';
import type { Config } from '../session/config.ts';
import type { components, paths } from './schema.ts';

/** The API’s types as the console uses them: from its description, except for what that leaves open. */

type Schemas = components['schemas'];

export type Obligation = Schemas['Obligation'];
export type ObligationDetail = Schemas['ObligationDetail'];
export type UnitReport = NonNullable<ObligationDetail['report']>;
export type Subject = Schemas['Subject'];
export type SubjectDetail = Schemas['SubjectDetail'];
export type Notice = Schemas['Notice'];
export type NoticeDetail = Schemas['NoticeDetail'];
type LooseRule = Schemas['Rule'];

/** A rule. The parts that the contract leaves open have the shape of the rulebook. */
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

/** A superior’s instruction, in force or not. */
export type Instruction = Schemas['Override'];

export type Settings = Schemas['Settings'];
export type StaffMember = Extract<Body<'PUT /v1/jurisdictions/{j}/staff'>, readonly unknown[]>[number];
export interface Staff {
  readonly items: readonly StaffMember[];
  readonly nextCursor: null;
  readonly version: number;
}
export type Person = Schemas['Person'];
export type PersonBody = Body<'POST /v1/jurisdictions/{j}/people'>;
export type PersonPatch = Body<'PATCH /v1/jurisdictions/{j}/people/{id}'>;
export type PersonLeft = Schemas['PersonLeft'];
export type Client = Schemas['Client'];
export type ClientMade = Schemas['ClientMade'];
export type WorkCalendar = Schemas['WorkCalendar'];
export type JurisdictionStatus = Schemas['JurisdictionStatus'];
export type Preview = Schemas['Preview'];
export type Escalation = Schemas['Escalation'];
export type LegalPaper = Schemas['LegalPaper'];
export type Feed = Schemas['Feed'];
export type Quota = Schemas['Quota'];
export type QuotaPlan = Schemas['QuotaPlan'];
export type Inspection = Schemas['Inspection'];
export type Visit = Schemas['Visit'];
export type Draw = Schemas['Draw'];
export type DrawSummary = Schemas['DrawSummary'];
export type DrawShare = Schemas['DrawShare'];
export type ImportDone = Schemas['ImportDone'];
export type ImportAccepted = Schemas['ImportAccepted'];
export type ImportSummary = Schemas['ImportSummary'];
export type ImportProgress = Schemas['ImportProgress'];
/** Few rows are handled at once; many go on in the background. */
export type ImportAnswer = ImportDone | ImportAccepted;
export type Problem = Schemas['Problem'];
export type Explanation = ObligationDetail['explanation'];
export type Contact = NonNullable<Body<'POST /v1/jurisdictions/{j}/subjects'>['contacts']>[number];

export interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}

export interface LocalClock {
  readonly now: string;
  readonly simulated: boolean;
}

type Verb = 'get' | 'put' | 'post' | 'patch' | 'delete';
interface Operation {
  readonly responses: object;
}

/** Routes that the description leaves open, and routes outside the API. */
interface Own {
  'GET /v1/jurisdictions/{j}/rules': { answer: Page<Rule> };
  'PUT /v1/jurisdictions/{j}/overrides/{regime}/{rule}': { answer: Rule };
  'DELETE /v1/jurisdictions/{j}/overrides/{regime}/{rule}': { answer: Rule };
  'GET /v1/jurisdictions/{j}/staff': { answer: Staff };
  'POST /v1/jurisdictions/{j}/subjects/{id}/events': {
    body: { readonly event: string; readonly [field: string]: unknown };
  };
  'POST /local/token': { body: z.input<typeof bodies.tokenBody>; answer: { token: string } };
  'GET /local/clock': { answer: LocalClock };
  'POST /local/clock': { body: z.input<typeof bodies.clockBody>; answer: { now: string; notices: number } };
  'GET /config.json': { answer: Config };
}

type Described = {
  [P in keyof paths]: {
    [V in Verb]: paths[P][V] extends Operation ? `${Uppercase<V>} ${P}` : never;
  }[Verb];
}[keyof paths];

type OperationOf<R> = R extends `${infer V} ${infer P}`
  ? P extends keyof paths
    ? Lowercase<V> extends Verb
      ? paths[P][Lowercase<V>]
      : never
    : never
  : never;

interface Json<T> {
  content: { 'application/json': T };
}
type AnswerOf<O> = O extends { responses: { 200: Json<infer T> } | { 201: Json<infer T> } } ? T : never;
type SentBy<O> = O extends { requestBody?: infer S } ? NonNullable<S> : never;
type BodyOf<O> = [SentBy<O>] extends [never] ? undefined : SentBy<O> extends Json<infer T> ? T : undefined;

/** Every route, as `METHOD path`. `{j}` in it is the jurisdiction that the person is looking at. */
export type RouteName = Described | keyof Own;
export type ReadName = Extract<RouteName, `GET ${string}`>;
export type ActName = Exclude<RouteName, ReadName>;
export type Answer<R extends RouteName> = R extends keyof Own
  ? Own[R] extends { answer: infer A }
    ? A
    : AnswerOf<OperationOf<R>>
  : AnswerOf<OperationOf<R>>;
export type Body<R extends RouteName> = R extends keyof Own
  ? Own[R] extends { body: infer B }
    ? B
    : BodyOf<OperationOf<R>>
  : BodyOf<OperationOf<R>>;
