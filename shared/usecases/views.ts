import { isPerson, signature, type Actor } from '../domain/actor.ts';
import { standsBelow, unitsOf, type Principal } from '../domain/principal.ts';
import { formatInstant, type Instant } from '../domain/time/instant.ts';
import { bureauPeriod, ownPeriod, periodOf, type Period } from '../domain/escalations/ladder.ts';
import { isPassed } from '../domain/notices/state.ts';
import { latenessOf, statusOf } from '../domain/duties/state.ts';
import { choicesOf, lastStep, nextStep } from '../domain/duties/schedule.ts';
import { documentTitles, type Jurisdiction } from '../rules/catalogue.ts';
import { figureOf, readingOf, type Choices, type Rule } from '../rules/rule.ts';
import type { NoticeRecord } from '../records/notice.ts';
import type { SettingsRecord } from '../records/settings.ts';
import type { OverrideRecord } from '../records/override.ts';
import { papersView } from './settings/papers.ts';
import type { ObligationRecord } from '../records/obligation.ts';
import type { SubjectRecord } from '../records/subject.ts';

/** The records as the API shows them. Days are days, instants ISO 8601 in +08:00. */

export function subjectView(subject: SubjectRecord, principal: Principal) {
  return {
    id: subject.id,
    jurisdiction: subject.jurisdiction,
    kind: subject.kind,
    name: subject.name,
    code: subject.code,
    parentId: subject.parentId,
    nature: subject.nature,
    parties: partiesFor(subject, principal),
    traits: subject.traits,
    facts: subject.facts,
    contacts: subject.contacts,
    retiredOn: subject.retiredOn,
    successorId: subject.successorId,
    createdAt: formatInstant(subject.createdAt),
    version: subject.version,
  };
}

/** A unit that is one of several parties sees only itself, because it has nothing to do with the others. */
const partiesFor = (subject: SubjectRecord, principal: Principal): SubjectRecord['parties'] =>
  principal.role !== 'unit' || standsBelow(principal, subject)
    ? subject.parties
    : subject.parties?.filter(
        ({ subjectId }) => subjectId !== undefined && unitsOf(principal).includes(subjectId),
      );

/** Contacts that wait for an officer’s decision, for whoever may see names. */
export function contactProposalView({ contactProposal: given }: SubjectRecord) {
  return given && { ...given, by: signature(given.by), at: formatInstant(given.at) };
}

export function obligationView(obligation: ObligationRecord, now: Instant) {
  const next = nextStep(obligation, now);
  const last = lastStep(obligation, now);
  const byHour = obligation.dueAt !== undefined;
  return {
    id: obligation.id,
    ruleId: obligation.ruleId,
    ruleVersion: obligation.ruleVersion,
    subjectId: obligation.subjectId,
    period: obligation.period,
    title: obligation.title,
    arisesOn: obligation.arisesOn,
    ...(obligation.dueAt === undefined
      ? { dueOn: obligation.dueOn }
      : { dueAt: formatInstant(obligation.dueAt) }),
    actBy: obligation.actBy,
    overdueFrom: byHour
      ? formatInstant(obligation.overdueFrom)
      : formatInstant(obligation.overdueFrom).slice(0, 10),
    extendedTo: obligation.extendedTo,
    provisional: obligation.provisional,
    pursuit: obligation.pursuit,
    status: statusOf(obligation, now),
    lateness: latenessOf(obligation, now),
    report: obligation.report?.state,
    reportedOn: obligation.report?.on,
    returnReason: obligation.report?.state === 'returned' ? obligation.report.reason : undefined,
    fulfilledOn:
      obligation.closed && obligation.closed.how.startsWith('fulfilled') ? obligation.closed.on : undefined,
    step: last === undefined ? null : last.kind,
    nextActionAt: next === undefined ? null : formatInstant(next.at),
    version: obligation.version,
  };
}

/** Who did it, `role:person`; only the role for callers who may not see names. */
const byOf = (by: Actor, withNames: boolean): string => (withNames ? signature(by) : by.role);

/** The whole report of the unit, for whoever has to judge it. */
export function reportView({ report }: ObligationRecord, withNames: boolean) {
  if (!report) return undefined;
  const { state, on, document, note, by, at, reason, receipt } = report;
  return {
    status: state,
    on,
    document,
    note,
    files: [],
    by: byOf(by, withNames),
    at: formatInstant(at),
    reason,
    receipt,
  };
}

/** The extension that a unit asks for, until the leader decides. */
export function extensionRequestView({ extensionRequest: asked }: ObligationRecord, withNames: boolean) {
  return asked && { ...asked, by: byOf(asked.by, withNames), at: formatInstant(asked.at) };
}

export function historyView(obligation: ObligationRecord, withNames: boolean) {
  return obligation.history.map((entry) => ({
    at: formatInstant(entry.at),
    by: byOf(entry.by, withNames),
    ...(withNames && isPerson(entry.by) ? { decidedFor: entry.by.deputyFor } : {}),
    what: entry.what,
    text: entry.text,
  }));
}

export function noticeView(notice: NoticeRecord) {
  return {
    id: notice.id,
    kind: notice.kind,
    subjectId: notice.subjectId,
    obligationId: notice.obligationId,
    escalationId: notice.escalationId,
    step: notice.step,
    to: notice.to,
    channel: notice.channel,
    subject: notice.subject,
    late: notice.late,
    status: notice.status,
    ...(isPassed(notice) ? { passed: true } : {}),
    attempts: notice.attempts.map((attempt) => ({ ...attempt, at: formatInstant(attempt.at) })),
    ...(notice.notBefore === undefined || !waits(notice.status)
      ? {}
      : { nextTryAt: formatInstant(notice.notBefore) }),
    createdAt: formatInstant(notice.createdAt),
    version: notice.version,
  };
}

const waits = (status: NoticeRecord['status']): boolean => status === 'queued' || status === 'unknown';

export function jurisdictionView(jurisdiction: Jurisdiction) {
  const { id, name, bureau, division, superior, offices } = jurisdiction;
  return {
    id,
    name,
    bureau,
    division,
    superior,
    offices: offices ?? [],
    regulated: jurisdiction.document !== undefined,
  };
}

/** A rule with its statutory figures of a day, and separately what the bureau may set and has set. */
export function ruleView(rule: Rule, settings: SettingsRecord, on: string, override?: OverrideRecord) {
  const choices = choicesOf(settings);
  return {
    id: rule.ruleId,
    regime: rule.regime,
    regimeTitle: rule.regimeTitle,
    office: rule.office,
    kind: rule.kind,
    title: rule.title,
    citation: { document: rule.document, section: rule.cite, title: documentTitles[rule.document] },
    basis: rule.basis ?? rule.regimeBasis,
    covers: rule.covers,
    figures: valuesOf(rule, rule.figures, choices, on),
    discretionary: { ...valuesOf(rule, rule.discretionary, choices, on), ...periodsIn(rule, settings) },
    sources: Object.fromEntries(
      Object.entries(rule.figures ?? {}).map(([name, figure]) => [
        name,
        { unit: figure.unit, values: figure.values },
      ]),
    ),
    defaults: rule.discretionary ?? {},
    readings: readingsOf(rule, choices),
    notes: rule.notes ?? [],
    effectiveFrom: rule.from,
    effectiveTo: rule.to ?? null,
    override: override && overrideView(override),
    deadline: rule.deadline,
    quota: rule.quota,
    procedure: rule.procedure,
    escalation: rule.escalation,
  };
}

/** A period that the bureau has set for every rule replaces the rulebook’s, which stays among the defaults. */
const periodsIn = (rule: Rule, settings: SettingsRecord): Partial<Record<Period, number>> => ({
  ...(rule.discretionary?.['rectificationDays']
    ? { rectificationDays: periodOf(settings, rule, 'rectificationDays') }
    : {}),
  ...(rule.discretionary?.['defenceWorkingDays']
    ? { defenceWorkingDays: periodOf(settings, rule, 'defenceWorkingDays') }
    : {}),
});

/** A superior’s figures beside the rule’s own, which stay visible. */
function overrideView(override: OverrideRecord) {
  const { figures, issuedBy, documentNumber, from, to, enteredBy, version } = override;
  return {
    figures,
    issuedBy,
    documentNumber,
    from,
    to,
    enteredBy: signature(enteredBy),
    enteredAt: formatInstant(override.enteredAt),
    version,
  };
}

function valuesOf(rule: Rule, names: object | undefined, choices: Choices, on: string) {
  return Object.fromEntries(
    Object.keys(names ?? {}).map((name) => [name, figureOf(rule, name, choices, on)]),
  );
}

function readingsOf(rule: Rule, choices: Choices) {
  if (!rule.readings) return undefined;
  return Object.fromEntries(
    Object.entries(rule.readings).map(([name, reading]) => [
      name,
      { ...reading, chosen: readingOf(rule, name, choices) },
    ]),
  );
}

export function settingsView(jurisdiction: Jurisdiction, settings: SettingsRecord) {
  const { trackFrom, sendHour, quietHours, reminderLeads } = settings;
  const {
    channels,
    alerts,
    figures,
    readings,
    version,
    checksPerWorkingDay = 1,
    enterpriseYearlyCap,
  } = settings;
  return {
    trackFrom,
    sendHour,
    quietHours,
    rectificationDays: bureauPeriod(settings, 'rectificationDays'),
    defenceWorkingDays: bureauPeriod(settings, 'defenceWorkingDays'),
    own: {
      rectificationDays: ownPeriod(settings, 'rectificationDays'),
      defenceWorkingDays: ownPeriod(settings, 'defenceWorkingDays'),
    },
    checksPerWorkingDay,
    ...(enterpriseYearlyCap === undefined ? {} : { enterpriseYearlyCap }),
    reminderLeads,
    channels,
    alerts,
    secondFactor: settings.secondFactor ?? [],
    figures,
    readings,
    papers: papersView(jurisdiction, settings),
    version,
  };
}
