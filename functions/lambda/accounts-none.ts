import { noAccounts, type Accounts } from '../../shared/ports.ts';

/** A stage whose people sign in at the bureau’s own issuer. */
export const accountsFor = (): Accounts => noAccounts;
