import type { CaseBody } from '../../domain/cases/event.ts';
import { actorOf, type Person } from '../../domain/actor.ts';
import { deputyFor, hasDuty } from '../../domain/papers/deputies.ts';
import { officersUp } from '../../domain/principal.ts';
import { decisionChain, filingChain, sameHand, type Chain } from '../../domain/cases/chain.ts';
import { isRecused } from '../../domain/cases/checks.ts';
import type { CaseWorld } from '../../domain/cases/world.ts';
import { dayOf } from '../../domain/time/instant.ts';
import { raise, type Raised } from '../../problems/raise.ts';
import type { Request } from '../request.ts';
import type { CaseAt } from './file.ts';

type CaseEventName = CaseBody['event'];

/** What a leader decides, or answers for. */
const leaders: ReadonlySet<CaseEventName> = new Set<CaseEventName>([
  'no-case',
  'filing-review',
  'filing-refusal',
  'filing-approval',
  'recusal',
  'decision-review',
  'decision-approval',
  'deferral-decision',
  'court-application',
  'transfer',
  'withdraw-case',
]);

const legal: ReadonlySet<string> = new Set([
  'filing-legal-review',
  'filing-return',
  'decision-legal-review',
  'decision-return',
]);

/** The level of the section head (承办机构负责人): whoever has that duty, or a leader. */
const reviews: ReadonlySet<CaseEventName> = new Set<CaseEventName>(['filing-review', 'decision-review']);

/** A leader, or whoever stands in for an absent one within the days entered. */
const leads = ({ principal, context, deps }: Request): boolean =>
  principal.role === 'bureau-leader' ||
  deputyFor(context.staff, principal.sub, dayOf(deps.clock.now())) !== undefined;

function mayLead(request: Request, event: CaseEventName): boolean {
  const { principal, context } = request;
  if (reviews.has(event) && hasDuty(context.staff, principal.sub, 'section-head')) return true;
  return leads(request);
}

/** A section head and a legal officer have their own level, and no other decision. */
function otherLevel({ principal, context }: Request, event: CaseEventName): boolean {
  if (event !== 'filing-legal-review' && event !== 'decision-legal-review') return false;
  const named = context.staff.some(({ duties }) => duties?.includes('legal-officer'));
  return (
    named && principal.office !== 'legal-affairs' && !hasDuty(context.staff, principal.sub, 'legal-officer')
  );
}

/** Why this token may not enter the event. A legal reviewer (法制员) may be an officer. */
export function forbidden(
  request: Request,
  at: CaseAt,
  world: CaseWorld,
  event: CaseEventName,
): Raised | undefined {
  const { principal } = request;
  if (otherLevel(request, event)) return raise('case.for-legal-officer', { event });
  if (leaders.has(event) && !mayLead(request, event))
    return raise('case.for-leader', { event, role: principal.role });
  if (principal.office === 'legal-affairs' && at.office !== 'legal-affairs' && !legal.has(event))
    return raise('case.for-office', { event });
  return isRecused(at.file, world) ? raise('case.recused') : undefined;
}

/** Who enters an event, as the record keeps them: whoever decides for an absent leader, with that leader. */
export function handOf(request: Request, event: CaseEventName): Person {
  const { principal, context, deps } = request;
  const own = principal.role === 'bureau-leader' || !leaders.has(event);
  const isReviewer = reviews.has(event) && hasDuty(context.staff, principal.sub, 'section-head');
  if (own || isReviewer) return actorOf(principal);
  const leader = deputyFor(context.staff, principal.sub, dayOf(deps.clock.now()));
  return actorOf({ ...principal, deputyFor: leader?.sub });
}

/** The chain of which an event is a level that is another person’s. */
function chainOf({ file }: CaseAt, { rules, choices }: CaseWorld, event: CaseEventName): Chain | undefined {
  switch (event) {
    case 'filing-review':
    case 'filing-legal-review':
    case 'filing-approval':
      return filingChain(file, rules);
    case 'decision-review':
    case 'decision-legal-review':
    case 'decision-approval':
      return decisionChain(file, rules, choices);
    default:
      return undefined;
  }
}

/** Why this person may not enter an event of a case, whatever it would say; undefined where nothing bars them. */
export function barredFrom(
  request: Request,
  at: CaseAt,
  world: CaseWorld,
  event: CaseEventName,
): Raised | undefined {
  const chain = chainOf(at, world, event);
  return (
    notOfTheDesk(request) ?? forbidden(request, at, world, event) ?? (chain && sameHand(chain, world.by))
  );
}

/** Events are entered by the officers and leaders of the bureau. */
export const notOfTheDesk = ({ principal }: Request): Raised | undefined =>
  officersUp.includes(principal.role) ? undefined : raise('stage.for-officers', { role: principal.role });
