import { expect } from 'vitest';
import { day, formatDay } from '../../../shared/domain/time/day.ts';
import type { Occurrence } from '../../../shared/domain/duties/due/occurrence.ts';
import { dutiesUnder } from '../../../shared/domain/duties/duties.ts';
import { choicesOf } from '../../../shared/domain/duties/schedule.ts';
import { planSubjectOf } from '../../../shared/domain/register/subject-facts.ts';
import type { FactValue } from '../../../shared/records/records.ts';
import type { SettingsRecord } from '../../../shared/records/settings.ts';
import type { DeadlineRule } from '../../../shared/rules/rule.ts';
import type { SubjectKind } from '../../../shared/rules/schema.ts';
import { contextOf } from './deadlines.ts';
import { bookWith } from './rule-versions.ts';

/** A subject, and the days between which its duties are asked for. */
export interface Asked {
  readonly kind?: SubjectKind;
  readonly traits?: readonly string[];
  readonly facts?: Readonly<Record<string, FactValue>>;
  readonly from?: string;
  readonly to?: string;
  readonly recordedOn?: string;
  /** The first day on which a yearly duty may fall due that no fact begins; `from` where absent. */
  readonly yearlyFrom?: string;
  readonly settings?: Partial<SettingsRecord>;
}

/** The duties that only these versions of rules put on the subject, with the reasons. */
export function dutiesOf(
  jurisdiction: string,
  versions: readonly DeadlineRule[],
  asked: Asked,
): readonly Occurrence[] {
  const context = contextOf(jurisdiction, asked.settings);
  const { kind = 'unit', traits = [], facts = {}, from = '2025-01-01', to = '2028-12-31' } = asked;
  const book = bookWith(jurisdiction, ...versions);
  const { owed, faults } = dutiesUnder(versions, planSubjectOf({ kind, traits, facts, recorded: {} }), {
    calendar: context.calendar,
    choices: choicesOf(context.settings),
    explain: true,
    window: { from: day(from), to: day(to), onceTo: day(to), yearlyFrom: day(asked.yearlyFrom ?? from) },
    recordedOn: day(asked.recordedOn ?? from),
    versionsOf: (ruleId) => book.versionsOf(ruleId),
  });
  expect(faults).toEqual([]);
  return owed;
}

/** Due days by period: `2026: 2026-09-30, since 2026-01-01`. */
export function due(jurisdiction: string, versions: readonly DeadlineRule[], asked: Asked): string[] {
  return dutiesOf(jurisdiction, versions, asked).map(({ key, dates, arisesOn }) => {
    const on = formatDay(dates.dueOn);
    return `${key === '' ? '' : `${key}: `}${on}, since ${formatDay(arisesOn)}`;
  });
}
