import { z } from 'zod';
import { addressKey } from '../domain/address.ts';
import { idOf } from '../domain/ids.ts';
import { toInstant } from '../domain/time/instant.ts';
import { recordAt } from './record.ts';
import { stored } from './stored.ts';

/**
 * What leads to a person from the `sub` of a token and from an e-mail address, over all jurisdictions. Both are
 * written before the person, so what leads to nobody is free. The address itself is not stored here.
 */
const place = {
  version: z.number(),
  jurisdiction: z.string(),
  unitId: z.string().optional(),
  sub: z.string(),
};

const known = stored({
  ...place,
  /** Since when tokens of this person are refused. */
  leftAt: z.number().transform(toInstant).optional(),
});

export const personIndex = recordAt<string, z.infer<typeof known>>({
  shape: known,
  key: (sub) => ({ pk: `PERSON#${idOf('sub', sub)}`, sk: '0' }),
});

/** `at`: when it was taken; the person is stored right after it. */
const holder = stored({ ...place, at: z.number().transform(toInstant) });

export type AddressHolder = z.infer<typeof holder>;

export const addressIndex = recordAt<string, AddressHolder>({
  shape: holder,
  key: (address) => ({ pk: `PERSON#${idOf('address', addressKey(address))}`, sk: '1' }),
});
