import type { OwnAccounts, PersonPlace, Session } from '../../../shared/ports.ts';
import { hours, plus, type Instant } from '../../../shared/domain/time/instant.ts';

/** Accounts that are kept in memory: who was invited and who is signed in, without any pages. */
export interface KeptAccounts extends OwnAccounts {
  /** As if the person had signed in. */
  readonly signIn: (place: PersonPlace) => string;
  /** The links that still work, by person. */
  readonly links: ReadonlyMap<string, string>;
}

export function keptAccounts(now: Instant): KeptAccounts {
  const links = new Map<string, string>();
  const open = new Map<string, { readonly place: PersonPlace; readonly session: Session }>();
  let made = 0;
  return {
    inUse: true,
    links,
    signIn: (place) => {
      const id = `session-${(made += 1)}`;
      const { sub } = place;
      open.set(id, {
        place,
        session: { id, sub, startedAt: now, lastUsedAt: now, endsAt: plus(now, hours(24)) },
      });
      return id;
    },
    invite: async ({ sub }) => {
      const link = `https://bureau.example.com/set-up/${(made += 1)}`;
      links.set(sub, link);
      return { link, until: plus(now, hours(7 * 24)) };
    },
    close: async ({ sub }) => {
      links.delete(sub);
      for (const [id, { place }] of open) if (place.sub === sub) open.delete(id);
    },
    changed: async () => undefined,
    signOut: async ({ sub }) => {
      for (const [id, { place }] of open) if (place.sub === sub) open.delete(id);
    },
    sessions: async (jurisdiction) =>
      [...open.values()].flatMap(({ place, session }) =>
        place.jurisdiction === jurisdiction ? [session] : [],
      ),
    endSession: async (jurisdiction, id) =>
      open.get(id)?.place.jurisdiction === jurisdiction && open.delete(id),
  };
}
