import type { Body, Inspection, Rule, StaffMember } from '../../api/contract.ts';
import {
  particularAt,
  particularNames,
  particularsEmptied,
  particularsFrom,
  particularsOf,
  type ParticularFields,
} from './particulars.ts';

/** The form of a check, and the body sent for it. The record is Chinese in either language of the console. */

export type CheckBody = Body<'POST /v1/jurisdictions/{j}/inspections'>;
type CheckFinding = NonNullable<CheckBody['findings']>[number];
type Correction = Body<'POST /v1/jurisdictions/{j}/inspections/{id}/correction'>;

export const results = { ok: '符合要求', bad: '不符合要求', na: '不涉及' } as const;
export type Result = keyof typeof results;
const resultNames = ['ok', 'bad', 'na'] as const satisfies readonly Result[];

export interface ItemFields {
  readonly result?: Result;
  readonly note?: string;
}

interface SignatureFields {
  readonly how?: 'signed' | 'refused';
  readonly by?: string;
  readonly note?: string;
}

export interface CheckFields extends ParticularFields {
  readonly regime?: string;
  readonly ruleId?: string;
  readonly countsTowards?: readonly string[];
  /** `2026-07-02T09:30`, Asia/Shanghai. */
  readonly at?: string;
  readonly mode: CheckBody['mode'];
  readonly cause: CheckBody['cause'];
  readonly targets: readonly string[];
  readonly officers: readonly {
    readonly name?: string;
    readonly certificate?: string;
    readonly recuse?: readonly string[];
  }[];
  /** By subject, then by the name of the item. */
  readonly checks?: Readonly<Record<string, Readonly<Record<string, ItemFields | undefined>> | undefined>>;
  readonly findings?: readonly {
    readonly subjectId?: string;
    readonly text?: string;
    readonly severity?: CheckFinding['severity'];
    readonly handling?: string;
    readonly rectifyBy?: string;
  }[];
  readonly signed?: Readonly<Record<string, SignatureFields | undefined>>;
  readonly reason?: string;
}

export interface CheckItem {
  readonly id: string;
  readonly text: string;
}

/** The rule with the procedure for a check of the regime: that of the mode first, as on the server. */
export function procedureOf(rules: Iterable<Rule>, regime: string, mode: string): Rule | undefined {
  const own = mode === 'file' ? 'file-check-procedure' : 'site-recheck-procedure';
  const all = [...rules];
  const named = (id: string): Rule | undefined =>
    all.find((rule) => rule.id === `${regime}/${id}` && rule.procedure !== undefined);
  return named(own) ?? named('inspection-record');
}

/** The items that the regime’s checklist names. */
export function checklistOf(rules: Iterable<Rule>, regime: string, mode: string): readonly CheckItem[] {
  const all = [...rules];
  return (
    procedureOf(all, regime, mode)?.procedure?.checklist ??
    all.find((rule) => rule.id === `${regime}/inspection-record`)?.procedure?.checklist ??
    []
  );
}

const trimmed = (text: string | undefined): string => (text ?? '').trim();

/** Entries of a record’s checklist that the form cannot show. They stay unchanged. */
export type Kept = NonNullable<CheckBody['checklist']>;

export function bodyOf(fields: CheckFields, items: readonly CheckItem[], kept: Kept = []): CheckBody {
  const { regime = '', ruleId, countsTowards = [], at = '', mode, cause, targets, officers } = fields;
  return {
    regime,
    ...(ruleId === undefined ? {} : { ruleId }),
    at: `${at.slice(0, 16)}:00+08:00`,
    mode,
    cause,
    ...(countsTowards.length === 0 ? {} : { countsTowards: [...countsTowards] }),
    targets: [...targets],
    officers: officers.map(({ name, certificate, recuse = [] }) => ({
      name: trimmed(name),
      ...(trimmed(certificate) === '' ? {} : { certificate: trimmed(certificate) }),
      ...(recuse.length === 0 ? {} : { recuse: [...recuse] }),
    })),
    checklist: [...checklistFrom(fields, items), ...kept],
    findings: (fields.findings ?? []).map(({ subjectId, text, severity, handling, rectifyBy }) => ({
      subjectId: subjectId ?? targets[0] ?? '',
      text: trimmed(text),
      severity: severity ?? 'minor',
      handling: trimmed(handling),
      ...(trimmed(rectifyBy) === '' ? {} : { rectifyBy: trimmed(rectifyBy) }),
    })),
    signatures: targets.flatMap((subjectId): NonNullable<CheckBody['signatures']> => {
      const { how, by, note } = fields.signed?.[subjectId] ?? {};
      if (how === 'refused') return [{ subjectId, refused: true, note: trimmed(note) }];
      return how === 'signed' ? [{ subjectId, by: trimmed(by) }] : [];
    }),
    ...particularsFrom(fields, targets),
  };
}

function checklistFrom({ targets, checks = {} }: CheckFields, items: readonly CheckItem[]) {
  return targets.flatMap((subjectId) =>
    items.flatMap(({ id, text }) => {
      const { result, note } = checks[subjectId]?.[id] ?? {};
      if (result === undefined && trimmed(note) === '') return [];
      const said = [result === undefined ? '' : results[result], trimmed(note)].filter((part) => part !== '');
      return [{ item: text, result: said.join('：'), subjectId }];
    }),
  );
}

function itemFrom(result: string): ItemFields {
  const known = resultNames.find(
    (name) => result === results[name] || result.startsWith(`${results[name]}：`),
  );
  if (known === undefined) return { note: result };
  const note = result.slice(results[known].length + 1);
  return { result: known, ...(note === '' ? {} : { note }) };
}

/** A record as the form shows it, and separately what the form cannot show. */
export function fieldsOf(
  record: Inspection,
  items: readonly CheckItem[],
): { fields: CheckFields; kept: Kept } {
  const checks: Record<string, Record<string, ItemFields>> = {};
  const kept: Kept = [];
  for (const entry of record.checklist) {
    const item = items.find(({ id, text }) => text === entry.item || id === entry.item);
    const subjectId = entry.subjectId ?? (record.targets.length === 1 ? record.targets[0] : undefined);
    const known = item && subjectId !== undefined && checks[subjectId]?.[item.id] !== undefined;
    if (item && subjectId !== undefined && !known)
      checks[subjectId] = { ...checks[subjectId], [item.id]: itemFrom(entry.result) };
    else kept.push(entry);
  }
  const fields: CheckFields = {
    regime: record.regime,
    ...(record.ruleId === undefined ? {} : { ruleId: record.ruleId }),
    countsTowards: record.countsTowards ?? [],
    at: record.at.slice(0, 16),
    mode: record.mode,
    cause: record.cause,
    targets: record.targets,
    officers: record.officers.map(({ name, certificate, recuse }) => ({
      name,
      ...(certificate === undefined ? {} : { certificate }),
      ...(recuse === undefined ? {} : { recuse: [...recuse] }),
    })),
    checks,
    findings: record.findings.map(({ subjectId, text, severity, handling, rectifyBy }) => ({
      subjectId,
      text,
      severity,
      handling,
      ...(rectifyBy === undefined ? {} : { rectifyBy }),
    })),
    signed: Object.fromEntries(
      record.signatures.map(({ subjectId, by, note }) => [
        subjectId,
        by === undefined ? { how: 'refused' as const, note: note ?? '' } : { how: 'signed' as const, by },
      ]),
    ),
    ...particularsOf(record),
  };
  return { fields, kept };
}

const correctable = [
  'regime',
  'ruleId',
  'at',
  'mode',
  'cause',
  'countsTowards',
  'targets',
  'officers',
  'checklist',
  'findings',
  'signatures',
  ...particularNames,
] as const satisfies readonly (keyof CheckBody)[];

/** Sent for fields that were emptied. */
const emptied: Partial<Correction> = { ruleId: null, countsTowards: [], ...particularsEmptied };

/** The differences between two bodies; empty when there are none. */
export function changesOf(before: CheckBody, after: CheckBody): Partial<Correction> {
  const changed = correctable.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  return Object.fromEntries(changed.map((name) => [name, after[name] ?? emptied[name]]));
}

/** The place of the server’s error in the form; undefined when it does not concern a single field. */
export function fieldAt(
  { path, params }: { readonly path: string; readonly params: Readonly<Record<string, unknown>> },
  nameOf: (subjectId: string) => string,
  { targets, ...body }: CheckBody,
): readonly (string | number)[] | undefined {
  const [first = '', ...rest] = path.split('.');
  const parts = rest.map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  if (['at', 'regime', 'ruleId', 'mode', 'cause', 'reason'].includes(first)) return [first];
  if (first === 'targets' || first === 'countsTowards') return [first];
  if (first === 'findings' && parts.length > 1) return [first, ...parts];
  if (first === 'officers' && parts.length > 0) return [first, parts[0] ?? 0, parts[1] ?? 'name'];
  if (first !== 'signatures') return particularAt(path, body);
  const index = typeof parts[0] === 'number' ? parts[0] : undefined;
  const unsigned = targets.find((id) => params['name'] === nameOf(id)) ?? targets[index ?? -1];
  return unsigned === undefined ? undefined : ['signed', unsigned, 'how'];
}

/** The certificate number that is filled in automatically. */
export const certificateOf = (staff: readonly StaffMember[], name: string): string | undefined =>
  staff.find((member) => member.name === name)?.certificate?.number;
