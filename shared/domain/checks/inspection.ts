import { cited, figureOf, type Choices, type Rule } from '../../rules/rule.ts';
import type { SubjectKind } from '../../rules/schema.ts';
import { formatDay, parseDay, type Day } from '../time/day.ts';
import { fieldError, type FieldError } from '../../outcome.ts';

/** What section 3 requires of the record of a check: who made it, with which certificates, and who signed. */

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

/** The procedures of a regime that apply to a check in this mode: first the mode’s own, then the regime’s. */
export function proceduresFor(rules: readonly Rule[], regime: string, mode: string): Rule[] {
  const own = mode === 'file' ? 'file-check-procedure' : 'site-recheck-procedure';
  const named = (id: string): Rule | undefined =>
    rules.find((rule) => rule.procedure !== undefined && rule.ruleId === `${regime}/${id}`);
  return [named(own), named('inspection-record')].flatMap((rule) => (rule ? [rule] : []));
}

/** A trait of units. For their checks the source asks for a separate signed form. */
export const CATALOGUE = 'professional-archives';

/**
 * Everything missing from the record, each with its field and the clause that asks for it. Empty when nothing
 * is missing.
 */
export function inspectionFlaws(
  checked: Checked,
  subjects: ReadonlyMap<string, CheckedTarget>,
  kinds: ReadonlySet<SubjectKind>,
  procedures: readonly Rule[],
  staff: readonly Certified[],
  choices: Choices,
): FieldError[] {
  return [
    ...targetFlaws(checked, subjects, kinds),
    ...officerFlaws(checked, procedures, staff, choices),
    ...strayFlaws(checked),
    ...signatureFlaws(checked, subjects, procedures),
    ...findingFlaws(checked),
  ];
}

/** What is wrong with those that are checked: nobody of the register, twice, gone, or none of the regime’s. */
export function targetFlaws(
  { targets, on }: Pick<Checked, 'targets' | 'on'>,
  subjects: ReadonlyMap<string, CheckedTarget>,
  kinds: ReadonlySet<SubjectKind>,
): FieldError[] {
  return targets.flatMap((id, index): FieldError[] => {
    const path = `targets.${index}`;
    const subject = subjects.get(id);
    if (!subject) return [fieldError(path, 'check.no-subject', { id })];
    const { name, kind } = subject;
    if (targets.indexOf(id) !== index) return [fieldError(path, 'check.twice', { name })];
    const retiredOn = subject.retiredOn === undefined ? undefined : parseDay(subject.retiredOn);
    if (retiredOn !== undefined && on >= retiredOn)
      return [fieldError(path, 'check.retired', { name, on: formatDay(retiredOn) })];
    return kinds.has(kind)
      ? []
      : [fieldError(path, 'check.outside-regime', { name, kind, kinds: [...kinds] })];
  });
}

function officerFlaws(
  { officers, targets, on }: Checked,
  procedures: readonly Rule[],
  staff: readonly Certified[],
  choices: Choices,
): FieldError[] {
  const asking = procedures.find(({ procedure }) => procedure?.officersMin !== undefined);
  const least = asking ? figureOf(asking, asking.procedure?.officersMin ?? '', choices, formatDay(on)) : 1;
  const names = new Set(officers.map(({ name }) => name));
  const few =
    asking && typeof least === 'number' && names.size < least
      ? [fieldError('officers', 'check.few-officers', { ...cited(asking), least, named: names.size })]
      : [];
  const certifying = procedures.find(({ procedure }) => procedure?.certificates !== undefined);
  const each = officers.flatMap((officer, index): FieldError[] => {
    const path = `officers.${index}`;
    const twice = officers.findIndex(({ name }) => name === officer.name) !== index;
    const recused = (officer.recuse ?? []).filter((id) => targets.includes(id));
    return [
      ...(twice ? [fieldError(path, 'check.twice', { name: officer.name })] : []),
      ...recused.map((subject) =>
        fieldError(`${path}.recuse`, 'check.recused', { name: officer.name, subject }),
      ),
      ...certificateFlaws(officer, `${path}.certificate`, certifying, staff, on),
    ];
  });
  return [...few, ...each];
}

function certificateFlaws(
  { name, certificate: shown = '' }: Checked['officers'][number],
  path: string,
  rule: Rule | undefined,
  staff: readonly Certified[],
  on: Day,
): FieldError[] {
  const kind = rule?.procedure?.certificates ?? 'none';
  if (shown === '') {
    if (!rule || kind === 'none') return [];
    const code = kind === 'work-id' ? 'check.no-work-id' : 'check.no-certificate';
    return [fieldError(path, code, { ...cited(rule), name })];
  }
  // A certificate that is given is compared with the list even if the source asks for none.
  const member = staff.find((one) => one.name === name);
  if (!member) return [];
  const held = member.certificate;
  if (!held) return kind === 'none' ? [] : [fieldError(path, 'check.not-on-list', { name })];
  if (held.number !== shown)
    return [fieldError(path, 'check.other-certificate', { name, number: held.number })];
  const until = parseDay(held.validUntil);
  return until !== undefined && until < on
    ? [fieldError(path, 'check.certificate-expired', { name, until: held.validUntil, on: formatDay(on) })]
    : [];
}

/** What the record says about somebody who was not checked. */
function strayFlaws({ targets, checklist, findings, signatures }: Checked): FieldError[] {
  const known = new Set(targets);
  const stray = (
    name: string,
    entries: readonly { readonly subjectId?: string | undefined }[],
  ): FieldError[] =>
    entries.flatMap(({ subjectId }, index) =>
      subjectId === undefined || known.has(subjectId)
        ? []
        : [fieldError(`${name}.${index}.subjectId`, 'check.no-target', { id: subjectId })],
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
): FieldError[] {
  const rule = procedures.find(({ procedure }) => procedure?.signatures !== undefined);
  // Checks in writing and reviews of files have no signature of the unit.
  if (rule?.procedure?.signatures !== 'unit-head' || mode === 'written' || mode === 'file') return [];
  const signed = new Set(signatures.map(({ subjectId }) => subjectId));
  const form = (rule.procedure.forms?.[0] ?? '检查记录').replace(/[《》]/gu, '');
  const own = rule.regime === 'archives-security';
  return targets.flatMap((id): FieldError[] => {
    const subject = subjects.get(id);
    if (!subject || signed.has(id) || (own && !subject.traits.includes(CATALOGUE))) return [];
    return [fieldError('signatures', 'check.unsigned', { ...cited(rule), name: subject.name, form })];
  });
}

function findingFlaws({ findings, on }: Checked): FieldError[] {
  return findings.flatMap(({ subjectId, text, rectifyBy }, index): FieldError[] => {
    const until = rectifyBy === undefined ? undefined : parseDay(rectifyBy);
    const first = findings.findIndex((other) => other.subjectId === subjectId && other.text === text);
    return [
      ...(until !== undefined && until < on
        ? [fieldError(`findings.${index}.rectifyBy`, 'finding.before-check', { on: formatDay(on) })]
        : []),
      ...(first === index ? [] : [fieldError(`findings.${index}.text`, 'finding.twice', { first })]),
    ];
  });
}
