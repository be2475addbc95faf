import { eventBody, isAcceptance } from '../../domain/cases/event.ts';
import { officeOf } from '../../domain/principal.ts';
import {
  acceptanceFileOf,
  acceptanceRulesOf,
  type AcceptanceEntry,
  type AcceptanceFile,
  type AcceptanceRules,
} from '../../domain/cases/acceptance.ts';
import { caseFileOf, type CaseEntry, type CaseFile } from '../../domain/cases/file.ts';
import { caseRulesOf, type CaseRules } from '../../domain/cases/rules.ts';
import { caseOrganOf, hasOffice, mayPunish } from '../../domain/cases/standing.ts';
import { raise, type Raised } from '../../problems/raise.ts';
import { formatDay } from '../../domain/time/day.ts';
import { dayOf } from '../../domain/time/instant.ts';
import { choicesOf } from '../../domain/duties/schedule.ts';
import { numberFigure } from '../../rules/rule.ts';
import type { OfficeName } from '../../rules/schema.ts';
import type { Context } from '../context.ts';
import { caseEntries } from '../register/case-entries.ts';
import type { SubjectRecord } from '../../records/subject.ts';

/** A case or an acceptance as its events have made it, with the rules that it goes by. */
export interface CaseAt {
  readonly kind: 'case';
  readonly office: OfficeName;
  readonly rules: CaseRules;
  readonly entries: readonly CaseEntry[];
  readonly file: CaseFile;
}

export interface AcceptanceAt {
  readonly kind: 'acceptance';
  readonly rules: AcceptanceRules;
  readonly passMark: number;
  readonly entries: readonly AcceptanceEntry[];
  readonly file: AcceptanceFile;
}

export type StageAt = CaseAt | AcceptanceAt;

/**
 * Undefined for subjects without stages, for an office that may not punish, and where the rulebook has no such
 * regime. A case goes to its end by the
 * rules of the day of its first event, an acceptance by those of its application; before that, by today’s.
 */
export function stageOf(context: Context, subject: SubjectRecord, today: string): StageAt | undefined {
  if (subject.kind === 'case') {
    const office = officeOf(subject.kind, subject.facts) ?? 'archives';
    if (!hasOffice(context.jurisdiction, office) || !mayPunish(caseOrganOf(context, office)))
      return undefined;
    const entries = caseEntries(subject);
    const [first] = entries;
    const rules = caseRulesOf(
      context.rulebook,
      office,
      first ? formatDay(dayOf(first.at)) : today,
      context.jurisdiction.division,
    );
    if (!rules) return undefined;
    return { kind: 'case', office, rules, entries, file: caseFileOf(entries) };
  }
  if (subject.kind !== 'project') return undefined;
  const entries = acceptanceEntries(subject);
  const applied = entries.flatMap(({ body }) => (body.event === 'application' ? [body.on] : [])).at(-1);
  const rules = acceptanceRulesOf(context.rulebook, applied ?? today);
  if (!rules) return undefined;
  const passMark = numberFigure(rules.grades, 'pass', choicesOf(context.settings), rules.on);
  return { kind: 'acceptance', rules, passMark, entries, file: acceptanceFileOf(entries, passMark) };
}

/** Why a case of the bureau has no stages. */
export function noCase(context: Context, { kind, facts }: SubjectRecord): Raised {
  const organ = caseOrganOf(context, officeOf(kind, facts) ?? 'archives');
  return mayPunish(organ) ? raise('case.no-rule') : raise('case.no-standing', { organ });
}

function acceptanceEntries({ stage }: SubjectRecord): AcceptanceEntry[] {
  return (stage?.entries ?? []).map(({ at, by, body }) => {
    const parsed = eventBody.parse(body);
    if (!isAcceptance(parsed)) throw new Error(`${parsed.event} is no event of an acceptance`);
    return { at, by, body: parsed };
  });
}
