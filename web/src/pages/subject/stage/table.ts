import type { EventBody } from '../../../../../shared/domain/cases/event.ts';
import { keysOf } from '../../../../../shared/vocabulary/table.ts';
import { serviceMethodWords } from '../../../../../shared/vocabulary/value-words.ts';

/** The forms of the events of a case and of an acceptance: one table of fields, and what is sent for them. */

export type StageEventName = EventBody['event'];
type BodyOf<Event extends StageEventName> = Extract<EventBody, { event: Event }>;

/** How a field is filled in. */
export type FieldKind =
  | 'day'
  | 'instant'
  | 'line'
  | 'text'
  | 'yuan'
  | 'score'
  /** A whole number. */
  | 'count'
  | 'flag'
  | 'yes-no'
  | 'choice'
  /** One, or several, of what the rulebook lists. */
  | 'one-of'
  | 'all-of'
  /** Titles of papers, of people. */
  | 'papers'
  | 'names'
  /** One person, of those who are known or another. */
  | 'person'
  | 'officers'
  | 'officer'
  | 'members'
  /** A moment that may be in the future. */
  | 'moment'
  /** Points that were answered, days with amounts, problems with their days. */
  | 'points'
  | 'instalments'
  | 'problems'
  /** A day that is still to come. */
  | 'future-day';

export interface StageField<Name extends string = string> {
  readonly name: Name;
  readonly kind: FieldKind;
  readonly required?: boolean;
  /** For a choice. */
  readonly options?: readonly string[];
  /** Shown, and sent, only then. */
  readonly when?: (values: StageValues) => boolean;
}

export interface Row {
  readonly name?: string;
  readonly certificate?: string;
  readonly from?: string;
  readonly point?: string;
  readonly adopted?: boolean;
  readonly reason?: string;
  readonly dueOn?: string;
  readonly amount?: string;
  readonly text?: string;
  readonly rectifyBy?: string;
}
export type StageValue = string | boolean | Row | readonly (string | Row)[] | undefined;
/** What the form holds: days `YYYY-MM-DD`, instants `YYYY-MM-DDTHH:MM` in Asia/Shanghai, numbers as typed. */
export type StageValues = Readonly<Record<string, StageValue>>;

type Extra = Partial<Pick<StageField, 'required' | 'options' | 'when'>>;
const field = <Name extends string>(name: Name, kind: FieldKind, extra: Extra = {}): StageField<Name> => ({
  name,
  kind,
  ...extra,
});
/** One that is always filled in. */
const needed = <Name extends string>(name: Name, kind: FieldKind, extra: Extra = {}): StageField<Name> =>
  field(name, kind, { required: true, ...extra });

const methods = keysOf(serviceMethodWords);
const isReceived = ({ received }: StageValues): boolean => received === 'yes';
const byMethod =
  (...of: readonly string[]) =>
  ({ method }: StageValues): boolean =>
    typeof method === 'string' && of.includes(method);

type Table = {
  readonly [Event in StageEventName]: readonly StageField<
    Exclude<Extract<keyof BodyOf<Event>, string>, 'event'>
  >[];
};

export const stageFields: Table = {
  'discovery-record': [
    needed('at', 'instant'),
    needed('officers', 'officers'),
    field('place', 'line'),
    field('documents', 'papers'),
    field('text', 'text'),
  ],
  'evidence-secured': [
    needed('at', 'instant'),
    needed('kind', 'choice', { options: ['registration', 'sealing', 'seizure'] }),
    needed('agreedBy', 'person'),
    needed('legalBasis', 'text', { when: ({ kind }) => kind === 'sealing' || kind === 'seizure' }),
    field('items', 'text'),
    field('place', 'line'),
    field('number', 'line'),
  ],
  'evidence-formalities': [
    needed('at', 'instant'),
    needed('document', 'line'),
    field('items', 'text'),
    field('place', 'line'),
  ],
  'evidence-decision': [
    needed('on', 'day'),
    needed('outcome', 'text'),
    field('items', 'text'),
    field('place', 'line'),
    field('number', 'line'),
  ],
  'spot-decision': [
    needed('at', 'instant'),
    needed('place', 'line'),
    needed('officers', 'officers'),
    needed('party', 'choice', { options: ['individual', 'unit'] }),
    needed('facts', 'text'),
    field('evidence', 'text'),
    field('provision', 'one-of'),
    field('legalBasis', 'text'),
    needed('penalty', 'text'),
    field('fine', 'yuan'),
    field('discretion', 'text'),
    field('correction', 'text'),
    field('correctBy', 'day'),
    needed('informed', 'flag'),
    needed('statement', 'text'),
    needed('number', 'line'),
    field('receivedBy', 'line'),
    field('refusal', 'text'),
  ],
  'spot-filing': [needed('on', 'day'), needed('filedWith', 'line')],
  inquiry: [
    needed('at', 'instant'),
    field('until', 'instant'),
    field('place', 'line'),
    needed('person', 'line'),
    field('identity', 'text'),
    needed('officers', 'officers'),
    needed('text', 'text'),
  ],
  transfer: [
    needed('on', 'day'),
    needed('kind', 'choice', { options: ['department', 'crime'] }),
    needed('to', 'line'),
    needed('reason', 'text'),
    field('materials', 'names'),
    field('number', 'line'),
  ],
  'no-case': [needed('reason', 'text')],
  'filing-proposal': [
    needed('on', 'day'),
    field('source', 'line'),
    field('conditions', 'all-of'),
    field('situation', 'one-of'),
    field('legalBasis', 'text'),
    needed('officers', 'officers'),
    field('documents', 'papers'),
    field('text', 'text'),
  ],
  'filing-review': [needed('opinion', 'text')],
  'filing-legal-review': [needed('opinion', 'text')],
  'filing-return': [needed('reason', 'text')],
  'filing-refusal': [needed('reason', 'text')],
  'filing-approval': [needed('on', 'day'), needed('reason', 'text'), field('officers', 'officers')],
  recusal: [needed('person', 'person'), needed('reason', 'text'), field('replacement', 'officer')],
  'investigation-report': [
    needed('on', 'day'),
    field('text', 'text'),
    field('evidence', 'text'),
    field('legalBasis', 'text'),
    field('discretion', 'text'),
    field('recommendation', 'text'),
    field('documents', 'papers'),
  ],
  'prior-notice': [
    needed('servedOn', 'day'),
    needed('method', 'choice', { options: methods }),
    field('facts', 'text'),
    needed('penalty', 'text'),
    field('legalBasis', 'text'),
    field('fine', 'yuan'),
    field('newFacts', 'text'),
    field('documents', 'papers'),
    field('number', 'line'),
  ],
  statement: [
    needed('received', 'yes-no'),
    field('at', 'instant', { when: isReceived }),
    field('place', 'line', { when: isReceived }),
    needed('text', 'text', { when: isReceived }),
    field('points', 'points', { when: isReceived }),
    field('outcome', 'text', { when: isReceived }),
  ],
  'hearing-request': [needed('on', 'day')],
  'hearing-notice': [
    needed('servedOn', 'day'),
    needed('method', 'choice', { options: methods }),
    needed('hearingAt', 'moment'),
    needed('place', 'line'),
    needed('presider', 'person'),
    field('recorder', 'person'),
    field('documents', 'papers'),
    field('number', 'line'),
  ],
  'hearing-held': [
    field('noticeServedOn', 'day'),
    needed('on', 'day'),
    field('place', 'line'),
    field('presider', 'person'),
    field('recorder', 'person'),
    field('attendees', 'text'),
    field('text', 'text'),
    field('issues', 'text'),
    needed('outcome', 'text'),
  ],
  'hearing-withdrawn': [needed('on', 'day'), needed('reason', 'text')],
  'decision-proposal': [
    needed('on', 'day'),
    needed('penalty', 'text'),
    needed('legalBasis', 'text'),
    field('party', 'choice', { options: ['individual', 'unit'] }),
    field('fine', 'yuan'),
    field('fineMaximum', 'yuan'),
    field('provision', 'one-of'),
    field('grade', 'one-of'),
    field('discretion', 'text'),
    field('major', 'flag'),
    field('complex', 'flag'),
    field('publicInterest', 'flag'),
    field('documents', 'papers'),
    field('text', 'text'),
  ],
  'decision-review': [needed('opinion', 'text'), field('collective', 'flag')],
  'decision-legal-review': [needed('opinion', 'text'), field('collective', 'flag')],
  'collective-discussion': [
    needed('on', 'day'),
    needed('participants', 'names'),
    field('place', 'line'),
    field('presider', 'person'),
    field('recorder', 'person'),
    field('opinions', 'text'),
    needed('conclusion', 'text'),
    field('parts', 'all-of'),
    field('filedWith', 'all-of'),
    field('documents', 'papers'),
  ],
  'decision-return': [needed('reason', 'text')],
  'decision-approval': [needed('on', 'day'), needed('number', 'line'), needed('reason', 'text')],
  service: [
    needed('on', 'day'),
    needed('method', 'choice', { options: methods }),
    field('receivedBy', 'line', { when: byMethod('personal', 'post', 'electronic') }),
    field('witnesses', 'names', { when: byMethod('personal', 'lien') }),
    field('electronicConsent', 'line', { when: byMethod('electronic') }),
    field('documents', 'papers'),
  ],
  payment: [needed('on', 'day'), needed('amount', 'yuan'), needed('receipt', 'line')],
  'deferral-request': [needed('on', 'day'), needed('reason', 'text')],
  'deferral-decision': [
    needed('on', 'day'),
    needed('granted', 'yes-no'),
    field('instalments', 'instalments', { when: ({ granted }) => granted === 'yes' }),
    needed('reason', 'text'),
  ],
  'remedy-begun': [
    needed('on', 'day'),
    needed('kind', 'choice', { options: ['reconsideration', 'litigation'] }),
    needed('acceptedBy', 'line'),
  ],
  'remedy-ended': [
    needed('on', 'day'),
    needed('result', 'choice', { options: ['upheld', 'withdrawn', 'changed', 'revoked'] }),
    needed('fine', 'yuan', { when: ({ result }) => result === 'changed' }),
    field('text', 'text'),
  ],
  demand: [
    needed('servedOn', 'day'),
    needed('method', 'choice', { options: methods }),
    field('documents', 'papers'),
    field('number', 'line'),
  ],
  'court-application': [
    needed('on', 'day'),
    field('court', 'line'),
    needed('reason', 'text'),
    field('documents', 'papers'),
    field('number', 'line'),
  ],
  execution: [needed('on', 'day'), needed('text', 'text')],
  closing: [needed('on', 'day'), field('text', 'text')],
  'withdraw-case': [needed('reason', 'text')],
  application: [needed('on', 'day'), field('parts', 'all-of'), needed('selfScore', 'score')],
  'withdraw-application': [needed('reason', 'text')],
  group: [needed('members', 'members'), needed('chair', 'line')],
  meeting: [needed('on', 'day'), field('steps', 'all-of'), field('reports', 'all-of')],
  score: [needed('score', 'score')],
  opinion: [
    needed('on', 'day'),
    field('inFavour', 'count'),
    field('problems', 'problems'),
    field('recheckBy', 'future-day'),
    field('text', 'text'),
  ],
};
