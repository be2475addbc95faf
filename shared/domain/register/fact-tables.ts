import { z } from 'zod';
import { fieldError, type FieldError } from '../../outcome.ts';
import { dayField, dayWithin, instantField, text, yearField } from '../../fields.ts';
import { kinds, subjectKinds, type Fact, type FactType, type SubjectKind } from '../../vocabulary/kinds.ts';
import { keysOf, tableOf } from '../../vocabulary/table.ts';
import { withinCalendar } from '../time/calendar.ts';
import { dayFrom } from '../time/day.ts';

/** A day from which nothing is counted. It may be before the calendar begins. */
const earlyDay = dayWithin(
  (day) => day >= dayFrom(1900, 1, 1) && (day < dayFrom(1990, 1, 1) || withinCalendar(day)),
  'field.early-day',
);

/** Numbers over 2^53 lose digits, so the table accepts none. */
const amount = z.number().min(0).max(1e12);

const fields: Readonly<Record<FactType, (fact: Fact) => z.ZodType>> = {
  day: ({ early }) => (early ? earlyDay : dayField),
  instant: () => instantField,
  days: () => z.array(dayField).max(200),
  number: ({ max }) => (max === undefined ? amount : z.number().min(0).max(max)),
  'number-by-year': () => z.record(yearField, amount),
  text: () => text,
  flag: () => z.boolean(),
  choice: ({ options = {} }) => z.enum(keysOf(options)),
};

/** What the facts of each kind may be. An unknown name is refused. */
export const factTables = tableOf(subjectKinds, (kind) =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(kinds[kind].facts).map(([name, fact]) => [name, fields[fact.type](fact).optional()]),
    ),
  ),
);

/** By kind: pairs of days that must come in this order, and the problem when they do not. */
const orders = [
  ['project', 'startedOn', 'archivesAcceptedOn', 'subject.accepted-before-start'],
  ['project', 'startedOn', 'plannedCompletionAcceptanceOn', 'subject.completion-before-start'],
  ['case', 'occurredOn', 'discoveredOn', 'subject.discovered-before-occurred'],
  ['case', 'discoveredOn', 'filedOn', 'subject.filed-before-discovered'],
] as const;

/** A fine above the statutory maximum (HJ 三(五)一, BX (十一)一). */
function fineErrors(facts: Readonly<Record<string, unknown>>): FieldError[] {
  const { fine, fineMaximum } = facts;
  if (typeof fine !== 'number' || typeof fineMaximum !== 'number' || fine <= fineMaximum) return [];
  return [fieldError('facts.fine', 'subject.fine-above-maximum', { fine, maximum: fineMaximum })];
}

/** Facts that contradict each other, each with the field and the remedy. */
export function contradictions(kind: SubjectKind, facts: Readonly<Record<string, unknown>>): FieldError[] {
  const wrong = orders.flatMap(([of, first, second, code]): FieldError[] => {
    if (of !== kind) return [];
    const [a, b] = [facts[first], facts[second]];
    if (typeof a !== 'string' || typeof b !== 'string' || a <= b) return [];
    return [fieldError(`facts.${second}`, code, { day: b, first: a })];
  });
  return kind === 'case' ? [...wrong, ...fineErrors(facts)] : wrong;
}
