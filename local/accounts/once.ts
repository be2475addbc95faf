import type { Clock, Store } from '../../shared/ports.ts';
import { toInstant } from '../../shared/domain/time/instant.ts';
import { onceRecord, type OnceRecord } from '../../shared/records/accounts.ts';
import { freshSecret, hashOf } from './secret.ts';

/** What a link, a code or a step is good for, and for how many minutes. */
const minutes = {
  /** Sets the password, or signs in whoever has none. */
  invitation: 7 * 24 * 60,
  /** A link in a mail that signs in. */
  link: 20,
  /** A code in an SMS. */
  code: 10,
  /** Between the first and the second factor. */
  step: 15,
  /** From a page of this machine to the end of the sign-in. */
  ticket: 5,
} as const;

export type Purpose = keyof typeof minutes;

interface Given {
  readonly sub: string;
  readonly jurisdiction: string;
  readonly more?: Readonly<Record<string, string>>;
}

/** Links and codes that are good once. Only their hashes are kept. */
export interface Once {
  readonly issue: (purpose: Purpose, given: Given) => Promise<string>;
  /** Undefined when it is unknown, of another purpose, used or expired. */
  readonly look: (purpose: Purpose, token: string) => Promise<OnceRecord | undefined>;
  /** The same, and it is good no more. Of two at the same time one gets it. */
  readonly use: (purpose: Purpose, token: string) => Promise<OnceRecord | undefined>;
}

export const minutesOf = (purpose: Purpose): number => minutes[purpose];

export function createOnce(store: Store, clock: Clock): Once {
  const look: Once['look'] = async (purpose, token) => {
    const found = await onceRecord.read(store, { hash: hashOf(token) });
    const good =
      found !== undefined &&
      found.purpose === purpose &&
      found.usedAt === undefined &&
      clock.now() < found.expiresAt;
    return good ? found : undefined;
  };
  return {
    look,
    issue: async (purpose, { sub, jurisdiction, more }) => {
      const token = freshSecret();
      const expiresAt = toInstant(clock.now() + minutes[purpose] * 60_000);
      await onceRecord.put(store, {
        version: 0,
        hash: hashOf(token),
        purpose,
        sub,
        jurisdiction,
        expiresAt,
        ...(more === undefined ? {} : { more }),
      });
      return token;
    },
    use: async (purpose, token) => {
      const found = await look(purpose, token);
      if (!found) return undefined;
      return onceRecord.put(store, { ...found, usedAt: clock.now() });
    },
  };
}
