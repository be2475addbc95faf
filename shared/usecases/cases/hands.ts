import type { CaseBody } from '../../domain/cases/event.ts';
import { officersUp } from '../../domain/principal.ts';
import { decisionChain, filingChain, sameHand, type Chain } from '../../domain/cases/chain.ts';
import { isRecused } from '../../domain/cases/checks.ts';
import type { CaseWorld } from '../../domain/cases/world.ts';
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
  'withdraw-case',
]);

const legal: ReadonlySet<string> = new Set([
  'filing-legal-review',
  'filing-return',
  'decision-legal-review',
  'decision-return',
]);

/** Why this token may not enter the event. A legal reviewer (法制员) may be an officer. */
export function forbidden(
  { principal }: Request,
  at: CaseAt,
  world: CaseWorld,
  event: CaseEventName,
): Raised | undefined {
  if (leaders.has(event) && principal.role !== 'bureau-leader')
    return raise('case.for-leader', { event, role: principal.role });
  if (principal.office === 'legal-affairs' && at.office !== 'legal-affairs' && !legal.has(event))
    return raise('case.for-office', { event });
  return isRecused(at.file, world) ? raise('case.recused') : undefined;
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
