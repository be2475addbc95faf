import type { Body, SubjectDetail } from '../../../api/contract.ts';
import { wordFor } from '../../../i18n/shape/table.ts';
import {
  stageFields,
  type FieldKind,
  type Row,
  type StageEventName,
  type StageField,
  type StageValue,
  type StageValues,
} from './table.ts';

/** The fields of an event’s form, its initial values and the body that is sent. */

export type OpenEvent = NonNullable<SubjectDetail['events']>[number];

/** The name of an event’s form on its page. */
export const formName = (event: string): string => `event ${event}`;

export const isStageEvent = (event: string): event is StageEventName => Object.hasOwn(stageFields, event);

/** The fields that the form shows now. Lists that the rulebook does not have are left out. */
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

/** A row without empty cells; undefined when nothing is left. */
function rowOf(kind: FieldKind, row: Row): Record<string, string | number | boolean> | undefined {
  const { adopted = false, ...texts } = row;
  const filled = Object.entries(texts).flatMap(([name, text]: [string, string | undefined]) =>
    trimmed(text) === '' ? [] : [[name, name === 'amount' ? Number(text) : trimmed(text)] as const],
  );
  if (filled.length === 0) return undefined;
  return { ...Object.fromEntries(filled), ...(kind === 'points' ? { adopted } : {}) };
}

function sentValue(kind: FieldKind, value: StageValue): unknown {
  if (value === undefined) return undefined;
  if (typeof value === 'boolean') return value ? true : undefined;
  if (typeof value === 'string') {
    const text = trimmed(value);
    if (text === '') return undefined;
    if (kind === 'instant' || kind === 'moment') return `${text.slice(0, 16)}:00+08:00`;
    if (kind === 'yuan' || kind === 'score' || kind === 'count') return Number(text);
    return kind === 'yes-no' ? text === 'yes' : text;
  }
  if (!isList(value)) return rowOf(kind, value);
  const entries = value.flatMap((entry): (string | Readonly<Record<string, string | number | boolean>>)[] => {
    if (typeof entry !== 'string') {
      const row = rowOf(kind, entry);
      return row ? [row] : [];
    }
    return trimmed(entry) === '' ? [] : [trimmed(entry)];
  });
  return entries.length === 0 ? undefined : entries;
}

const isList = (value: StageValue): value is readonly (string | Row)[] => Array.isArray(value);

/** The body in the form of `shared/domain/cases/event.ts`; a test compares the two. */
export type EventSent = Body<'POST /v1/jurisdictions/{j}/subjects/{id}/events'>;

/** The body for the filled fields. Fields that are empty or not shown are missing. */
export function eventBodyOf(open: OpenEvent, values: StageValues): EventSent {
  const sent = shownFields(open, values).flatMap(({ name, kind }) => {
    const value = sentValue(kind, values[name]);
    return value === undefined ? [] : [[name, value] as const];
  });
  return { event: open.event, ...Object.fromEntries(sent) };
}

/** The initial values: today, the officers of the case, and what its facts already say. */
export function startOf(open: OpenEvent, subject: SubjectDetail, today: string | undefined): StageValues {
  const known = subject.case?.officers ?? [];
  const rows = (least: number): Row[] => Array.from({ length: Math.max(least, 1) }, () => ({}));
  const start = ({ name, kind, required }: StageField): StageValue => {
    if (kind === 'day') return name === 'on' || name === 'servedOn' ? today : undefined;
    if (kind === 'points' || kind === 'instalments' || kind === 'problems') return [{}];
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

/** The name of an event’s field. */
export function fieldLabel(
  { fields }: { readonly fields: Readonly<Record<string, string>> },
  event: string,
  name: string,
): string {
  const own = `${event}.${name}`;
  return Object.hasOwn(fields, own) ? wordFor(fields, own) : wordFor(fields, name);
}

/** The first field of a row, for the kinds that have rows. */
const firstOf: Partial<Record<FieldKind, string>> = {
  officers: 'name',
  members: 'name',
  points: 'point',
  instalments: 'dueOn',
  problems: 'text',
};

/** Yes or no, with the word of the field. */
export const yesNo = (name: string, yes: boolean): string => {
  if (name === 'granted') return yes ? 'agreed' : 'refused';
  return yes ? 'yes' : 'no';
};

/** The place of a refusal in the form; undefined when the form has no such field. */
export function placeOf(
  path: string,
  shown: readonly StageField[],
  values: StageValues,
): readonly (string | number)[] | undefined {
  const [name = '', index = '', part] = path.split('.');
  const of = shown.find((one) => one.name === name);
  if (!of) return undefined;
  const value = values[name];
  const inRows = firstOf[of.kind] !== undefined;
  if (inRows && part !== undefined && isList(value) && Number(index) < value.length)
    return [name, Number(index), part];
  // An error that concerns all rows is shown at the first of them.
  if (inRows) return [name, 0, firstOf[of.kind] ?? 'name'];
  return of.kind === 'officer' ? [name, 'name'] : [name];
}
