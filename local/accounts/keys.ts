import { exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';
import { keysRecord, type KeysRecord } from '../../shared/records/accounts.ts';
import type { Clock, Store } from '../../shared/ports.ts';
import { freshSecret } from './secret.ts';

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
/** A key signs for so long. The one before it still verifies what it has signed. */
const SIGNS_DAYS = 90;

async function freshKey(clock: Clock): Promise<KeysRecord['signing'][number]> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = z.record(z.string(), z.string()).parse(await exportJWK(privateKey));
  return { jwk: { ...jwk, kid: freshSecret().slice(0, 16), alg: 'ES256', use: 'sig' }, since: clock.now() };
}

/** The keys of the issuer; a fresh one signs when there is none, when it is old, or when it is `asked` for. */
export async function issuerKeys(store: Store, clock: Clock, asked = false): Promise<KeysRecord> {
  const { record } = await keysRecord.change(store, 'keys', async (known) => {
    const present = known?.signing[0];
    const young = present !== undefined && clock.now() - present.since < SIGNS_DAYS * DAY_MILLISECONDS;
    if (known !== undefined && young && !asked) return undefined;
    return {
      ...(known ?? { version: 0, cookies: [freshSecret()] }),
      signing: [await freshKey(clock), ...(known?.signing ?? [])].slice(0, 2),
    };
  });
  if (record === undefined) throw new Error('the keys of the issuer were not written');
  return record;
}
