import { createCalendar } from '../../../shared/domain/time/calendar.ts';
import { day } from '../../../shared/domain/time/day.ts';
import { toInstant } from '../../../shared/domain/time/instant.ts';
import { jurisdictionOf, rulebookOf } from '../../../shared/rules/catalogue.ts';
import type { DeadlineRule } from '../../../shared/rules/rule.ts';
import type { SubjectKind } from '../../../shared/rules/schema.ts';
import type { ContactRecord } from '../../../shared/records/records.ts';
import type { StaffMember } from '../../../shared/records/staff.ts';
import type { NoticeRecord } from '../../../shared/records/notice.ts';
import { defaultSettings, type Context } from '../../../shared/usecases/context.ts';
import { answerable } from '../../../shared/usecases/register/party.ts';
import type { Duty } from '../../../shared/usecases/notices/duty.ts';
import {
  type ObligationRecord,
  type StepRecord,
  obligationRecord,
} from '../../../shared/records/obligation.ts';
import { subjectRecord, type SubjectRecord } from '../../../shared/records/subject.ts';

/**
 * Registers of every shape. The addresses say whose they are: `…@owner`, `…@parent`, `…@department` outside the
 * bureau; `…@officer`, `…@desk`, `…@case-officer`, `…@leader`, `…@superior` inside it.
 */

const contacts = (who: string, how: 'none' | 'mail' | 'mobile' | 'both'): ContactRecord[] =>
  how === 'none'
    ? []
    : [
        {
          name: who,
          ...(how === 'mobile' ? {} : { email: `a@${who}` }),
          ...(how === 'mail' ? {} : { mobile: who === 'owner' ? '13800000001' : '13800000002' }),
        },
      ];

/** The mobiles of `contacts`, by whom they belong to. */
export const whose = (to: string): string =>
  ({ 13800000001: 'owner', 13800000002: 'parent' })[to] ?? to.slice(to.indexOf('@') + 1);

const ways = ['none', 'mail', 'mobile', 'both'] as const;
const staffs = ['nobody', 'officers', 'leader', 'all'] as const;

export interface Shape {
  readonly own: (typeof ways)[number];
  readonly parent: (typeof ways)[number] | 'absent';
  readonly desk: boolean;
  readonly staff: (typeof staffs)[number];
  /** The events of a case name its officers. */
  readonly named: boolean;
}

export const shapes: readonly Shape[] = ways.flatMap((own) =>
  [...ways, 'absent' as const].flatMap((parent) =>
    [false, true].flatMap((desk) =>
      staffs.flatMap((staff) => [false, true].map((named) => ({ own, parent, desk, staff, named }))),
    ),
  ),
);

export const steps: readonly StepRecord['kind'][] = [
  'reminder',
  'overdue',
  'alert-officers',
  'alert-leader',
  'alert-superior',
  'correction',
  'returned',
];

const NOW = toInstant(Date.UTC(2026, 8, 7, 2));
const base = { v: 1, version: 1, lp: 'L', ls: 'L' } as const;

function subjectOf(jurisdiction: string, id: string, more: Partial<SubjectRecord>): SubjectRecord {
  return {
    ...base,
    ...subjectRecord.key({ jurisdiction, id }),
    id,
    jurisdiction,
    kind: 'unit',
    name: id,
    traits: [],
    facts: {},
    recorded: {},
    contacts: [],
    createdAt: NOW,
    ...more,
  };
}

const caseOfficer = { name: '刘一', certificate: 'JC-1' };

function staffOf({ staff, named }: Shape): StaffMember[] {
  const officers: StaffMember[] = [
    { sub: 'o', name: '王', role: 'bureau-officer', email: 'a@officer' },
    ...(named
      ? [
          {
            sub: 'c',
            name: caseOfficer.name,
            role: 'bureau-officer',
            email: 'a@case-officer',
            certificate: { number: caseOfficer.certificate, validUntil: '2030-01-01' },
          },
        ]
      : []),
  ];
  const leader: StaffMember[] = [{ sub: 'l', name: '孙', role: 'bureau-leader', email: 'a@leader' }];
  return [
    ...(staff === 'officers' || staff === 'all' ? officers : []),
    ...(staff === 'leader' || staff === 'all' ? leader : []),
  ];
}

const contexts = new Map<string, Context>();

function contextOf(jurisdiction: string, shape: Shape): Context {
  const key = `${jurisdiction} ${shape.staff} ${String(shape.named)}`;
  const known = contexts.get(key) ?? madeContext(jurisdiction, shape);
  contexts.set(key, known);
  return known;
}

function madeContext(jurisdiction: string, shape: Shape): Context {
  const found = jurisdictionOf(jurisdiction);
  if (!found) throw new Error(jurisdiction);
  const settings = defaultSettings(day('2026-01-01'));
  return {
    jurisdiction: found,
    rulebook: rulebookOf(jurisdiction),
    settings: {
      ...settings,
      channels: Object.fromEntries(Object.keys(settings.channels).map((name) => [name, ['email', 'sms']])),
      alerts: { ...settings.alerts, superiors: ['a@superior'] },
    },
    staff: staffOf(shape),
    former: [],
    staffVersion: 1,
    years: [],
    overrides: [],
    calendar,
    plannedBasis: undefined,
    reported: undefined,
  };
}
const calendar = createCalendar();

const discovery: NonNullable<SubjectRecord['stage']>['entries'][number] = {
  at: NOW,
  by: { role: 'bureau-officer', sub: 'o' },
  body: {
    event: 'discovery-record',
    at: '2026-09-07T08:00:00+08:00',
    officers: [caseOfficer],
    documents: [],
  },
};

/** One step of a duty of the rule, for a subject of the kind, in a register of the shape. */
export function dutyIn(
  jurisdiction: string,
  rule: DeadlineRule,
  kind: SubjectKind,
  stepKind: StepRecord['kind'],
  shape: Shape,
): Duty {
  const step: StepRecord = { kind: stepKind, key: '', at: NOW };
  const obligation: ObligationRecord = {
    ...base,
    ...obligationRecord.key({ jurisdiction, id: 'owner.duty' }),
    id: 'owner.duty',
    jurisdiction,
    subjectId: 'owner',
    ruleId: rule.ruleId,
    ruleVersion: '',
    key: '',
    arisesOn: '2026-01-01',
    dueOn: '2026-09-30',
    actBy: '2026-09-30',
    overdueFrom: NOW,
    provisional: false,
    pursuit: 'active',
    steps: [step],
    enteredAt: NOW,
    datedAt: NOW,
    history: [],
  };
  const parent =
    shape.parent === 'absent'
      ? undefined
      : subjectOf(jurisdiction, 'parent', { contacts: contacts('parent', shape.parent) });
  const subject = subjectOf(jurisdiction, 'owner', {
    kind,
    contacts: contacts('owner', shape.own),
    ...(parent ? { parentId: parent.id } : {}),
    ...(kind === 'case' && shape.named ? { stage: { kind: 'case', entries: [discovery] } } : {}),
  });
  return {
    ...answerable(subject, new Map(parent ? [[parent.id, parent]] : [])),
    pointer: { jurisdiction, obligationId: obligation.id, step: stepKind, at: NOW, attempt: 0 },
    context: contextOf(jurisdiction, shape),
    rule,
    obligation,
    step,
    subject,
    parent,
    bureau: subjectOf(jurisdiction, 'bureau', {
      kind: 'bureau',
      contacts: shape.desk ? contacts('desk', 'both') : [],
    }),
  };
}

/** Everybody was sent another day before, including the party and somebody who has left. */
export function toldBefore(jurisdiction: string): NoticeRecord[] {
  return [
    'owner',
    'parent',
    'department',
    'officer',
    'case-officer',
    'desk',
    'leader',
    'superior',
    'left',
  ].map((who) => ({
    ...base,
    id: `owner.${who}`,
    jurisdiction,
    subjectId: 'owner',
    kind: 'reminder',
    obligationId: 'owner.duty',
    step: 'reminder',
    to: `a@${who}`,
    toName: who,
    channel: 'email',
    subject: '',
    textHash: '',
    toldDue: '2026-09-01',
    late: false,
    status: 'sent',
    attempts: [],
    createdAt: NOW,
  }));
}

/** A department above the parent, with the name in the register. */
export const departmentAbove = (jurisdiction: string): SubjectRecord[] => [
  subjectOf(jurisdiction, 'parent', { parentId: 'department' }),
  subjectOf(jurisdiction, 'department', { name: '建设局', contacts: contacts('department', 'both') }),
];
