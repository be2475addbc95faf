import type { Principal } from '../../shared/domain/principal.ts';
import { personIndex } from '../../shared/records/person-index.ts';
import type { Deps } from '../../shared/usecases/deps.ts';
import { usableClient } from '../../shared/usecases/clients/authenticate.ts';

type Using = Pick<Deps, 'store' | 'clock'>;

/**
 * Whose token it still is: undefined for a program that was revoked or has expired, and for somebody who has left,
 * though the token itself holds for a while. It is looked up each time, so that nobody has to wait for its end.
 */
export async function standing(using: Using, principal: Principal): Promise<Principal | undefined> {
  return principal.role === 'machine' ? programOf(using, principal) : personOf(using, principal);
}

/** A program has the scopes that it was given and that its token asked for. */
async function programOf(using: Using, principal: Principal): Promise<Principal | undefined> {
  const { clientId, scopes = [], jurisdiction } = principal;
  if (clientId === undefined) return principal;
  const client = await usableClient(using, clientId);
  if (client?.jurisdiction !== jurisdiction) return undefined;
  return { ...principal, office: client.office, scopes: client.scopes.filter((one) => scopes.includes(one)) };
}

async function personOf({ store }: Using, principal: Principal): Promise<Principal | undefined> {
  const known = await personIndex.read(store, principal.sub);
  const isGone =
    known?.leftAt !== undefined &&
    known.jurisdiction === principal.jurisdiction &&
    known.unitId === principal.unitId;
  return isGone ? undefined : principal;
}
