import { role, type Role } from '../rules/schema.ts';

/** A person in a role. `sub` distinguishes persons. */
export interface Person {
  readonly role: Role;
  readonly sub: string;
  /** The absent leader for whom it was done. */
  readonly deputyFor?: string | undefined;
}

/** An automatic actor: `system` for the clock, `facts` for a fact that was recorded. */
export const automatic = ['system', 'facts'] as const;

/** Who acted. */
export type Actor = Person | { readonly role: (typeof automatic)[number] };

export const SYSTEM: Actor = { role: 'system' };
export const FACTS: Actor = { role: 'facts' };

/** The person of a token, without its other claims. */
export const actorOf = ({ role: acting, sub, deputyFor }: Person): Person =>
  deputyFor === undefined ? { role: acting, sub } : { role: acting, sub, deputyFor };

export const isPerson = (actor: Actor): actor is Person => 'sub' in actor;

/**
 * The person who acted, in the form of the API, the published draws and the chain of decisions: `role:sub`, or
 * only the role.
 */
export const signature = (actor: Actor): string =>
  isPerson(actor) ? `${actor.role}:${actor.sub}` : actor.role;

/** The person behind a signature in a text; undefined when the text is not a signature. */
export function signerOf(text: string): Actor | undefined {
  const itself = automatic.find((one) => one === text);
  if (itself !== undefined) return { role: itself };
  const colon = text.indexOf(':');
  const acting = role.safeParse(text.slice(0, Math.max(colon, 0)));
  return acting.success ? { role: acting.data, sub: text.slice(colon + 1) } : undefined;
}
