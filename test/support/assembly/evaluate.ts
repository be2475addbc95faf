import { conditionsHold, like, type Context } from './conditions.ts';
import { fieldsOf, isFields, listOf, textsOf, type Fields } from './reading.ts';

/** Who asks: a role of the account, or a service of AWS that acts by itself. */
export type Principal =
  | { readonly kind: 'role'; readonly arn: string; readonly account: string }
  | { readonly kind: 'service'; readonly name: string };

export interface Asked {
  readonly principal: Principal;
  /** `dynamodb:GetItem` */
  readonly action: string;
  readonly resource: string;
  readonly context: Context;
}

export interface Policies {
  /** What is attached to the role. */
  readonly identity: readonly unknown[];
  /** What is attached to the resource. */
  readonly resource: readonly unknown[];
}

export type Decision = 'allow' | 'explicitDeny' | 'implicitDeny';

/**
 * AWS’s decision within one account: a Deny anywhere is final; else one Allow is enough, of the identity or of the
 * resource. A service has no identity. For a key, its own policy must let the account’s policies decide.
 */
export function evaluate(asked: Asked, policies: Policies): Decision {
  const identity = policies.identity.flatMap(statementsOf).filter((one) => applies(one, asked));
  const resource = policies.resource
    .flatMap(statementsOf)
    .map((one) => ({ one, named: nameOfPrincipal(one, asked.principal) }))
    .filter(({ one, named }) => named !== 'nobody' && applies(one, asked));
  const denied = [...identity, ...resource.map(({ one }) => one)].some(({ Effect }) => Effect === 'Deny');
  if (denied) return 'explicitDeny';
  const byIdentity = asked.principal.kind === 'role' && identity.some(({ Effect }) => Effect === 'Allow');
  const allows = (how: Named): boolean =>
    resource.some(({ one, named }) => named === how && one['Effect'] === 'Allow');
  const delegated = asked.action.startsWith('kms:') ? allows('account') && byIdentity : byIdentity;
  return allows('itself') || delegated ? 'allow' : 'implicitDeny';
}

const statementsOf = (policy: unknown): Fields[] => listOf(fieldsOf(policy)['Statement']).map(fieldsOf);

function applies(statement: Fields, { action, resource, context }: Asked): boolean {
  return (
    matches(statement, 'Action', (wanted) => like(action.toLowerCase(), wanted.toLowerCase())) &&
    matches(statement, 'Resource', (wanted) => like(resource, wanted)) &&
    conditionsHold(statement['Condition'], context)
  );
}

/** `Action` and `Resource`, or their `Not…`; without either, everything. */
function matches(statement: Fields, element: string, matching: (wanted: string) => boolean): boolean {
  if (statement[`Not${element}`] !== undefined) return !textsOf(statement[`Not${element}`]).some(matching);
  if (statement[element] === undefined) return true;
  return textsOf(statement[element]).some(matching);
}

/** Whether a statement means the one who asks, or the whole account, which leaves it to the identity’s policies. */
type Named = 'itself' | 'account' | 'nobody';

function nameOfPrincipal(statement: Fields, principal: Principal): Named {
  const { Principal: named, NotPrincipal: others } = statement;
  if (others !== undefined) return means(others, principal) === 'nobody' ? 'itself' : 'nobody';
  return means(named, principal);
}

function means(named: unknown, principal: Principal): Named {
  if (named === '*') return 'itself';
  if (!isFields(named)) return 'nobody';
  const aws = textsOf(named['AWS']);
  if (aws.includes('*')) return 'itself';
  if (principal.kind === 'service')
    return textsOf(named['Service']).includes(principal.name) ? 'itself' : 'nobody';
  if (aws.includes(principal.arn)) return 'itself';
  const whole = aws.some(
    (one) => one === principal.account || new RegExp(`^arn:[^:]+:iam::${principal.account}:root$`).test(one),
  );
  return whole ? 'account' : 'nobody';
}
