import { holderNow } from '../domain/people/place.ts';
import type { Context } from './context.ts';

type People = Pick<Context, 'staff' | 'former'>;

interface Handled {
  readonly handler?: string | undefined;
}

/** Whose work it is now: the person entered, or whoever took over from them. */
export const handlerOf = ({ former }: People, { handler }: Handled): string | undefined =>
  handler === undefined ? undefined : holderNow(former, handler);

/** The duty’s own handler, else that of its subject. */
export const handlerOfDuty = (
  people: People,
  duty: Handled,
  subject: Handled | undefined,
): string | undefined => handlerOf(people, duty) ?? (subject && handlerOf(people, subject));

export const worksHere = ({ staff }: People, sub: string): boolean => staff.some((one) => one.sub === sub);
