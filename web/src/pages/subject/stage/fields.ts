import type { EventBody } from '../../../../../shared/domain/cases/event.ts';
import { keysOf } from '../../../../../shared/vocabulary/table.ts';
import { serviceMethodWords } from '../../../../../shared/vocabulary/value-words.ts';
import type { Body, SubjectDetail } from '../../../api/contract.ts';
import { wordFor } from '../../../i18n/shape/table.ts';

/** The forms of the events of a case and of an acceptance: one table of fields, and what is sent for them. */

export type StageEventName = EventBody['event'];
type BodyOf<Event extends StageEventName> = Extract<EventBody, { event: Event }>;
export type OpenEvent = NonNullable<SubjectDetail['events']>[number];

/** How a field is filled in. */
type FieldKind =
  | 'day'
  | 'instant'
  | 'line'
  | 'text'
  | 'yuan'
  | 'score'
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
  | 'members';

export interface StageField<Name extends string = string> {
  readonly name: Name;
  readonly kind: FieldKind;
  readonly required?: boolean;
  /** For a choice. */
  readonly options?: readonly string[];
  /** Shown, and sent, only then. */
  readonly when?: (values: StageValues) => boolean;
}

interface Row {
  readonly name?: string;
  readonly certificate?: string;
  readonly from?: string;
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
    field('documents', 'papers'),
    field('text', 'text'),
  ],
  'evidence-secured': [
    needed('at', 'instant'),
    needed('kind', 'choice', { options: ['registration', 'sealing', 'seizure'] }),
    needed('agreedBy', 'person'),
    needed('legalBasis', 'text', { when: ({ kind }) => kind === 'sealing' || kind === 'seizure' }),
    field('items', 'text'),
  ],
  'evidence-formalities': [needed('at', 'instant'), needed('document', 'line')],
  'evidence-decision': [needed('on', 'day'), needed('outcome', 'text')],
  'no-case': [needed('reason', 'text')],
  'filing-proposal': [
    needed('on', 'day'),
    field('conditions', 'all-of'),
    field('situation', 'one-of'),
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
  'investigation-report': [needed('on', 'day'), field('documents', 'papers'), field('text', 'text')],
  'prior-notice': [
    needed('servedOn', 'day'),
    needed('method', 'choice', { options: methods }),
    needed('penalty', 'text'),
    field('fine', 'yuan'),
    field('documents', 'papers'),
  ],
  statement: [
    needed('received', 'yes-no'),
    needed('text', 'text', { when: isReceived }),
    needed('outcome', 'text', { when: isReceived }),
  ],
  'hearing-request': [needed('on', 'day')],
  'hearing-held': [needed('noticeServedOn', 'day'), needed('on', 'day'), needed('outcome', 'text')],
  'hearing-withdrawn': [needed('on', 'day'), needed('reason', 'text')],
  'decision-proposal': [
    needed('on', 'day'),
    needed('penalty', 'text'),
    needed('legalBasis', 'text'),
    field('party', 'choice', { options: ['individual', 'unit'] }),
    field('fine', 'yuan'),
    field('fineMaximum', 'yuan'),
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
  execution: [needed('on', 'day'), needed('text', 'text')],
  closing: [needed('on', 'day'), field('text', 'text')],
  'withdraw-case': [needed('reason', 'text')],
  application: [needed('on', 'day'), field('parts', 'all-of'), needed('selfScore', 'score')],
  'withdraw-application': [needed('reason', 'text')],
  group: [needed('members', 'members'), needed('chair', 'line')],
  meeting: [needed('on', 'day'), field('steps', 'all-of'), field('reports', 'all-of')],
  score: [needed('score', 'score')],
  opinion: [needed('on', 'day'), field('text', 'text')],
};

/** The name of an event’s form on its page. */
export const formName = (event: string): string => `event ${event}`;

export const isStageEvent = (event: string): event is StageEventName => Object.hasOwn(stageFields, event);

/** What the form asks now: lists that the rulebook does not have are left out. */
export function shownFields({ event, choices }: OpenEvent, values: StageValues): readonly StageField[] {
  if (!isStageEvent(event)) return [];
  const listed = (kind: FieldKind): boolean => kind === 'one-of' || kind === 'all-of';
  const all: readonly StageField[] = stageFields[event];
  return all.filter(
    ({ name, kind, when }) =>
      (!listed(kind) || choices?.[name] !== undefined) && (when === undefined || when(values)),
  );
}

const trimmed = (text: string | undefined): string => (text ?? '').trim();

/** A row without what was left empty; undefined where nothing is left. */
function rowOf(row: Row): Record<string, string> | undefined {
  const filled = Object.entries(row).flatMap(([name, text]: [string, string | undefined]) =>
    trimmed(text) === '' ? [] : [[name, trimmed(text)] as const],
  );
  return filled.length === 0 ? undefined : Object.fromEntries(filled);
}

function sentValue(kind: FieldKind, value: StageValue): unknown {
  if (value === undefined) return undefined;
  if (typeof value === 'boolean') return value ? true : undefined;
  if (typeof value === 'string') {
    const text = trimmed(value);
    if (text === '') return undefined;
    if (kind === 'instant') return `${text.slice(0, 16)}:00+08:00`;
    if (kind === 'yuan' || kind === 'score') return Number(text);
    return kind === 'yes-no' ? text === 'yes' : text;
  }
  if (!isList(value)) return rowOf(value);
  const entries = value.flatMap((entry): (string | Readonly<Record<string, string>>)[] => {
    if (typeof entry !== 'string') {
      const row = rowOf(entry);
      return row ? [row] : [];
    }
    return trimmed(entry) === '' ? [] : [trimmed(entry)];
  });
  return entries.length === 0 ? undefined : entries;
}

const isList = (value: StageValue): value is readonly (string | Row)[] => Array.isArray(value);

/** As `shared/domain/cases/event.ts` takes it, which its test holds it against. */
export type EventSent = Body<'POST /v1/jurisdictions/{j}/subjects/{id}/events'>;

/** What is sent for what was filled in; what was left empty, or is not asked, is missing. */
export function eventBodyOf(open: OpenEvent, values: StageValues): EventSent {
  const sent = shownFields(open, values).flatMap(({ name, kind }) => {
    const value = sentValue(kind, values[name]);
    return value === undefined ? [] : [[name, value] as const];
  });
  return { event: open.event, ...Object.fromEntries(sent) };
}

/** What the form begins with: today, the officers of the case, what its facts say already. */
export function startOf(open: OpenEvent, subject: SubjectDetail, today: string | undefined): StageValues {
  const known = subject.case?.officers ?? [];
  const rows = (least: number): Row[] => Array.from({ length: Math.max(least, 1) }, () => ({}));
  const start = ({ name, kind, required }: StageField): StageValue => {
    if (kind === 'day') return name === 'on' || name === 'servedOn' ? today : undefined;
    if (kind === 'officers' && required === true)
      return known.length > 0 ? known : rows(open.least?.['officers'] ?? 2);
    if (kind === 'members') return rows(Math.max(open.choices?.['from']?.length ?? 0, 2));
    return open.event === 'decision-proposal' ? factText(subject.facts[name]) : undefined;
  };
  const fields: readonly StageField[] = isStageEvent(open.event) ? stageFields[open.event] : [];
  return Object.fromEntries(
    fields.flatMap((of) => {
      const value = start(of);
      return value === undefined ? [] : [[of.name, value] as const];
    }),
  );
}

function factText(fact: unknown): StageValue {
  if (typeof fact === 'number') return String(fact);
  return typeof fact === 'string' || typeof fact === 'boolean' ? fact : undefined;
}

/** What a field of an event is called. */
export function fieldLabel(
  { fields }: { readonly fields: Readonly<Record<string, string>> },
  event: string,
  name: string,
): string {
  const own = `${event}.${name}`;
  return Object.hasOwn(fields, own) ? wordFor(fields, own) : wordFor(fields, name);
}

/** Where the form shows what was refused; undefined where it has no such field. */
export function placeOf(
  path: string,
  shown: readonly StageField[],
  values: StageValues,
): readonly (string | number)[] | undefined {
  const [name = '', index = '', part] = path.split('.');
  const of = shown.find((one) => one.name === name);
  if (!of) return undefined;
  const value = values[name];
  const inRows = of.kind === 'officers' || of.kind === 'members';
  if (inRows && part !== undefined && isList(value) && Number(index) < value.length)
    return [name, Number(index), part];
  // What is wrong with all the rows stands at the first of them.
  if (inRows) return [name, 0, 'name'];
  return of.kind === 'officer' ? [name, 'name'] : [name];
}
