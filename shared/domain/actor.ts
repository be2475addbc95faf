import { role, type Role } from '../rules/schema.ts';

/** A person in a role; `sub` tells persons apart. */
export interface Person {
  readonly role: Role;
  readonly sub: string;
  /** The absent leader for whom it was done. */
  readonly deputyFor?: string | undefined;
}

/** What acts by itself: `system` the clock, `facts` a fact that was recorded. */
export const automatic = ['system', 'facts'] as const;

/** Who acted. */
export type Actor = Person | { readonly role: (typeof automatic)[number] };

export const SYSTEM: Actor = { role: 'system' };
export const FACTS: Actor = { role: 'facts' };

/** The person of a token, without its other claims. */
export const actorOf = ({ role: acting, sub, deputyFor }: Person): Person =>
  deputyFor === undefined ? { role: acting, sub } : { role: acting, sub, deputyFor };

export const isPerson = (actor: Actor): actor is Person => 'sub' in actor;

/** Who acted, as the API, the published draws and the chain of decisions say it: `role:sub`, or the role alone. */
export const signature = (actor: Actor): string =>
  isPerson(actor) ? `${actor.role}:${actor.sub}` : actor.role;

/** Who signed a text so; undefined where it is no such signature. */
export function signerOf(text: string): Actor | undefined {
  const itself = automatic.find((one) => one === text);
  if (itself !== undefined) return { role: itself };
  const colon = text.indexOf(':');
  const acting = role.safeParse(text.slice(0, Math.max(colon, 0)));
  return acting.success ? { role: acting.data, sub: text.slice(colon + 1) } : undefined;
}
