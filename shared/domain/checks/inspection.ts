import { figureOf, type Choices, type Rule } from '../../rules/rule.ts';
import type { SubjectKind } from '../../rules/schema.ts';
import { formatDay, parseDay, type Day } from '../time/day.ts';

/** What section 3 asks of the record of a check: who made it, with which certificates, and who signed. */

export interface Flaw {
  readonly path: string;
  readonly message: string;
}

export interface CheckedTarget {
  readonly id: string;
  readonly name: string;
  readonly kind: SubjectKind;
  readonly traits: readonly string[];
  readonly retiredOn?: string | undefined;
}

export interface Checked {
  readonly on: Day;
  readonly mode: string;
  readonly targets: readonly string[];
  readonly officers: readonly {
    readonly name: string;
    readonly certificate?: string | undefined;
    readonly recuse?: readonly string[] | undefined;
  }[];
  readonly checklist: readonly { readonly subjectId?: string | undefined }[];
  readonly findings: readonly {
    readonly subjectId: string;
    readonly text: string;
    readonly rectifyBy?: string | undefined;
  }[];
  readonly signatures: readonly { readonly subjectId: string }[];
}

export interface Certified {
  readonly name: string;
  readonly certificate?: { readonly number: string; readonly validUntil: string } | undefined;
}

/** The procedures of a regime that bind a check in such a mode: that of the mode first, then the regime’s own. */
export function proceduresFor(rules: readonly Rule[], regime: string, mode: string): Rule[] {
  const own = mode === 'file' ? 'file-check-procedure' : 'site-recheck-procedure';
  const named = (id: string): Rule | undefined =>
    rules.find((rule) => rule.procedure !== undefined && rule.ruleId === `${regime}/${id}`);
  return [named(own), named('inspection-record')].flatMap((rule) => (rule ? [rule] : []));
}

const clauseOf = (rule: Rule): string => `${rule.document} ${rule.cite}`;

/** A trait of units whose checks the source asks a signed form of its own for. */
const CATALOGUE = 'professional-archives';

/** Everything that the record lacks, each with its field and the clause that asks for it; empty where nothing. */
export function inspectionFlaws(
  checked: Checked,
  subjects: ReadonlyMap<string, CheckedTarget>,
  kinds: ReadonlySet<SubjectKind>,
  procedures: readonly Rule[],
  staff: readonly Certified[],
  choices: Choices,
): Flaw[] {
  return [
    ...targetFlaws(checked, subjects, kinds),
    ...officerFlaws(checked, procedures, staff, choices),
    ...strayFlaws(checked),
    ...signatureFlaws(checked, subjects, procedures),
    ...findingFlaws(checked),
  ];
}

function targetFlaws(
  { targets, on }: Checked,
  subjects: ReadonlyMap<string, CheckedTarget>,
  kinds: ReadonlySet<SubjectKind>,
): Flaw[] {
  return targets.flatMap((id, index): Flaw[] => {
    const path = `targets.${index}`;
    const subject = subjects.get(id);
    if (!subject) return [{ path, message: `no subject ${id} in the register` }];
    if (targets.indexOf(id) !== index) return [{ path, message: `${subject.name} stands here twice` }];
    const retiredOn = subject.retiredOn === undefined ? undefined : parseDay(subject.retiredOn);
    if (retiredOn !== undefined && on >= retiredOn)
      return [{ path, message: `${subject.name} was taken off the register on ${formatDay(retiredOn)}` }];
    return kinds.has(subject.kind)
      ? []
      : [
          {
            path,
            message: `${subject.name} is a ${subject.kind}: outside the regime, which checks ${[...kinds].join(', ')}`,
          },
        ];
  });
}

function officerFlaws(
  { officers, targets, on }: Checked,
  procedures: readonly Rule[],
  staff: readonly Certified[],
  choices: Choices,
): Flaw[] {
  const asking = procedures.find(({ procedure }) => procedure?.officersMin !== undefined);
  const least = asking ? figureOf(asking, asking.procedure?.officersMin ?? '', choices, formatDay(on)) : 1;
  const names = new Set(officers.map(({ name }) => name));
  const few =
    asking && typeof least === 'number' && names.size < least
      ? [
          {
            path: 'officers',
            message: `${clauseOf(asking)}: at least ${least} officers make the check; ${names.size} named`,
          },
        ]
      : [];
  const certifying = procedures.find(({ procedure }) => procedure?.certificates !== undefined);
  const each = officers.flatMap((officer, index): Flaw[] => {
    const path = `officers.${index}`;
    const twice = officers.findIndex(({ name }) => name === officer.name) !== index;
    const recused = (officer.recuse ?? []).filter((id) => targets.includes(id));
    return [
      ...(twice ? [{ path, message: `${officer.name} stands here twice` }] : []),
      ...recused.map((id) => ({
        path: `${path}.recuse`,
        message: `${officer.name} keeps away from ${id}: somebody else makes this check`,
      })),
      ...certificateFlaws(officer, `${path}.certificate`, certifying, staff, on),
    ];
  });
  return [...few, ...each];
}

function certificateFlaws(
  officer: Checked['officers'][number],
  path: string,
  rule: Rule | undefined,
  staff: readonly Certified[],
  on: Day,
): Flaw[] {
  const kind = rule?.procedure?.certificates ?? 'none';
  const shown = officer.certificate ?? '';
  if (shown === '') {
    if (!rule || kind === 'none') return [];
    const what = kind === 'work-id' ? 'work ID (工作证件)' : 'enforcement certificate';
    return [{ path, message: `${clauseOf(rule)}: ${officer.name} shows a valid ${what}; enter its number` }];
  }
  // What is shown is held against the list also where the source asks for none.
  const member = staff.find(({ name }) => name === officer.name);
  if (!member) return [];
  const held = member.certificate;
  if (!held)
    return kind === 'none'
      ? []
      : [{ path, message: `the staff list holds no certificate of ${officer.name}; enter it there first` }];
  if (held.number !== officer.certificate)
    return [{ path, message: `the staff list says that ${officer.name} holds ${held.number}` }];
  const until = parseDay(held.validUntil);
  return until !== undefined && until < on
    ? [
        {
          path,
          message: `${officer.name}’s certificate ran out on ${held.validUntil}: not valid on ${formatDay(on)}`,
        },
      ]
    : [];
}

/** What is said of somebody who was not checked. */
function strayFlaws({ targets, checklist, findings, signatures }: Checked): Flaw[] {
  const known = new Set(targets);
  const stray = (name: string, entries: readonly { readonly subjectId?: string | undefined }[]): Flaw[] =>
    entries.flatMap(({ subjectId }, index) =>
      subjectId === undefined || known.has(subjectId)
        ? []
        : [{ path: `${name}.${index}.subjectId`, message: `${subjectId} is not among the targets` }],
    );
  return [
    ...stray('checklist', checklist),
    ...stray('findings', findings),
    ...stray('signatures', signatures),
  ];
}

function signatureFlaws(
  { mode, targets, signatures }: Checked,
  subjects: ReadonlyMap<string, CheckedTarget>,
  procedures: readonly Rule[],
): Flaw[] {
  const rule = procedures.find(({ procedure }) => procedure?.signatures !== undefined);
  // Checks in writing and reviews of files have no signature of the unit.
  if (rule?.procedure?.signatures !== 'unit-head' || mode === 'written' || mode === 'file') return [];
  const signed = new Set(signatures.map(({ subjectId }) => subjectId));
  const form = rule.procedure.forms?.[0] ?? '检查记录';
  const own = rule.regime === 'archives-security';
  return targets.flatMap((id): Flaw[] => {
    const subject = subjects.get(id);
    if (!subject || signed.has(id) || (own && !subject.traits.includes(CATALOGUE))) return [];
    return [
      {
        path: 'signatures',
        message: `${clauseOf(rule)}: the person in charge of ${subject.name} signs the ${form}; enter who signed, or that it was refused`,
      },
    ];
  });
}

function findingFlaws({ findings, on }: Checked): Flaw[] {
  return findings.flatMap(({ subjectId, text, rectifyBy }, index): Flaw[] => {
    const until = rectifyBy === undefined ? undefined : parseDay(rectifyBy);
    const first = findings.findIndex((other) => other.subjectId === subjectId && other.text === text);
    return [
      ...(until !== undefined && until < on
        ? [{ path: `findings.${index}.rectifyBy`, message: `before the check of ${formatDay(on)}` }]
        : []),
      ...(first === index
        ? []
        : [
            {
              path: `findings.${index}.text`,
              message: `the same words as in findings.${first}: enter a problem once, or say what differs`,
            },
          ]),
    ];
  });
}
