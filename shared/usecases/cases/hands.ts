import type { CaseBody } from '../../domain/cases/event.ts';
import { officersUp } from '../../domain/principal.ts';
import { decisionChain, filingChain, sameHand, type Chain } from '../../domain/cases/chain.ts';
import { isRecused } from '../../domain/cases/checks.ts';
import type { CaseWorld } from '../../domain/cases/lacks.ts';
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
): string | undefined {
  if (leaders.has(event) && principal.role !== 'bureau-leader')
    return `${event} is decided by a bureau-leader; the token says ${principal.role}.`;
  if (principal.office === 'legal-affairs' && at.office !== 'legal-affairs' && !legal.has(event))
    return `The legal office reviews a case; ${event} belongs to the office that handles it.`;
  if (isRecused(at.file, world))
    return 'This person was recused from the case and takes no part in it (行政处罚法第四十三条).';
  return undefined;
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
): string | undefined {
  const chain = chainOf(at, world, event);
  return (
    notOfTheDesk(request) ?? forbidden(request, at, world, event) ?? (chain && sameHand(chain, world.by))
  );
}

/** Events are entered by the officers and leaders of the bureau. */
export const notOfTheDesk = ({ principal }: Request): string | undefined =>
  officersUp.includes(principal.role)
    ? undefined
    : `Events are entered by officers and leaders; the token says ${principal.role}.`;
