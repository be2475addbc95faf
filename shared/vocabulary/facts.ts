import { z } from 'zod';
import { dayFrom } from '../domain/time/day.ts';
import { withinCalendar } from '../domain/time/calendar.ts';
import { officeName, type SubjectKind } from '../rules/schema.ts';
import { fieldError, type FieldError } from '../outcome.ts';
import { dayWithin, dayField, instantField, text, yearField } from '../fields.ts';

/** A day from which nothing is counted: it may lie before the calendar. */
const earlyDay = dayWithin(
  (day) => day >= dayFrom(1900, 1, 1) && (day < dayFrom(1990, 1, 1) || withinCalendar(day)),
  'field.early-day',
);
/** Numbers over 2^53 lose digits, and the table takes none of them. */
const amount = z.number().min(0).max(1e12);
const score = z.number().min(0).max(100);

/** The closed tables of facts and traits, by kind of subject. An unknown name is refused. */
export const factTables = {
  unit: z.strictObject({
    professionalCatalogueSince: dayField.optional(),
    volumes: amount.optional(),
    address: text.optional(),
    representative: text.optional(),
  }),
  project: z.strictObject({
    startedOn: dayField.optional(),
    plannedCompletionAcceptanceOn: dayField.optional(),
    archivesAcceptedOn: dayField.optional(),
    acceptanceScore: score.optional(),
    selfScore: score.optional(),
    competentDepartment: text.optional(),
  }),
  equipment: z.strictObject({}),
  'civil-defence-work': z.strictObject({ approvedUse: text.optional(), builtOn: earlyDay.optional() }),
  permit: z.strictObject({
    grantedOn: dayField.optional(),
    permitKind: z.enum(['sale', 'export', 'copies']).optional(),
  }),
  case: z.strictObject({
    office: officeName.optional(),
    discoveredOn: dayField.optional(),
    occurredOn: dayField.optional(),
    evidenceSecuredAt: instantField.optional(),
    filedOn: dayField.optional(),
    party: z.enum(['individual', 'unit']).optional(),
    fine: amount.optional(),
    fineMaximum: amount.optional(),
    major: z.boolean().optional(),
  }),
  'compilation-task': z.strictObject({ plannedOn: dayField.optional(), deliveredOn: dayField.optional() }),
  'reconsideration-decision': z.strictObject({
    decidedOn: dayField.optional(),
    outcome: z.enum(['upheld', 'duty-ordered', 'revoked', 'unlawful', 'changed']).optional(),
  }),
  'enforcement-organ': z.strictObject({}),
  archivist: z.strictObject({
    startedWorkOn: earlyDay.optional(),
    certifiedOn: earlyDay.optional(),
    classHours: z.record(yearField, amount).optional(),
  }),
  government: z.strictObject({
    level: z.enum(['province', 'city', 'county']).optional(),
    archiveFloorArea: amount.optional(),
    heardOn: z.array(dayField).max(200).optional(),
  }),
  bureau: z.strictObject({ office: officeName.optional() }),
} as const satisfies Record<SubjectKind, z.ZodType>;

export const traitTables: Readonly<Record<SubjectKind, readonly string[]>> = {
  unit: [
    'direct',
    'professional-archives',
    'backup-register',
    'long-retention',
    'vital-database',
    'key-monitored',
    'transfer-scope',
    'enterprise',
    'civil-defence-responsible',
  ],
  project: [],
  equipment: ['key-monitored'],
  'civil-defence-work': [],
  permit: ['key'],
  case: [],
  'compilation-task': ['behind'],
  'reconsideration-decision': [],
  'enforcement-organ': [],
  archivist: [],
  government: [],
  bureau: [],
};

/** Pairs of days that must come in this order, by kind, and the problem where they do not. */
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
