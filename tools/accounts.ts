import { resolve } from 'node:path';
import { toInstant } from '../shared/domain/time/instant.ts';
import { openAccounts } from '../local/accounts/accounts.ts';
import { issuerKeys } from '../local/accounts/keys.ts';
import { runForOneUser, tool } from '../local/command-line.ts';
import { ToldError } from '../local/told-error.ts';
import { existing, localPlace } from './backup/places.ts';

const usage = `npm run accounts -- --data DIR --invite ADDRESS [--origin http://127.0.0.1:3000]
npm run accounts -- --data DIR --new-key
for one machine, while the product is stopped. --invite shows a link with which the person with this address
sets a new password, for an administrator who cannot sign in; --new-key lets a fresh key sign tokens
exits 0 where it is done, 1 where nobody has the address or nothing could be done`;

export const main = tool({
  usage,
  flags: {
    data: { type: 'string' },
    invite: { type: 'string' },
    origin: { type: 'string', default: 'http://127.0.0.1:3000' },
    'new-key': { type: 'boolean', default: false },
  },
  run: async ({ values: { data, invite, origin, 'new-key': newKey } }, { say }) => {
    if (data === undefined || (invite === undefined) === !newKey) throw new ToldError(usage);
    const place = await localPlace(existing(resolve(data)));
    const clock = { now: () => toInstant(Date.now()) };
    try {
      if (invite === undefined) {
        await issuerKeys(place.store, clock, true);
        say('A fresh key signs from the next start on. Tokens of the key before hold until they expire.');
        return 0;
      }
      const parts = { store: place.store, clock, log: () => undefined, origin: () => origin };
      const { directory, port } = openAccounts(parts);
      const people = await directory.byAddress(invite);
      if (people.length === 0) throw new ToldError(`Nobody signs in with ${invite}.`);
      for (const person of people) say(`${person.role} ${(await port.invite(person)).link}`);
      return 0;
    } finally {
      await place.close();
    }
  },
});

await runForOneUser(import.meta.url, main);
