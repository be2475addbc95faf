import type { z } from 'zod';
import type { overrideBody } from '../../contract/bodies.ts';
import { fail, notFound, ok, problem, problemAt, type Failure, type Outcome } from '../../outcome.ts';
import { actorOf } from '../../domain/actor.ts';
import { seesOffice } from '../../domain/principal.ts';
import { addDays, day, formatDay } from '../../domain/time/day.ts';
import { dayOf } from '../../domain/time/instant.ts';
import type { Rule } from '../../rules/rule.ts';
import { overrideRecord, type OverrideRecord } from '../../records/override.ts';
import { staleVersion, type Request } from '../request.ts';

/** Indicators that a superior may set even where the source gives none (special checks). */
const INDICATORS = ['checks', 'targetsPerCheck', 'targets', 'minPercent', 'maxPercent', 'direct'];

/** The override in force on a day (`YYYY-MM-DD`). There is at most one. */
export function overrideOn(
  overrides: readonly OverrideRecord[],
  ruleId: string,
  on: string,
): OverrideRecord | undefined {
  return overrides.find((entry) => entry.ruleId === ruleId && entry.from <= on && on <= entry.to);
}

/**
 * An override is possible only for rules whose source says that the superior’s indicator prevails (HJ
 * 三(一)二(二), BX (六)二(二), (九)二(二)).
 */
function refusal(rule: Rule, figures: Readonly<Record<string, number>>): Failure | undefined {
  if (rule.quota?.superiorPrevails !== true)
    return problemAt('rule', 'quota.no-superior', { ruleId: rule.ruleId }).failure;
  const known = [...new Set([...Object.keys(rule.figures ?? {}), ...INDICATORS])];
  const unknown = Object.keys(figures).find((name) => !known.includes(name));
  if (unknown !== undefined) return problemAt(`figures.${unknown}`, 'quota.no-figure', { known }).failure;
  const [wrong] = Object.entries(figures).filter(([name, value]) => !isFigure(name, value));
  if (wrong === undefined) return undefined;
  const [name] = wrong;
  const path = `figures.${name}`;
  return isShare(name)
    ? problemAt(path, 'quota.percentage').failure
    : problemAt(path, 'quota.count', { most: MOST }).failure;
}

/** More in one period must be a typing error. */
const MOST = 1000;
const isShare = (name: string): boolean => name.endsWith('Percent');
const isFigure = (name: string, value: number): boolean =>
  isShare(name) ? value <= 100 : Number.isInteger(value) && value <= MOST;

const placeOf = ({ context }: Request, ruleId: string, from: string) => ({
  jurisdiction: context.jurisdiction.id,
  ruleId,
  from,
});

function findRule(request: Request, ruleId: string, on: string): Rule | undefined {
  const rule = request.context.rulebook.ruleOf(ruleId, on);
  return rule && seesOffice(request.principal, rule.office) ? rule : undefined;
}

/** All earlier contents of a record, oldest first. */
function beforeOf(
  { deps, principal }: Request,
  known: OverrideRecord | undefined,
): NonNullable<OverrideRecord['before']> {
  if (!known) return [];
  const { figures, issuedBy, documentNumber, from, to, enteredAt, enteredBy, before = [] } = known;
  const stood = { figures, issuedBy, documentNumber, from, to, enteredAt, enteredBy };
  return [...before, { ...stood, until: deps.clock.now(), by: actorOf(principal) }];
}

/** Sets a superior’s figures for a period. The same `from` replaces; any other overlap is a conflict. */
export async function putOverride(
  request: Request,
  ruleId: string,
  body: z.infer<typeof overrideBody>,
): Promise<Outcome<{ rule: Rule; override: OverrideRecord }>> {
  const { context, deps, principal } = request;
  // The version of the rule on the first day of the instruction.
  const rule = findRule(request, ruleId, body.from);
  if (!rule) return notFound;
  if (body.from > body.to) return problemAt('to', 'field.span', { from: body.from, to: body.to });
  const wrong = refusal(rule, body.figures);
  if (wrong) return fail(wrong);
  // An override that was withdrawn before it began ends before it starts, and is in force on no day.
  const own = context.overrides.filter((entry) => entry.ruleId === ruleId && entry.from <= entry.to);
  const known = context.overrides.find((entry) => entry.ruleId === ruleId && entry.from === body.from);
  const stale = staleVersion(request, known?.version);
  if (stale) return fail(stale);
  const overlap = own.find((entry) => entry !== known && entry.from <= body.to && body.from <= entry.to);
  if (overlap) {
    const { documentNumber: number, from, to } = overlap;
    return problemAt('from', 'quota.override-overlaps', { number, from, to });
  }
  const stored = await overrideRecord.put(deps.store, placeOf(request, ruleId, body.from), {
    version: 0,
    ...known,
    ruleId,
    ...body,
    enteredAt: deps.clock.now(),
    enteredBy: actorOf(principal),
    before: beforeOf(request, known),
  });
  return stored ? ok({ rule, override: stored }) : problem('quota.override-changed');
}

/** Ends the override in force today, or withdraws one that has not begun. The record stays. */
export async function endOverride(
  request: Request,
  ruleId: string,
): Promise<Outcome<{ rule: Rule; override: OverrideRecord | undefined }>> {
  const { context, deps } = request;
  const today = formatDay(dayOf(deps.clock.now()));
  const rule = findRule(request, ruleId, today);
  if (!rule) return notFound;
  const known = context.overrides.find(
    (entry) => entry.ruleId === ruleId && entry.to >= today && entry.to >= entry.from,
  );
  if (!known) return notFound;
  const stale = staleVersion(request, known.version);
  if (stale) return fail(stale);
  const yesterday = formatDay(addDays(day(today), -1));
  const before = beforeOf(request, known);
  const place = placeOf(request, ruleId, known.from);
  const ended = await overrideRecord.put(deps.store, place, { ...known, to: yesterday, before });
  return ended
    ? ok({ rule, override: overrideOn([ended], ruleId, today) })
    : problem('quota.override-changed');
}
