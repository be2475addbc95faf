import { createCalendar, type WorkCalendar } from '../../../shared/domain/time/calendar.ts';
import { day } from '../../../shared/domain/time/day.ts';
import { toInstant } from '../../../shared/domain/time/instant.ts';
import { quotasOn } from '../../../shared/domain/quotas/quotas.ts';
import type {
  CountedInspection,
  Quota,
  QuotaInput,
  QuotaSubject,
} from '../../../shared/domain/quotas/types.ts';
import { rulebookOf } from '../../../shared/rules/catalogue.ts';
import type { SubjectKind } from '../../../shared/rules/schema.ts';
import type { OverrideRecord } from '../../../shared/records/override.ts';

let known: WorkCalendar | undefined;

/** The published calendar, built once. */
export function publishedCalendar(): WorkCalendar {
  known ??= createCalendar();
  return known;
}

export type InputParts = Partial<Omit<QuotaInput, 'on' | 'today'>>;

/** A bureau’s quotas as asked for on a day, which is also the clock’s unless `today` says otherwise. */
export function quotaInput(jurisdiction: string, on: string, parts: InputParts = {}, today = on): QuotaInput {
  return {
    rules: rulebookOf(jurisdiction).rules,
    choices: { figures: {}, readings: {} },
    calendar: publishedCalendar(),
    overrides: [],
    subjects: [],
    inspections: [],
    owed: [],
    kept: [],
    decisions: [],
    ...parts,
    on: day(on),
    today: day(today),
  };
}

export interface SubjectParts {
  readonly kind?: SubjectKind;
  readonly traits?: readonly string[];
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly parentId?: string;
  readonly answeredBy?: readonly string[];
  readonly created?: string;
  readonly retired?: string;
}

export function subject(id: string, parts: SubjectParts = {}): QuotaSubject {
  const { kind = 'unit', traits = [], facts = {}, created = '2025-06-01', retired } = parts;
  const { parentId, answeredBy } = parts;
  return {
    id,
    kind,
    name: `${id}号`,
    traits,
    facts,
    createdOn: day(created),
    ...(parentId === undefined ? {} : { parentId }),
    ...(answeredBy === undefined ? {} : { answeredBy }),
    ...(retired === undefined ? {} : { retiredOn: day(retired) }),
  };
}

/** This many equal subjects, `u0`, `u1` …; `parts` may depend on the position. */
export function many(
  count: number,
  parts: SubjectParts | ((index: number) => SubjectParts) = {},
  prefix = 'u',
): QuotaSubject[] {
  return Array.from({ length: count }, (_, index) =>
    subject(`${prefix}${index}`, typeof parts === 'function' ? parts(index) : parts),
  );
}

let made = 0;

/** A record of a check on a day: on site and planned unless it says otherwise. */
export function check(
  on: string,
  regime: string,
  targets: readonly string[],
  parts: Partial<Omit<CountedInspection, 'on' | 'regime' | 'targets'>> = {},
): CountedInspection {
  made += 1;
  return { id: `i${made}`, on: day(on), regime, mode: 'on-site', cause: 'planned', targets, ...parts };
}

/** The one quota of the rule (for the subject); fails when there is none, or more than one. */
export function quotaOf(input: QuotaInput, ruleId: string, subjectId?: string): Quota {
  const found = quotasOn(input).filter(
    (quota) => quota.ruleId === ruleId && (subjectId === undefined || quota.subjectId === subjectId),
  );
  const [only, ...others] = found;
  if (!only || others.length > 0) throw new Error(`${found.length} quotas of ${ruleId}`);
  return only;
}

export function override(
  ruleId: string,
  figures: Readonly<Record<string, number>>,
  from: string,
  to: string,
): OverrideRecord {
  return {
    version: 1,
    ruleId,
    figures,
    issuedBy: '怀化市档案局',
    documentNumber: '怀档发〔2026〕3号',
    from,
    to,
    enteredAt: toInstant(0),
    enteredBy: { role: 'superior', sub: 's' },
  };
}
