import type { z } from 'zod';
import type { escalationBody } from '../../contract/escalations.ts';
import { ok, problem, problemAt, type Outcome } from '../../outcome.ts';
import { officeOf, seesOffice } from '../../domain/principal.ts';
import { measures } from '../../vocabulary/measures.ts';
import { isOut, isPending } from '../../domain/escalations/state.ts';
import { statusOf } from '../../domain/duties/state.ts';
import { isDeadline, type Rule } from '../../rules/rule.ts';
import type { EscalationStep, Role } from '../../rules/schema.ts';
import { dutyIdsOf, type EscalationRecord } from '../../records/escalation.ts';
import type { InspectionRecord } from '../../records/inspection.ts';
import type { ObligationRecord } from '../../records/obligation.ts';
import type { SubjectRecord } from '../../records/subject.ts';
import { obligationsOf } from '../register/obligations-of.ts';
import { todayOf, type Request } from '../request.ts';
import { escalationsOf } from './list.ts';

/** What an officer wants to draft, and on which check. */
interface Wanted {
  readonly subject: SubjectRecord;
  readonly body: Pick<z.infer<typeof escalationBody>, 'step' | 'ruleId' | 'takenOnTheSpot'>;
  readonly check: InspectionRecord | undefined;
}

/** What the register holds of a subject that a draft may follow from. */
interface Known {
  readonly duties: readonly ObligationRecord[];
  readonly drafted: readonly EscalationRecord[];
}

/** The rule that provides for a draft, who approves it, and the missed duty where the rule is that of a duty. */
export interface Provided {
  readonly rule: Rule;
  readonly approval: Role;
  readonly obligation: ObligationRecord | undefined;
}

/**
 * The rule under which a draft by hand stands: the named one, else the only one that fits. A check leaves the rules of
 * its own regime, a missed duty adds its own rule. Where several fit the officer chooses; nothing is chosen by rank.
 */
export async function providedFor(request: Request, wanted: Wanted): Promise<Outcome<Provided>> {
  const { step, ruleId } = wanted.body;
  const open = openRules(request, wanted);
  const named = ruleId === undefined ? open : open.filter((rule) => rule.ruleId === ruleId);
  const providing = named.filter((rule) => approvalIn(rule, step) !== undefined);
  if (providing.length === 0) return notProvided(request, wanted, open);
  const own = providing.filter(({ office }) => seesOffice(request.principal, office));
  if (own.length === 0) return problem('escalation.other-office');
  const missed = missedDuties(request, step, await knownOf(request, wanted.subject));
  const fitting = own.flatMap((rule) => fit(rule, step, missed));
  // What was done on the spot is recorded, whatever is overdue.
  const [only, ...others] =
    ruleId === undefined || fitting.length > 0 || !wanted.body.takenOnTheSpot
      ? withoutDoubles(fitting)
      : own.map((rule) => provided(rule, step, undefined));
  if (!only) {
    const [deadline] = own;
    return ruleId !== undefined && deadline
      ? problemAt('ruleId', 'escalation.nothing-overdue', { ruleId })
      : notProvided(request, wanted, open);
  }
  return others.length === 0 ? ok(only) : severalFit(step, [only, ...others]);
}

/** The rules that may apply at all: of the check's regime, else of the regimes that regulate such a subject. */
function openRules(request: Request, { subject, body, check }: Wanted): readonly Rule[] {
  const rules = request.context.rulebook.rulesOn(todayOf(request));
  const office = officeOf(subject.kind, subject.facts);
  const ofOffice = rules.filter(
    (rule) =>
      (office === undefined || rule.office === office) && (subject.kind === 'bureau' || !isOfTheBureau(rule)),
  );
  if (check) return ofOffice.filter(({ regime }) => regime === check.content.regime);
  if (body.ruleId !== undefined) return ofOffice;
  const kinds = kindsByRegime(rules);
  // A kind that no regime names may stand under any; a regime that names none is for every kind.
  const isNamed = [...kinds.values()].some((some) => some.has(subject.kind));
  return ofOffice.filter(({ regime }) => {
    const some = kinds.get(regime);
    return !isNamed || some === undefined || some.has(subject.kind);
  });
}

/** What tells of the bureau’s own year is drafted about nobody else. */
const isOfTheBureau = ({ escalation }: Rule): boolean =>
  escalation?.steps.every(({ step }) => measures[step].ofTheBureau === true) === true;

/** The kinds of subjects that the duties and quotas of a regime are about. */
function kindsByRegime(rules: readonly Rule[]): ReadonlyMap<string, ReadonlySet<string>> {
  const kinds = new Map<string, Set<string>>();
  for (const { regime, deadline, quota } of rules)
    for (const kind of [deadline?.owedBy.kind, quota?.population.kind])
      if (kind !== undefined) kinds.set(regime, (kinds.get(regime) ?? new Set()).add(kind));
  return kinds;
}

function fit(
  rule: Rule,
  step: EscalationStep,
  missed: ReadonlyMap<string, ObligationRecord>,
): readonly Provided[] {
  const obligation = missed.get(rule.ruleId);
  return isDeadline(rule) && !obligation ? [] : [provided(rule, step, obligation)];
}

const provided = (rule: Rule, step: EscalationStep, obligation: ObligationRecord | undefined): Provided => ({
  rule,
  approval: approvalIn(rule, step) ?? 'bureau-leader',
  obligation,
});

/** A ladder that only repeats the sanctions of a duty is no choice beside the duty that was missed. */
function withoutDoubles(fitting: readonly Provided[]): readonly Provided[] {
  const place = ({ rule }: Provided, cite: string): string => `${rule.regime} ${cite}`;
  const owed = new Set(
    fitting.flatMap((one) => (one.rule.deadline?.sanctions ?? []).map(({ cite }) => place(one, cite))),
  );
  return fitting.filter((one) => isDeadline(one.rule) || !owed.has(place(one, one.rule.cite)));
}

export async function knownOf({ deps }: Pick<Request, 'deps'>, subject: SubjectRecord): Promise<Known> {
  return {
    duties: [...(await obligationsOf(deps, subject)).values()],
    drafted: await escalationsOf(deps, subject.jurisdiction, subject.id),
  };
}

/** By rule, the duty that a document is about: the earliest missed one without such a document first. */
function missedDuties(
  { deps }: Pick<Request, 'deps'>,
  step: EscalationStep,
  { duties, drafted }: Known,
): ReadonlyMap<string, ObligationRecord> {
  const now = deps.clock.now();
  const missed = duties
    .filter((duty) => !duty.provisional && statusOf(duty, now) === 'overdue')
    .sort((a, b) => a.overdueFrom - b.overdueFrom);
  const begun = new Set(
    drafted
      .filter((other) => other.step === step && (isPending(other.status) || isOut(other.status)))
      .flatMap(dutyIdsOf),
  );
  const first = new Map<string, ObligationRecord>();
  for (const duty of [...missed.filter(({ id }) => !begun.has(id)), ...missed])
    if (!first.has(duty.ruleId)) first.set(duty.ruleId, duty);
  return first;
}

/** A ground on which an officer may draft: a rule, with the check or the missed duty that it is about. */
export interface Ground extends Provided {
  readonly check?: InspectionRecord | undefined;
}

/** Every ground for a step against a subject: each missed duty and each rule that fits, then each check by its regime’s rules. */
export function groundsFor(
  request: Request,
  subject: SubjectRecord,
  step: EscalationStep,
  { checks, ...known }: Known & { readonly checks: readonly InspectionRecord[] },
): readonly Ground[] {
  const missed = missedDuties(request, step, known);
  const providing = (check: InspectionRecord | undefined): readonly Rule[] =>
    openRules(request, { subject, body: { step }, check }).filter(
      (rule) => approvalIn(rule, step) !== undefined && seesOffice(request.principal, rule.office),
    );
  return [
    ...withoutDoubles(providing(undefined).flatMap((rule) => fit(rule, step, missed))),
    ...checks.flatMap((check) =>
      providing(check)
        .filter((rule) => !isDeadline(rule))
        .map((rule) => ({ ...provided(rule, step, undefined), check })),
    ),
  ];
}

/** Whether such a paper about the same has left already: what reminds once more says so. */
export const wentBefore = (
  { drafted }: Pick<Known, 'drafted'>,
  step: EscalationStep,
  obligationId: string | undefined,
): boolean =>
  drafted.some(
    (other) =>
      other.step === step &&
      isOut(other.status) &&
      (obligationId === undefined
        ? other.obligationId === undefined
        : dutyIdsOf(other).includes(obligationId)),
  );

/** Who approves the step under the rule; undefined where the rule does not provide for it. */
function approvalIn(rule: Pick<Rule, 'escalation' | 'deadline'>, step: EscalationStep): Role | undefined {
  const named = rule.escalation?.steps.filter((entry) => entry.step === step) ?? [];
  const sanction = rule.deadline?.sanctions?.find((entry) => entry.step === step);
  if (named.length === 0) return sanction?.approval;
  // Taken on the spot it waits for nobody; drafted, it waits for the leader.
  return named.find((entry) => entry.approval !== null)?.approval ?? 'bureau-leader';
}

/** Why no rule fits, with what the rules provide in place of it. */
function notProvided({ context }: Request, { body, check }: Wanted, open: readonly Rule[]) {
  const { step, ruleId } = body;
  const at = ruleId === undefined ? 'step' : 'ruleId';
  const named = ruleId === undefined ? undefined : context.rulebook.ruleOf(ruleId);
  if (check && named && named.regime !== check.content.regime) {
    const other = open[0]?.regimeTitle ?? check.content.regime;
    return problemAt('ruleId', 'escalation.other-regime', { ruleId: named.ruleId, regime: other });
  }
  const instead = [...new Set((named ? [named] : open).flatMap(stepsOf))];
  return instead.length === 0
    ? problemAt(at, 'escalation.nothing-provided', { step })
    : problemAt(at, 'escalation.step-not-provided', { step, instead });
}

const stepsOf = ({ escalation, deadline }: Rule): readonly EscalationStep[] =>
  [...(escalation?.steps ?? []), ...(deadline?.sanctions ?? [])].map(({ step }) => step);

const severalFit = (step: EscalationStep, choices: readonly Provided[]) =>
  problemAt('ruleId', 'escalation.choose-rule', {
    step,
    rules: choices.map(({ rule }) => rule.ruleId),
    titles: choices.map(({ rule }) => `${rule.regimeTitle}：${rule.title}`),
  });
