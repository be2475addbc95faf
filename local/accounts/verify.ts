import { createLocalJWKSet, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../shared/ports.ts';
import type { KeysRecord } from '../../shared/records/accounts.ts';
import type { Verify } from '../oidc.ts';
import type { Directory } from './directory.ts';
import { AUDIENCE, claimsOf, machineClaims } from './issuer.ts';
import type { Sessions } from './sessions.ts';

const ofPerson = z.object({ sub: z.string(), sid: z.string() });
const ofMachine = z.object({ sub: z.string(), role: z.literal('machine'), scope: z.string().optional() });

const PRIVATE = 'd';

const publicKeys = ({ signing }: KeysRecord) =>
  createLocalJWKSet({
    keys: signing.map(({ jwk: { kty = '', ...rest } }) => ({
      kty,
      ...Object.fromEntries(Object.entries(rest).filter(([name]) => name !== PRIVATE)),
    })),
  });

interface Parts {
  readonly origin: () => string;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly sessions: Sessions;
  readonly keys: KeysRecord;
}

/**
 * Verifies the tokens of this machine’s own issuer. What a person may do is read from its record at each request:
 * who was deactivated, signed out or given another role is known at once.
 */
export function openOwn({ origin, clock, directory, sessions, keys }: Parts): Verify {
  const known = publicKeys(keys);
  return async (token) => {
    const found = await jwtVerify(token, known, {
      issuer: origin(),
      audience: AUDIENCE,
      typ: 'at+jwt',
      algorithms: ['ES256'],
      requiredClaims: ['exp', 'sub', 'client_id'],
      currentDate: new Date(clock.now()),
    }).catch(() => undefined);
    if (found === undefined) return undefined;
    const machine = ofMachine.safeParse(found.payload);
    if (machine.success) {
      const program = await directory.machine(machine.data.sub);
      if (program === undefined) return undefined;
      const asked = machine.data.scope?.split(' ') ?? program.scopes;
      const scope = asked.filter((one) => program.scopes.includes(one)).join(' ');
      return { ...machineClaims(program), client_id: program.clientId, scope };
    }
    const person = ofPerson.safeParse(found.payload);
    const holder = person.success ? await directory.bySub(person.data.sub) : undefined;
    if (!person.success || holder === undefined) return undefined;
    return (await sessions.isOpen(holder, person.data.sid)) ? claimsOf(holder) : undefined;
  };
}
